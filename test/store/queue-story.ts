import { addAppearance } from '../../src/domain/appearance.ts'
import { addArticle } from '../../src/domain/article.ts'
import type { Claim } from '../../src/domain/claim.ts'
import { nameClaimant } from '../../src/domain/claimant.ts'
import { record } from '../../src/domain/ledger.ts'
import { type Stage, stages } from '../../src/domain/stage.ts'
import { sha256 } from '../../src/store/seal.ts'
import type { Store } from '../../src/store/store.ts'
import * as who from '../domain/people.ts'

/** A claim of the queue with everything that it can be found by. */
export type Queued = {
  claim: Claim
  told: string | null
  /** Of its appearances: the claimant (an id, `outlet` or `unknown`) and the article. */
  appears: { claimant: string; article: string }[]
}

const by = who.act(who.author)
const of = <T>(some: readonly T[], i: number): T => some[i % some.length] as T

const statements: [language: string, statement: string][] = [
  ['it', 'Il ponte di Vallechiara è costato due milioni'],
  ['it', 'L’università della valle ha perso studenti'],
  ['en', 'The bridge reopened after three years'],
  ['ru', 'Мост снова открыт'],
  ['it', 'I soldati hanno riparato il ponte'],
]
const open = { checking: who.author.id, in_review: who.colleague.id, decided: who.author.id }

const claimOf = (i: number): Claim => {
  const [language, statement] = of(statements, i)
  const stage: Stage = of(stages, Math.floor(i / 2))
  return {
    ...who.claimAt(stage),
    id: `claim-${String(i * 7 + 3).padStart(3, '0')}`,
    statement,
    language,
    statementIt: language === 'ru' ? 'Il ponte è di nuovo aperto' : null,
    // Many at the same moment: the order must not hang on it.
    stageSince: of(['2025-05-01T10:00:00.000Z', '2025-05-02T10:00:00.000Z'], i),
    assignee: stage in open ? open[stage as keyof typeof open] : null,
    leadAppearance: null,
    topics: of([['bridge'], ['bridge', 'costs'], null], i),
    dueOn: of([null, '2025-06-01', null, '2025-06-02'], i),
  }
}

/** Forty claims that differ in everything, in an order that is none of the queue's. */
export async function queueStory(store: Store): Promise<Queued[]> {
  const articles = ['article-1', 'article-2']
  for (const article of articles) {
    const details = { title: article, language: 'it' }
    const text = { text: sha256(article), key: article, source: 'paste', snapshot: null } as const
    const changes = addArticle({ article, version: `${article}-v` }, text, details, by)
    await store.save(changes, { texts: [{ hash: text.text, text: article }] })
  }
  await store.save([nameClaimant('mayor', 'The mayor', by), nameClaimant('riva', 'Paolo Riva', by)])
  const queued: Queued[] = []
  for (let i = 0; i < 40; i++) {
    const claim = claimOf(i)
    const told = claim.stage === 'decided' ? of(['true', 'false'], i) : null
    const appears = [
      {
        claimant: of(['mayor', 'riva', 'outlet', 'unknown'], i),
        article: of(articles, Math.floor(i / 3)),
      },
      ...(i % 5 === 0 ? [{ claimant: 'mayor', article: 'article-2' }] : []),
    ]
    await store.save([
      record('claim', 'open', by, null, { ...claim, revision: 0 }),
      ...appears.flatMap((at, j) => appearance(claim, at, `${claim.id}-${j}`)),
      ...verdicts(claim, told),
    ])
    queued.push({ claim: { ...claim, revision: 1 }, told, appears })
  }
  return queued
}

function appearance(claim: Claim, { claimant, article }: Queued['appears'][number], id: string) {
  const excerpt = { quote: 'q', prefix: '', suffix: '', start: 0, end: 1 }
  const place = { claim: claim.id, article, version: `${article}-v`, excerpt }
  const named = claimant === 'mayor' ? 'The mayor' : claimant === 'riva' ? 'Paolo Riva' : null
  const input = { claimantKind: named ? 'named' : claimant, claimant: named ?? '', claimedOn: '' }
  const key = claimant === 'mayor' ? 'the mayor' : 'paolo riva'
  const about = { name: named ?? '', key, role: null, sameAs: [], addedAt: by.at }
  const known = named ? { id: claimant, revision: 1, ...about } : null
  return addAppearance(id, place, input, { known, newId: 'none' }, by)
}

/** What is public, and beside it what was or may become so: of these nobody asks. */
function verdicts(claim: Claim, told: string | null) {
  const version = (
    number: number,
    status: 'published' | 'superseded' | 'proposed',
    rating: string,
  ) =>
    record('verdict', 'draft', by, null, {
      ...who.verdictAt(status, { id: `${claim.id}-v${number}`, claim: claim.id, number, rating }),
      // What was right, and is not any more, beside what misleads: each is found.
      reasons: status === 'published' && rating === 'false' ? ['satire', 'outdated_since'] : [],
      revision: 0,
    })
  if (claim.stage === 'in_review') return [version(1, 'proposed', 'true')]
  if (!told) return []
  return [version(1, 'superseded', 'mixed'), version(2, 'published', told)]
}
