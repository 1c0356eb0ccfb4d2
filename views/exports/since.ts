import type { ExportChange } from '../../src/domain/export-change.ts'
import { exportChanges } from '../../src/domain/export-change.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { langOf, note, section, when } from '../parts.ts'
import { formatLinks } from './formats.ts'

/** What changed since somebody took the export along. */
export type SinceLast = {
  at: string
  /** The place in the ledger up to which they have it. */
  since: string
  news: {
    counts: { [change in ExportChange]?: number }
    isMore: boolean
    newest: {
      change: ExportChange
      reason: string | null
      told: {
        id: string
        claimId: string
        version: number
        claim: { statement: string; language: string }
        rating: { labels: { en: string; it: string } }
      }
    }[]
  }
}
type News = SinceLast['news']

/** What is counted: a version that was replaced is told with the one that replaced it. */
const counted = exportChanges.filter((change) => change !== 'superseded')

/**
 * The difference to what somebody has already, before everything else.
 * @param query the filters, as an address has them
 */
export function sinceLast(frame: Frame, last: SinceLast | null, query: [string, string][]): Html {
  const { t } = frame
  if (!last) return note(t('exports.since_never'))
  const { at, since, news } = last
  const isNothing = Object.values(news.counts).every((count) => !count)
  const body = isNothing ? note(t('exports.since_none')) : difference(frame, news)
  const links = isNothing
    ? nothing
    : formatLinks(frame, {
        ...{ id: 'since-ways', label: t('exports.since_download') },
        pairs: [...query, ['since', since]],
        name: 'changes',
      })
  return section('since', t('exports.since'), html`${body}${links}`, when(frame, at))
}

function difference(frame: Frame, { counts, isMore, newest }: News): Html {
  const { t } = frame
  const sum = Object.values(counts).reduce((all, count) => all + (count ?? 0), 0)
  const said = counted.flatMap((change) => {
    const count = counts[change] ?? 0
    return count ? [t('exports.counted', { change, count })] : []
  })
  const told = isMore ? [t('exports.since_more', { count: sum })] : said
  return html`<p class="export-count" id="since-count">${joined(told)}</p>
${newest.length ? note(t('exports.since_first', { count: newest.length })) : nothing}
<ul class="rows" role="list">${newest.map((one) => changed(frame, one))}</ul>`
}

function changed(frame: Frame, { change, reason, told }: News['newest'][number]): Html {
  const { t, lang } = frame
  const { claim, claimId, rating } = told
  const about = joined([t('exports.change', { change }), rating.labels[lang], reason])
  return html`<li><a class="statement" href="/claims/${claimId}"${langOf(frame, claim.language)}>${claim.statement}</a>
<p class="note">${about}</p></li>`
}
