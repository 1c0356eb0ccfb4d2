import { createReadStream } from 'node:fs'
import { defineCommand } from 'citty'
import { readFigures } from '../desk/figures.ts'
import { linesOf, sayAll } from './lines.ts'
import { carryOut, complain, exits, json, refuse } from './output.ts'
import { Misunderstood } from './understand.ts'

/** Characters of a line: no text that one reads figures from is longer. */
const LONGEST = 1_000_000

const tooLong = {
  code: 'too_large',
  message: `The line has more than ${LONGEST.toLocaleString('en')} characters.`,
  fields: {},
}

export const figures = defineCommand({
  meta: { name: 'figures', description: 'Read the figures of texts, one a line, as JSON' },
  args: {
    source: {
      type: 'positional',
      description: 'a text file, or - for standard input',
      valueHint: 'FILE|-',
      required: true,
    },
    language: {
      type: 'string',
      description: 'that the texts are in, such as it or en; without, each is asked',
      valueHint: 'LANGUAGE',
    },
    json: { ...json, description: 'say as JSON what went wrong too' },
  },
  run: ({ args }) => {
    const { source, language } = args
    if (language !== undefined && !/^[a-z]{2,3}$/.test(language)) {
      refuse(new Misunderstood("Option '--language' takes a code such as it or en."), args.json)
      process.exitCode = exits.misunderstood
      return
    }
    return carryOut(args.json, async () => {
      const stream = source === '-' ? process.stdin : createReadStream(source)
      for await (const { number, text } of linesOf(stream, LONGEST)) {
        if (text !== null) await sayAll(JSON.stringify(readFigures(text, language)))
        else {
          await sayAll(JSON.stringify({ error: tooLong }))
          complain(`line ${number}: ${tooLong.message}`)
          process.exitCode = exits.failed
        }
      }
    })
  },
})
