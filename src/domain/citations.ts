import { type Evidence, isPublic } from './evidence.ts'
import type { FieldError } from './refusal.ts'

/** The numbers of evidence that a rationale cites: `[1]`, but no words of a link, and no year. */
export function cited(rationale: string): number[] {
  const found = Array.from(rationale.matchAll(/\[(\d{1,3})\](?!\()/g), ([, digits]) =>
    Number(digits),
  )
  return [...new Set(found)].sort((a, b) => a - b)
}

/**
 * What is wrong with what a rationale cites: numbers that no evidence of the claim has, else evidence
 * that stays on the desk, where readers would look for it in vain.
 * @param evidence of the claim
 */
export function citedInVain(
  rationale: string,
  evidence: Pick<Evidence, 'number' | 'visibility'>[],
): FieldError | null {
  const numbers = cited(rationale)
  const of = (some: typeof evidence) => new Set(some.map(({ number }) => number))
  const error = (code: 'cited_in_vain' | 'cited_desk_only', vain: number[]): FieldError => ({
    code,
    values: { numbers: vain.map((one) => `[${one}]`).join(', '), count: vain.length },
  })
  const there = of(evidence)
  const nowhere = numbers.filter((one) => !there.has(one))
  if (nowhere.length > 0) return error('cited_in_vain', nowhere)
  const shown = of(evidence.filter(isPublic))
  const inside = numbers.filter((one) => !shown.has(one))
  return inside.length > 0 ? error('cited_desk_only', inside) : null
}
