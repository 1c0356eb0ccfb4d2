import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { proveExport, readPublicKey, type Unproved } from '../desk/proving.ts'
import { carryOut, complain, exits, json, progress, refuse, say } from './output.ts'
import { Misunderstood } from './understand.ts'

const NO_KEY = `Option '--key' is needed: save https://…/.well-known/riscontro.json of the desk once, and give that file.`

const verdicts = (count: number): string => `${count} ${count === 1 ? 'verdict' : 'verdicts'}`

async function keyFrom(file: string) {
  const text = await readFile(file, 'utf8')
  try {
    return readPublicKey(text)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

export const verifyExport = defineCommand({
  meta: {
    name: 'verify',
    description: 'Prove, offline, that each verdict of an export is the one that was recorded',
  },
  args: {
    file: {
      type: 'positional',
      description: 'an export, or - for standard input',
      valueHint: 'FILE|-',
      required: true,
    },
    key: {
      type: 'string',
      description: 'the desk’s public key: its /.well-known/riscontro.json, saved, or PEM',
      valueHint: 'FILE',
    },
    json,
  },
  run: ({ args: { file, key, json } }) => {
    if (!key) {
      refuse(new Misunderstood(NO_KEY), json)
      process.exitCode = exits.misunderstood
      return
    }
    return carryOut(json, async () => {
      const failed: Unproved[] = []
      const source = file === '-' ? process.stdin : createReadStream(file)
      const { fault, hold, ...proved } = await proveExport(source, await keyFrom(key), {
        failed(one) {
          progress(null)
          if (json) failed.push(one)
          else complain(`${one.id}: ${one.why}.`)
        },
        progress: (done) => done % 1000 === 0 && !json && progress(`${verdicts(done)} read`),
      })
      progress(null)
      const { checkpoint } = proved
      const isWhole = fault === null && hold === proved.verdicts
      if (!isWhole) process.exitCode = exits.failed
      if (json) return void say(JSON.stringify({ ...proved, hold, failed, fault }))
      if (fault) return void complain(`Nothing in it is proved. ${fault}`)
      const by = `the checkpoint of ${checkpoint?.at} over ${checkpoint?.size} entries, key ${checkpoint?.key}`
      if (isWhole) say(`${verdicts(hold)}, each as it was recorded, by ${by}.`)
      else complain(`${hold} of ${verdicts(proved.verdicts)} are as they were recorded, by ${by}.`)
    })
  },
})
