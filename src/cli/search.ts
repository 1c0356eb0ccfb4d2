import { defineCommand } from 'citty'
import { catchUp } from '../desk/catching-up.ts'
import type { Desk } from '../desk/open.ts'
import { searchFromTerminal } from '../desk/terminal.ts'
import { linesOf, sayAll } from './lines.ts'
import { complain, exits, json, onDesk, refuse } from './output.ts'
import { Misunderstood } from './understand.ts'

/** Claims of a query, unless it is said otherwise; a page of the list of claims holds as many. */
const MOST = 50

/** Characters of a line: what is searched for is far shorter, and the rest is not read. */
const LONGEST = 100_000

async function answer(desk: Desk, query: string, most: number, asJson: boolean): Promise<void> {
  const found = await searchFromTerminal(desk, query, most)
  if (asJson) return sayAll(JSON.stringify(found))
  for (const { id, stage, rating, statement } of found.claims) {
    await sayAll([id, stage, rating?.id ?? '-', statement.replace(/\s+/g, ' ')].join('\t'))
  }
  if (found.missing.length > 0) complain(`Nowhere: ${found.missing.join(', ')}.`)
  const more = found.total - found.claims.length
  if (more > 0) complain(`${more}${found.isLeast ? ' or more' : ''} others are found, too.`)
}

export const search = defineCommand({
  meta: { name: 'search', description: 'Find claims as the search box does' },
  args: {
    query: {
      type: 'positional',
      description: 'what the search box takes, or - for a query a line on standard input',
      valueHint: 'QUERY|-',
      required: true,
    },
    limit: {
      type: 'string',
      description: `so many claims of each query at most; ${MOST} without`,
      valueHint: 'NUMBER',
    },
    json,
  },
  run: ({ args }) => {
    const most = Number(args.limit ?? MOST)
    if (!(Number.isInteger(most) && most >= 1 && most <= MOST)) {
      const problem = `Option '--limit' takes a number from 1 to ${MOST}.`
      refuse(new Misunderstood(problem), args.json)
      process.exitCode = exits.misunderstood
      return
    }
    return onDesk(args.json, async (desk) => {
      if (await desk.store.words.isBehind()) {
        complain('Claims are read for what they are found by; this happens once after an upgrade.')
        await catchUp(desk)
      }
      if (args.query !== '-') return answer(desk, args.query, most, args.json)
      for await (const { text } of linesOf(process.stdin, LONGEST)) {
        if (text?.trim()) await answer(desk, text, most, args.json)
      }
    })
  },
})
