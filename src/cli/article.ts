import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { defineCommand } from 'citty'
import { readConfig } from '../config.ts'
import type { Incoming } from '../desk/incoming.ts'
import { importFromTerminal, readAlone } from '../desk/terminal.ts'
import { carryOut, json, onDesk, progress, refuse, say, stoppable } from './output.ts'

const SOURCE = 'a text, HTML or PDF file, an address, or - for standard input'

/** A file, standard input, or an address; the extension says of a file whether it is a page. */
async function given(source: string): Promise<Incoming> {
  if (/^https?:\/\//i.test(source)) return { address: source }
  const bytes = source === '-' ? await buffer(process.stdin) : await readFile(source)
  return { bytes, contentType: /\.x?html?$/i.test(source) ? 'text/html' : null }
}

export const articleRead = defineCommand({
  meta: { name: 'read', description: 'Print what would be stored of an article; store nothing' },
  args: {
    source: { type: 'positional', description: SOURCE, valueHint: 'FILE|URL|-', required: true },
    json,
  },
  run: ({ args }) =>
    carryOut(args.json, async () => {
      const { fetchLoopback } = readConfig()
      const source = await given(args.source)
      const { titleProposed, ...reading } = await readAlone(source, fetchLoopback)
      if (args.json) return void say(JSON.stringify({ ...reading, titleProposed }, null, 2))
      const unknown = 'unknown'
      say(`title     ${reading.title ?? unknown}${titleProposed ? ' (proposed)' : ''}`)
      say(`outlet    ${reading.outlet ?? unknown}`)
      say(`byline    ${reading.byline ?? unknown}`)
      say(`date      ${reading.date ?? unknown}`)
      say(`language  ${reading.language ?? unknown}`)
      if (reading.url) say(`address   ${reading.url}`)
      for (const { number, text } of reading.sentences) {
        say(`${String(number).padStart(4)}  ${text}`)
      }
    }),
})

const OUTCOMES = {
  imported: 'imported',
  known: 'on the desk already',
  renewed: 'a new version of',
}

export const articleImport = defineCommand({
  meta: { name: 'import', description: 'Keep articles from files and addresses' },
  args: {
    // The … says that there may be several.
    sources: { type: 'positional', description: SOURCE, valueHint: 'FILE|URL|-…', required: true },
    json,
  },
  run: ({ args }) =>
    onDesk(args.json, (desk) =>
      stoppable(async ({ signal, orStop }) => {
        for (const [i, file] of args._.entries()) {
          if (!args.json) progress(`${i + 1} of ${args._.length}  ${file}`)
          const kept = given(file).then((source) => importFromTerminal(desk, source))
          const done = await orStop(kept).catch((error) => ({ error }))
          progress(null)
          signal.throwIfAborted()
          if ('error' in done) refuse(done.error, args.json, file)
          else {
            const { id, outcome, title } = done
            const isNew = outcome === 'imported'
            if (args.json) say(JSON.stringify({ file, id, isNew, outcome, title }))
            else say(`${OUTCOMES[outcome]}  ${title ?? ''}  /articles/${id}`)
          }
        }
      }),
    ),
})
