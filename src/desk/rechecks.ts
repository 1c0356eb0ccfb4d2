import { demand, type Member, schedule } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './open.ts'
import { type RecheckOptions, recheck } from './recheck.ts'
import { noProgress, type Progress, type Run } from './runs.ts'

type Starting = Omit<RecheckOptions, 'signal' | 'onProgress'> & {
  /** Told what ended the run that nobody foresaw. */
  onError?: (error: unknown) => void
}

/**
 * Begins a run, which goes on by itself.
 * @returns settles when it has ended
 * @throws Refusal `forbidden`; `busy` where one is under way
 */
export function startRecheck(desk: Desk, member: Member, options: Starting = {}): Promise<void> {
  demand(member, 'checker')
  const { rechecks } = desk
  if (rechecks.controller) throw new Refusal('busy')
  const { onError = () => {}, ...rest } = options
  const controller = new AbortController()
  const { signal } = controller
  const run: Run = { by: member.id, startedAt: desk.now(), progress: noProgress, ended: null }
  const onProgress = (progress: Progress) => {
    run.progress = progress
  }
  const end = (how: NonNullable<Run['ended']>['how']) => {
    run.ended = { how, at: desk.now() }
    rechecks.controller = null
  }
  rechecks.controller = controller
  rechecks.run = run
  rechecks.ending = recheck(desk, member, { ...rest, signal, onProgress }).then(
    () => end('done'),
    (error) => {
      end(signal.aborted ? 'stopped' : 'failed')
      if (!signal.aborted) onError(error)
    },
  )
  return rechecks.ending
}

/**
 * Stops the run under way; what is done stays. Where there is none, nothing is done.
 * @throws Refusal `forbidden`
 */
export async function stopRecheck({ rechecks }: Desk, member: Member): Promise<void> {
  demand(member, 'checker')
  rechecks.controller?.abort(new Error('The recheck was stopped.'))
  await rechecks.ending
}

/** The run under way, or the last one; null where there was none since the desk was opened. */
export const recheckOf = ({ rechecks }: Pick<Desk, 'rechecks'>): Run | null => rechecks.run

/** How long until it is looked for sources that are due: about ten minutes, never to the second. */
const pauseMs = () => 600_000 * (0.75 + Math.random() / 2)

/**
 * Rechecks every source so often, by itself: whatever was not visited for so many hours is due. A run
 * of somebody's is waited for.
 * @param hours between two visits of a source
 * @param onError told what ended a run that nobody foresaw
 * @param pause milliseconds until it is looked again
 */
export function scheduleRechecks(
  desk: Desk,
  hours: number,
  onError: (error: unknown) => void,
  pause: () => number = pauseMs,
): void {
  const { rechecks } = desk
  const look = async () => {
    try {
      await recheckDue(desk, hours, onError)
    } catch (error) {
      onError(error)
    }
    if (rechecks.timer) wait()
  }
  const wait = () => {
    rechecks.timer = setTimeout(look, pause()).unref()
  }
  wait()
}

async function recheckDue(desk: Desk, hours: number, onError: (error: unknown) => void) {
  if (desk.rechecks.controller) return
  const before = new Date(Date.parse(desk.now()) - hours * 3_600_000).toISOString()
  const [due] = await desk.store.standing.cited(before)
  // Somebody may have begun a run while the database was asked.
  if (!due || desk.rechecks.controller) return
  await startRecheck(desk, schedule, { olderThan: hours, onError })
}
