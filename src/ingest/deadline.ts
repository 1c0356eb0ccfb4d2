import { refusal } from './fetch-step.ts'

/**
 * Carries out what asks a host, no longer than it may take.
 * @param limits `timeoutMs`; `signal` of the caller, who may have enough before
 * @param asked the address that is being asked by then
 * @param work is given the signal that ends it
 * @throws Refusal `url_timeout` (`seconds`); what `work` throws; the reason of `signal`
 */
export async function inTime<T>(
  { timeoutMs, signal: caller }: { timeoutMs: number; signal?: AbortSignal | undefined },
  asked: () => URL,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timeoutMs)
  try {
    return await work(AbortSignal.any([deadline.signal, ...(caller ? [caller] : [])]))
  } catch (error) {
    caller?.throwIfAborted()
    if (!deadline.signal.aborted) throw error
    throw refusal('url_timeout', asked(), { seconds: Math.ceil(timeoutMs / 1000) })
  } finally {
    clearTimeout(timer)
  }
}
