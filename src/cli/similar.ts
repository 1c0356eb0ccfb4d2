import { createReadStream } from 'node:fs'
import { defineCommand } from 'citty'
import { catchUp } from '../desk/catching-up.ts'
import { answerSimilar } from '../desk/similar-lines.ts'
import { linesOf, sayAll } from './lines.ts'
import { complain, exits, json, onDesk } from './output.ts'

/** Characters of a line: no text that one looks for is longer. */
const LONGEST = 1_000_000

const tooLong = {
  id: null,
  error: {
    code: 'too_large',
    message: `The line has more than ${LONGEST.toLocaleString('en')} characters.`,
    fields: {},
  },
}

export const similar = defineCommand({
  meta: {
    name: 'similar',
    description: 'Find the claims that texts are like, one a line, as JSON',
  },
  args: {
    source: {
      type: 'positional',
      description: 'a file with a line of JSON for each text, or - for standard input',
      valueHint: 'FILE|-',
      required: true,
    },
    json: { ...json, description: 'say as JSON what went wrong too' },
  },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      if (await desk.store.words.isBehind()) {
        complain('Claims are read for what they are found by; this happens once after an upgrade.')
        await catchUp(desk)
      }
      const stream = args.source === '-' ? process.stdin : createReadStream(args.source)
      for await (const { number, text } of linesOf(stream, LONGEST)) {
        if (text?.trim() === '') continue
        const answer = text === null ? tooLong : await answerSimilar(desk, text)
        await sayAll(JSON.stringify(answer))
        const { error } = { error: undefined, ...answer }
        if (!error) continue
        complain(`line ${number}: ${error.message}`)
        process.exitCode = exits.failed
      }
    }),
})
