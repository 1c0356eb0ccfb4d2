import { Refusal, type RefusalCode } from '../domain/refusal.ts'

/** The refusals of fetching; each names the `host` that it is about. */
type UrlCode = Extract<RefusalCode, `url_${string}`>

/**
 * One step of fetching. What goes wrong in it becomes a refusal, unless time ran out or the caller
 * gave up: then everything fails at once, and the last error to arrive says nothing about the host.
 *
 * @param work the step, begun
 * @param signal of the deadline and the caller
 * @param refuse the refusal for what went wrong
 * @throws Refusal its own, or `refuse`'s; the signal's reason where that is aborted
 */
export async function step<T>(
  work: Promise<T>,
  signal: AbortSignal,
  refuse: (error: unknown) => Refusal,
): Promise<T> {
  const { promise: given, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  if (signal.aborted) giveUp()
  try {
    return await Promise.race([work, given])
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof Refusal ? error : refuse(error)
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** A refusal about a host, with the system's own code for whoever reads the log. */
export function refusal(
  code: UrlCode,
  url: URL,
  values: Record<string, string | number> = {},
  error?: unknown,
): Refusal {
  const said = error === undefined ? values : { ...values, detail: codeOf(error) }
  return new Refusal(code, { values: { host: url.hostname, ...said } })
}

/** Such as `ECONNREFUSED`; of several attempts, the first one's. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return error.name
}
