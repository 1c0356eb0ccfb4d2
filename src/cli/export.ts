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

/** The filters among what was typed; each may stand there more than once. */
function askedIn(words: string[]): Record<string, string[]> {
  const asked: Record<string, string[]> = {}
  const options = { ...filters, out: { type: 'string' }, json: { type: 'boolean' } } as const
  for (const token of parseArgs({ args: words, options, tokens: true }).tokens) {
    if (token.kind !== 'option' || !Object.hasOwn(filters, token.name)) continue
    asked[token.name] = [...(asked[token.name] ?? []), token.value ?? '']
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
