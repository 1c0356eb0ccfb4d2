import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { defineCommand } from 'citty'
import { readConfig } from '../config.ts'
import type { Desk } from '../desk/open.ts'
import {
  exportFilters,
  exportFormats,
  exportFromTerminal,
  isFormat,
  measured,
  type TerminalExport,
} from '../desk/terminal.ts'
import { goOn } from './export-series.ts'
import { exits, json, onDesk, progress, refuse, say, stoppable } from './output.ts'
import { Misunderstood } from './understand.ts'
import { writeWhole } from './whole-file.ts'

const filters = Object.fromEntries(
  Object.entries(exportFilters).map(([name, description]) => [
    name,
    { type: 'string', description } as const,
  ]),
)

/** What else stands in the address of an export, by its name there. */
const choices = {
  since: { type: 'string', description: 'what changed after it', valueHint: 'CURSOR' },
  columns: { type: 'string', description: 'of CSV, in this order', valueHint: 'NAME,…' },
  fields: { type: 'string', description: 'of each verdict in JSON', valueHint: 'NAME,…' },
  bom: { type: 'boolean', description: 'begin CSV with a byte order mark, as Excel needs it' },
  'as-of': {
    type: 'string',
    description: 'what the export gave then: 2025-05-21T12:00:00Z, or a date, to its end',
    valueHint: 'MOMENT',
  },
} as const

const others = {
  format: { type: 'string', description: exportFormats.join(', '), default: 'json' },
  out: {
    type: 'string',
    description: 'a file, or - for standard output; with --since-last, a folder',
    valueHint: 'FILE',
  },
  'since-last': {
    type: 'boolean',
    description: 'write what changed since the last run into the folder, and remember how far',
  },
} as const

const names: Record<string, string> = { 'as-of': 'asOf' }

/** What stands in the address of the same export, each of which may be typed more than once. */
function askedIn(words: string[]): Record<string, string[]> {
  const asked: Record<string, string[]> = {}
  const apart = { ...others, json: { type: 'boolean' } } as const
  const options = { ...filters, ...choices, ...apart }
  const shapes = Object.entries(options).map(([name, { type }]) => [name, { type }] as const)
  for (const token of parseArgs({
    args: words,
    options: Object.fromEntries(shapes),
    tokens: true,
  }).tokens) {
    if (token.kind !== 'option' || Object.hasOwn(apart, token.name)) continue
    const name = names[token.name] ?? token.name
    asked[name] = [...(asked[name] ?? []), token.value ?? 'yes']
  }
  return asked
}

/** How often somebody who sits before it is told how far it is, in milliseconds. */
const TELL_MS = 500

/** Says how much has passed while something is written. */
async function telling<T>(size: () => { verdicts: number }, work: Promise<T>): Promise<T> {
  const tell = setInterval(() => progress(`${Math.max(0, size().verdicts)} verdicts`), TELL_MS)
  try {
    return await work
  } finally {
    clearInterval(tell)
    progress(null)
  }
}

async function toFile(desk: Desk, asked: TerminalExport, out: string, asJson: boolean) {
  const { stream: begin, next } = await exportFromTerminal(desk, asked)
  const { stream, size } = measured(await begin(), asked.format)
  await stoppable(({ signal }) => telling(size, writeWhole(stream, out, { signal })))
  if (asJson) say(JSON.stringify({ file: out, ...size(), cursor: next }))
}

async function toFolder(desk: Desk, asked: TerminalExport, out: string, asJson: boolean) {
  await stoppable(async ({ signal }) => {
    const ran = await goOn(desk, out, asked, signal)
    if (asJson) say(JSON.stringify(ran))
    else say(ran.file ?? 'Nothing changed: nothing was written.')
  })
}

/** What of the command line does not go together; null where all does. */
function misunderstood(
  args: { format: string; out?: string | undefined; sinceLast: boolean },
  words: string[],
) {
  const { format, out, sinceLast } = args
  if (!isFormat(format)) return `Option '--format' takes one of ${exportFormats.join(', ')}.`
  if (!sinceLast) return null
  if (!out || out === '-') return "Option '--since-last' needs a folder: --out DIR."
  const twice = ['since', 'asOf'].some((name) => Object.hasOwn(askedIn(words), name))
  return twice ? "Option '--since-last' goes with neither --since nor --as-of." : null
}

export const exportVerdicts = defineCommand({
  meta: {
    name: 'verdicts',
    description: 'Write the public verdicts: all, what passes every filter, or what changed',
  },
  args: {
    ...others,
    json: { ...json, description: 'with --out, say as JSON what was written' },
    ...choices,
    ...filters,
  },
  run: ({ args, rawArgs }) => {
    const { format, out, json } = args
    const sinceLast = args['since-last'] ?? false
    const why = misunderstood({ format, out, sinceLast }, rawArgs)
    if (why || !isFormat(format)) {
      refuse(new Misunderstood(why ?? ''), json)
      process.exitCode = exits.misunderstood
      return
    }
    return onDesk(json, async (desk) => {
      const asked = { format, asked: askedIn(rawArgs), home: readConfig().origin }
      if (out && sinceLast) return toFolder(desk, asked, out, json)
      if (out && out !== '-') return toFile(desk, asked, out, json)
      const { stream } = await exportFromTerminal(desk, asked)
      return pipeline(await stream(), process.stdout, { end: false })
    })
  },
})
