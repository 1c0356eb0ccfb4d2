type Answer = { status: number; json(): Promise<unknown>; text(): Promise<string> }
type Said<A extends Answer, S> = Awaited<ReturnType<Extract<A, { status: S }>['json']>>

/** What a request was answered with, where it was answered so. */
export function said<A extends Answer, S extends A['status']>(
  answer: Promise<A>,
  status: S,
): Promise<Said<A, S>>
export async function said(answer: Promise<Answer>, status: number): Promise<unknown> {
  const there = await answer
  if (there.status === status) return there.json()
  throw new Error(`answered ${there.status}: ${await there.text()}`)
}
