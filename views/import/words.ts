import type { Import, Tally } from '../../src/domain/import.ts'
import type { Frame } from '../frame.ts'
import { type Html, joined } from '../html.ts'
import { number } from '../parts.ts'

/** How an import stands, in a word: what is said to go on, and does not, was interrupted. */
export function statusWords(
  { t }: Frame,
  { import: { status }, isAlive }: { import: Import; isAlive: boolean },
): string {
  const isOpen = status === 'looking' || status === 'running'
  return isOpen && !isAlive ? t('import.interrupted') : t(`import_status.${status}`)
}

/** What came of an import, or would: what there is none of is not told. */
export function counted(frame: Frame, tally: { [name in keyof Tally]: number | null }): Html {
  const told = (key: 'added' | 'changed' | 'same' | 'refused_count', count: number | null) =>
    count ? frame.t(`import.${key}`, { count, shown: number(frame, count) }) : null
  return joined(
    [
      told('added', tally.added),
      told('changed', tally.changed),
      told('same', tally.same),
      told('refused_count', tally.refused),
    ],
    ', ',
  )
}
