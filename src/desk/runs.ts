/** How a run stands. `url` is the address that was visited last. */
export type Progress = {
  done: number
  total: number
  same: number
  changed: number
  gone: number
  failed: number
  barred: number
  /** Tasks that were opened, or changed. */
  drifts: number
  url: string | null
}

/** A run of the desk's own process: who began it, and how it stands. */
export type Run = {
  by: string
  startedAt: string
  progress: Progress
  /** How it ended; null while it goes on. */
  ended: { how: 'done' | 'stopped' | 'failed'; at: string } | null
}

/** The runs of a desk that is open, one at a time; the last one is remembered while it is open. */
export type Rechecks = {
  run: Run | null
  controller: AbortController | null
  /** Settles when the run under way has ended. */
  ending: Promise<void>
  timer: NodeJS.Timeout | null
}

export const noRechecks = (): Rechecks => ({
  run: null,
  controller: null,
  ending: Promise.resolve(),
  timer: null,
})

export const noProgress: Progress = {
  ...{ done: 0, total: 0, same: 0, changed: 0, gone: 0, failed: 0, barred: 0, drifts: 0 },
  url: null,
}

/** Ends what is under way, and the schedule, before the desk is closed. */
export async function endRechecks(rechecks: Rechecks): Promise<void> {
  if (rechecks.timer) clearTimeout(rechecks.timer)
  rechecks.timer = null
  rechecks.controller?.abort(new Error('The desk is being closed.'))
  await rechecks.ending
}

/** Something that the desk does by itself, so often; `looking` settles when the last look has ended. */
export type Schedule = { timer: NodeJS.Timeout | null; looking: Promise<void> }

export const noSchedule = (): Schedule => ({ timer: null, looking: Promise.resolve() })

/** The webhooks that are being told, by their ids; `controller` ends what is under way. */
export type Hooks = Schedule & { controller: AbortController; telling: Map<string, Promise<void>> }

export const noHooks = (): Hooks => ({
  ...noSchedule(),
  controller: new AbortController(),
  telling: new Map(),
})

/** Ends what is under way: what was not answered is sent again by whoever opens the desk next. */
export async function endHooks(hooks: Hooks): Promise<void> {
  hooks.controller.abort(new Error('The desk is being closed.'))
  await endSchedule(hooks)
  await Promise.all(hooks.telling.values())
}

export async function endSchedule(schedule: Schedule): Promise<void> {
  if (schedule.timer) clearTimeout(schedule.timer)
  schedule.timer = null
  await schedule.looking
}
