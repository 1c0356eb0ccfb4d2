import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { defineCommand } from 'citty'
import {
  type FromTerminal,
  type Imported,
  type ImportedSoFar,
  importSource,
  isExport,
  moveFromTerminal,
} from '../desk/imports/terminal.ts'
import type { Desk } from '../desk/open.ts'
import { complain, json, onDesk, progress, say, stoppable } from './output.ts'

/** A file, standard input, or an address. */
function given(source: string): FromTerminal {
  if (/^https?:\/\//i.test(source)) return { address: source }
  if (source === '-') return { name: 'standard input', isFile: false, open: () => process.stdin }
  return { name: basename(source), isFile: true, open: () => createReadStream(source) }
}

type Counts = Pick<Imported | ImportedSoFar, 'added' | 'changed' | 'same' | 'refused'>

const counted = ({ added, changed, same, refused }: Counts): string =>
  `${added ?? 0} new, ${changed ?? 0} changed, ${same ?? 0} the same, ${refused ?? 0} refused`

const share = (read: number, size: number): string =>
  size > 0 ? `${Math.floor((100 * Math.min(read, size)) / size)} %` : ''

/** What is said of an import as JSON. */
function told({ id, name, format, status, ...one }: Imported) {
  const { added, changed, same, refused } = one
  return { id, name, format, status, added, changed, same, refused }
}

type Args = {
  format: string | undefined
  columns: string | undefined
  publisher: string | undefined
  'dry-run': boolean
  json: boolean
}

async function bringIn(desk: Desk, source: FromTerminal, signal: AbortSignal, args: Args) {
  const asked = {
    ...{ format: args.format ?? '', publisher: args.publisher ?? '' },
    ...{ columns: args.columns ?? null, isDry: args['dry-run'] },
  }
  const one = await importSource(desk, source, asked, {
    signal,
    onProgress: ({ size, status }, now) => {
      const doing = status === 'running' ? 'bringing in' : 'looking'
      progress(`${doing}  ${share(now.read, size)}  ${counted(now)}`)
    },
    onLooked: (looked) => {
      progress(null)
      if (!args.json) say(`would be: ${counted(looked)}`)
    },
  })
  progress(null)
  if (args.json) say(JSON.stringify(told(one)))
  else if (!asked.isDry) say(one.status === 'done' ? `done: ${counted(one)}` : 'nothing new')
  if (one.refused) complain(`what was refused, and why: /imports/${one.id}`)
}

/** Moves a desk in by what it exported. */
async function move(desk: Desk, source: FromTerminal, signal: AbortSignal, asJson: boolean) {
  const onMoved = ({ read, added }: { read: number; added: number }) =>
    progress(`moving in  ${read} verdicts read, ${added} new`)
  const moved = await moveFromTerminal(desk, source, { signal, onMoved })
  progress(null)
  if (asJson) say(JSON.stringify({ format: 'riscontro', ...moved }))
  else say(`moved in: ${moved.added} of ${moved.read} verdicts`)
}

export const importCommand = defineCommand({
  meta: {
    name: 'import',
    description: 'Bring in how others rated what was said; say first what would come of it',
  },
  args: {
    source: {
      type: 'positional',
      description: 'a file, an address, or - for standard input',
      valueHint: 'FILE|URL|-',
      required: true,
    },
    format: {
      type: 'string',
      description: 'rulings, page, sitemap, table or riscontro; found out where it is not said',
      valueHint: 'FORMAT',
    },
    columns: {
      type: 'string',
      description: 'which column of a table is what, as JSON; guessed where it is not said',
      valueHint: 'JSON',
    },
    publisher: {
      type: 'string',
      description: 'whose the records are that do not say so, such as example.org',
      valueHint: 'SITE',
    },
    'dry-run': { type: 'boolean', description: 'only say what would come of it', default: false },
    json,
  },
  run: ({ args }) =>
    onDesk(args.json, (desk) =>
      stoppable(async ({ signal }) => {
        const source = given(args.source)
        const isDesk = await isExport(source, args.format ?? '')
        if (isDesk) await move(desk, source, signal, args.json)
        else await bringIn(desk, source, signal, args)
      }),
    ),
})
