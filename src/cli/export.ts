import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { defineCommand } from 'citty'
import { exportFilters, exportFromTerminal, measured } from '../desk/terminal.ts'
import { json, onDesk, say, stoppable } from './output.ts'

const filters = Object.fromEntries(
  Object.entries(exportFilters).map(([name, description]) => [
    name,
    { type: 'string', description } as const,
  ]),
)

const asOf = {
  'as-of': {
    type: 'string',
    description: 'what the export gave then: 2025-05-21T12:00:00Z, or a date, to its end',
    valueHint: 'MOMENT',
  },
} as const

/** The filters among what was typed, each of which may stand there more than once; and the moment. */
function askedIn(words: string[]): Record<string, string[]> {
  const asked: Record<string, string[]> = {}
  const others = { out: { type: 'string' }, json: { type: 'boolean' } } as const
  const options = { ...filters, ...asOf, ...others }
  for (const token of parseArgs({ args: words, options, tokens: true }).tokens) {
    if (token.kind !== 'option' || Object.hasOwn(others, token.name)) continue
    const name = token.name === 'as-of' ? 'asOf' : token.name
    asked[name] = [...(asked[name] ?? []), token.value ?? '']
  }
  return asked
}

export const exportVerdicts = defineCommand({
  meta: {
    name: 'verdicts',
    description: 'Write the public verdicts as JSON: all, or what passes every filter',
  },
  args: {
    out: { type: 'string', description: 'a file; standard output without', valueHint: 'FILE' },
    json: { ...json, description: 'with --out, say as JSON what was written' },
    ...asOf,
    ...filters,
  },
  run: ({ args: { out, json }, rawArgs }) =>
    onDesk(json, async (desk) => {
      const document = await exportFromTerminal(desk, askedIn(rawArgs))
      if (!out) return pipeline(document, process.stdout, { end: false })
      const { stream, size } = measured(document)
      await stoppable(({ signal }) => writeWhole(stream, out, signal))
      if (json) say(JSON.stringify({ file: out, ...size() }))
    }),
})

/** The file is there whole, or as it was before. */
async function writeWhole(
  document: ReadableStream<Uint8Array>,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const partial = `${file}.${process.pid}.part`
  try {
    await pipeline(document, createWriteStream(partial), { signal })
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
