import { defineCommand } from 'citty'
import type { Checked } from '../desk/recheck.ts'
import type { Progress } from '../desk/runs.ts'
import { problemIn, recheckFromTerminal } from '../desk/terminal.ts'
import { complain, exits, json, onDesk, progress, refuse, say, stoppable } from './output.ts'
import { Misunderstood } from './understand.ts'

const OUTCOMES = {
  same: 'as before',
  changed: 'changed',
  gone: 'gone',
  failed: 'failed',
  barred: 'not for programs',
} satisfies Record<Checked['outcome'], string>

const tasks = (count: number): string => `${count} ${count === 1 ? 'task' : 'tasks'}`

/** Says how a visit went: what is as it was is not worth a line, unless JSON is asked for. */
function tell({ url, outcome, drifts, why }: Checked, asJson: boolean): void {
  const error = why && problemIn(why)
  if (asJson) say(JSON.stringify({ url, outcome, tasks: drifts, ...(error && { error }) }))
  if (outcome === 'failed') {
    process.exitCode = exits.failed
    complain(`${url}: ${error?.message ?? outcome}`)
  } else if (!asJson && outcome !== 'same') {
    // That it is gone is said already: what its host answered is not.
    const said = outcome === 'gone' ? `answer ${why?.values.status ?? '?'}` : error?.message
    const after = [drifts ? tasks(drifts) : '', said ?? ''].filter(Boolean).join('; ')
    say(`${OUTCOMES[outcome]}  ${url}${after ? `  ${after}` : ''}`)
  }
}

function summary({ done, drifts, ...counts }: Progress): string {
  const parts = (['same', 'changed', 'gone', 'failed', 'barred'] as const).flatMap((outcome) =>
    counts[outcome] ? [`${counts[outcome]} ${OUTCOMES[outcome]}`] : [],
  )
  const visited = `${done} ${done === 1 ? 'source' : 'sources'}`
  return [`${visited}${parts.length ? ':' : ''} ${parts.join(', ')}`.trim(), tasks(drifts)].join(
    '; ',
  )
}

export const recheckCommand = defineCommand({
  meta: {
    name: 'recheck',
    description: 'Fetch what articles and evidence stand on once more, and find what changed',
  },
  args: {
    'older-than': {
      type: 'string',
      description: 'only what was not visited for so many hours',
      valueHint: 'HOURS',
    },
    json,
  },
  run: ({ args }) => {
    const olderThan = Number(args['older-than'] ?? 0)
    if (!(olderThan >= 0 && olderThan <= 87_600)) {
      refuse(new Misunderstood("Option '--older-than' takes a number of hours."), args.json)
      process.exitCode = exits.misunderstood
      return
    }
    return onDesk(args.json, (desk) =>
      stoppable(async ({ signal }) => {
        const ended = await recheckFromTerminal(desk, {
          ...{ signal, olderThan },
          onProgress: ({ done, total, url }, checked) => {
            progress(null)
            if (checked) tell(checked, args.json)
            if (!args.json && done < total) progress(`${done} of ${total}  ${url ?? ''}`)
          },
        })
        if (!args.json) say(summary(ended))
      }),
    )
  },
})
