/**
 * Lets everybody’s jobs go on side by side, and each person’s one after the other: whoever asks for very
 * much waits for their own, and nobody else does.
 */
export function inTurns() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(who: string, job: () => Promise<T>): Promise<T> => {
    const turn = (last.get(who) ?? Promise.resolve()).then(job)
    const over = turn
      .catch(() => undefined)
      .then(() => {
        if (last.get(who) === over) last.delete(who)
      })
    last.set(who, over)
    return turn
  }
}
