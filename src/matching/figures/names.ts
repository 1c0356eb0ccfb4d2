import type { Token } from './tokens.ts'
import { ordinalEnds, references, roughAfter, roughBefore } from './words.ts'

const dash = /^[-–—]$/

/** Whether a number is a part of a name, or of a reference, and no figure: `F-35`, `art. 4`, `[1]`, `21st`. */
export function isName(tokens: Token[], at: number, next: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[next]]
  if (token?.kind !== 'digits') return false
  const ahead = tokens[at - 2]
  if (token.close && before) {
    if (before.kind === 'word' || /^[/#@_:[]$/.test(before.text)) return true
    // `anni ’90`, and `Covid-19`; but `-3`, and `10-15`.
    if (/^['’]$/.test(before.text) && token.text.length === 2) return true
    if (dash.test(before.text) && before.close && ahead?.kind === 'word') return true
  }
  if (after?.close && next === at + 1) {
    if (ordinalEnds.has(after.text) || /^[/:_@\]]$/.test(after.text)) return true
    if (after.kind === 'word' && after.text.length === 1) return true
  }
  const named = before?.text === '.' ? ahead : before
  if (before?.text === '.' && /^[np]$/.test(ahead?.text ?? '')) return true
  return references.has(named?.text ?? '')
}

/** Whether the words around a figure say that it is meant roughly. */
export function isRough(tokens: Token[], at: number, next: number): boolean {
  const near = [tokens[at - 1], tokens[at - 2]]
  const skipped = /^(di|a|del|al|the|to|i|le)$/.test(near[0]?.text ?? '') ? near[1] : near[0]
  return roughBefore.has(skipped?.text ?? '') || roughAfter.has(tokens[next]?.text ?? '')
}
