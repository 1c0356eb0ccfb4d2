import type { Rating } from '../../src/domain/rating.ts'
import type { Frame } from '../frame.ts'
import type { QueueRow } from '../queue/props.ts'

/** Where a claim stands, in plain words: its stage, and what the public reads. */
export function stageInWords(
  { t, lang }: Frame,
  { claim, told, withdrawn }: Pick<QueueRow, 'claim' | 'told' | 'withdrawn'>,
  scale: Rating[],
): string {
  const rating = told && scale.find(({ id }) => id === told.rating)
  const label = rating && (lang === 'it' ? rating.labelIt : rating.labelEn)
  const parts = [t(`stage.${claim.stage}`), label, withdrawn ? t('status.withdrawn') : null]
  return parts.filter(Boolean).join(' · ')
}
