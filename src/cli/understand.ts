import { parseArgs } from 'node:util'
import { type ArgsDef, type CommandDef, renderUsage } from 'citty'

/** What was typed: a command with its arguments; or, for the person, how it is used, and why. */
export type Understood =
  | { command: CommandDef; args: string[] }
  | { usage: string; problem: Misunderstood | null }

/** The command line was not understood. */
export class Misunderstood extends Error {
  readonly code = 'usage'
}

/** A command, by the words that led to it, and what was typed after them. */
type Found = { command: CommandDef; path: string[]; rest: string[] }

/**
 * Reads a command line strictly: the libraries would let options pass that a command does not have,
 * and arguments that it does not take. Nothing is carried out.
 * @param words as they were typed
 */
export async function understand(root: CommandDef, words: string[]): Promise<Understood> {
  const found = await find(root, words)
  if (asksForHelp(words)) return { usage: await usageOf(found), problem: null }
  try {
    await demandUnderstood(found)
  } catch (problem) {
    if (!(problem instanceof Misunderstood)) throw problem
    return { usage: await usageOf(found), problem }
  }
  return { command: found.command, args: found.rest }
}

const asksForHelp = (words: string[]): boolean => {
  const end = words.indexOf('--')
  return words.slice(0, end < 0 ? undefined : end).some((word) => /^(--help|-h)$/.test(word))
}

const resolved = async <T>(value: T | Promise<T> | (() => T | Promise<T>) | undefined) =>
  value instanceof Function ? value() : value

/** Follows the words as far as they name commands. */
async function find(root: CommandDef, words: string[]): Promise<Found> {
  const meta = await resolved(root.meta)
  const found: Found = { command: root, path: [meta?.name ?? ''], rest: words }
  for (const [i, word] of words.entries()) {
    const commands = (await resolved(found.command.subCommands)) ?? {}
    const next = Object.hasOwn(commands, word) ? await resolved(commands[word]) : undefined
    if (!next) break
    found.command = next
    found.path.push(word)
    found.rest = words.slice(i + 1)
  }
  return found
}

async function usageOf({ command, path }: Found): Promise<string> {
  const parent = { meta: { name: path.slice(0, -1).join(' ') } }
  return (await renderUsage(command, path.length > 1 ? parent : undefined)).trimEnd()
}

/** @throws Misunderstood for an unknown command or option, or an argument too many or too few */
async function demandUnderstood({ command, rest }: Found): Promise<void> {
  if (command.subCommands) {
    const [word] = rest
    throw new Misunderstood(word ? `Unknown command ${word}.` : 'No command specified.')
  }
  const args: ArgsDef = (await resolved(command.args)) ?? {}
  const { values, positionals } = strictly(args, rest)
  const empty = Object.keys(values).find((name) => values[name] === '')
  if (empty) throw new Misunderstood(`Option '--${empty}' has no value.`)
  const needed = Object.entries(args).find(
    ([name, one]) => one.type !== 'positional' && one.required && values[name] === undefined,
  )
  if (needed) throw new Misunderstood(`Option '--${needed[0]}' is needed.`)
  const places = Object.entries(args).filter(([, { type }]) => type === 'positional')
  const [missing] = places[positionals.length] ?? []
  if (missing) throw new Misunderstood(`Missing argument: ${missing.toUpperCase()}.`)
  const extra = positionals[places.length]
  const takesMore = places.at(-1)?.[1].valueHint?.endsWith('…')
  if (extra !== undefined && !takesMore) throw new Misunderstood(`Unexpected argument: ${extra}.`)
}

/** Reads options as they are defined, and no others. @throws Misunderstood */
function strictly(args: ArgsDef, rest: string[]) {
  const options = Object.entries(args).flatMap(([name, { type }]) =>
    type === 'positional' ? [] : [[name, { type: type === 'boolean' ? type : 'string' }] as const],
  )
  try {
    return parseArgs({ args: rest, options: Object.fromEntries(options), allowPositionals: true })
  } catch (error) {
    // What follows the first sentence is advice for rarer cases.
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : []
    throw new Misunderstood(`${sentence}.`)
  }
}
