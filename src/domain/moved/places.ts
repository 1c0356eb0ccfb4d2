import type { Appearance } from '../appearance.ts'
import type { Article, ArticleVersion } from '../article.ts'
import { type Claimant, claimantKey } from '../claimant.ts'
import { excerptAt } from '../excerpt.ts'
import { record } from '../ledger.ts'
import { type Decided, keep, type Means, type Shelf } from './shelf.ts'
import type { Moving, ToldAppearance, ToldArticle } from './told.ts'

/** What takes the place of words that were not told: how another desk inferred something. */
const INFERRED = {
  it: 'Così lo sapeva la redazione da cui questo è stato trasferito; il perché non era nell’esportazione.',
  en: 'As the desk knew it that this was moved from; why was not in its export.',
}

/** What stands first in the text of an article of which only quotes were told. */
const NO_TEXT = {
  it: 'Il testo di questo articolo non era nell’esportazione da cui è stato trasferito. Ne restano i passi citati.',
  en: 'The text of this article was not in the export that it was moved in from. What was quoted of it is here.',
}

const inTongue = (words: { it: string; en: string }, language: string): string =>
  language === 'it' ? words.it : words.en

const reasonFor = (certainty: string, language: string): string | null =>
  certainty === 'inferred' ? inTongue(INFERRED, language) : null

/** Where the words stand in a text, in code points; -1 where they do not. */
function placeOf(text: string, quote: string): number {
  const at = text.indexOf(quote)
  return at < 0 ? -1 : Array.from(text.slice(0, at)).length
}

/**
 * The article that words were taken from, with a version in which they stand: the export tells no texts, so its
 * text is what was quoted of it, after a sentence that says so. More words make a longer version.
 */
function moveArticle(
  shelf: Shelf,
  told: ToldArticle,
  quote: string,
  since: string,
  { act, newId, hash }: Means,
  decided: Decided,
): { version: ArticleVersion; text: string } {
  const { id, title, outlet, byline, url, date, language } = told
  const before = shelf.articles.get(id) ?? null
  const shown = shelf.shown.get(id)
  const hasWords = shown !== undefined && placeOf(shown.text, quote) >= 0
  const text = hasWords ? shown.text : `${shown?.text ?? inTongue(NO_TEXT, language)}\n\n${quote}`
  const version: ArticleVersion = hasWords
    ? shown.version
    : {
        id: newId(),
        revision: 0,
        article: id,
        number: (shown?.version.number ?? 0) + 1,
        text: hash(text),
        // A text that is pasted some day is none of these: they are told apart by whose quotes they are.
        key: hash(`${id}\n${text}`),
        source: 'terminal',
        snapshot: null,
        addedAt: act.at,
      }
  const isNewer = before === null || since >= before.addedAt
  const details = {
    ...{ title, outlet, byline, url, date, language },
    outletReason: reasonFor(told.outletCertainty, language),
    dateReason: reasonFor(told.dateCertainty, language),
  }
  const isOther = Object.entries(details).some(
    ([name, value]) => before && Reflect.get(before, name) !== value,
  )
  const addedAt = before && !(isNewer && isOther) ? before.addedAt : since
  const after: Article = {
    ...(before ?? { id, revision: 0, ...details }),
    ...(isNewer && details),
    version: version.id,
    addedAt,
  }
  shelf.articles.set(id, keep(decided, record('article', 'move_in', act, before, after)))
  if (hasWords) return shown
  const added = keep(decided, record('article_version', 'move_in', act, null, version))
  decided.texts.push({ hash: version.text, text })
  const now = { version: added, text }
  shelf.shown.set(id, now)
  return now
}

/** The record of whoever claims it, by the name. */
function moveClaimant(
  shelf: Shelf,
  { name, role, sameAs }: ToldAppearance['claimant'],
  since: string,
  { act, newId }: Means,
  decided: Decided,
): Claimant | null {
  const key = claimantKey(name ?? '')
  if (!name || !key) return null
  const before = shelf.claimants.get(key) ?? null
  const isNewer = before === null || since >= before.addedAt
  const isOther = before?.role !== role || before.sameAs.join() !== sameAs.join()
  if (before && !(isNewer && isOther)) return before
  const after: Claimant = {
    ...(before ?? { id: newId(), revision: 0 }),
    name,
    key,
    role,
    sameAs,
    addedAt: since,
  }
  const kept = keep(decided, record('claimant', 'move_in', act, before, after))
  shelf.claimants.set(key, kept)
  return kept
}

/** Where a claim appears. What a newer version told of it counts; one that another claim has stays there. */
function moveAppearance(
  shelf: Shelf,
  { told: verdict }: Moving,
  told: ToldAppearance,
  isNewest: boolean,
  means: Means,
  decided: Decided,
): void {
  const before = shelf.appearances.get(told.id) ?? null
  const { claimId: claim, publishedAt } = verdict
  if (before && (!isNewest || before.claim !== claim)) return
  const { kind, name } = told.claimant
  const claimant =
    kind === 'named' ? moveClaimant(shelf, told.claimant, publishedAt, means, decided) : null
  const { version, text } = moveArticle(
    shelf,
    told.article,
    told.quote,
    publishedAt,
    means,
    decided,
  )
  const start = placeOf(text, told.quote)
  const excerpt = excerptAt(text, start, start + Array.from(told.quote).length)
  const after: Appearance = {
    id: told.id,
    revision: before?.revision ?? 0,
    claim,
    article: told.article.id,
    version: version.id,
    ...excerpt,
    claimantKind: kind,
    claimant: kind === 'named' ? name : null,
    claimantId: claimant?.id ?? null,
    attribution: told.attribution,
    claimedOn: told.claimedOn,
    claimedOnReason: reasonFor(told.claimedOnCertainty, told.article.language),
    movedFrom: null,
    addedAt: before?.addedAt ?? publishedAt,
  }
  // Where it stands already it stays: a longer version of the text holds it too.
  const place = before?.quote === told.quote ? { ...after, ...placeIn(before) } : after
  const kept = keep(decided, record('appearance', 'move_in', means.act, before, place, { claim }))
  shelf.appearances.set(told.id, kept)
}

const placeIn = ({ version, quote, prefix, suffix, start, end }: Appearance) => ({
  ...{ version, quote, prefix, suffix, start, end },
})

/** Where and by whom a verdict’s claim was told to be claimed. */
export function movePlaces(
  shelf: Shelf,
  moving: Moving,
  isNewest: boolean,
  means: Means,
  decided: Decided,
): void {
  for (const told of moving.told.appearances) {
    moveAppearance(shelf, moving, told, isNewest, means, decided)
  }
}
