import { lastDay } from '../../domain/dates.ts'
import type { Member } from '../../domain/member.ts'
import type { Queue } from '../../domain/queue.ts'
import { lettersOf } from '../../domain/rating.ts'
import { openStages } from '../../domain/stage.ts'
import type { FilterName } from '../../matching/query/filters.ts'
import type { Facts } from '../../store/facts.ts'

/** Articles that facts speak of, by id. */
export type Titles = Map<string, { title: string; outlet: string | null }>
/** Whether a claim is what a filter asks for. */
export type Test = (facts: Facts, titles: Titles) => boolean

const isOpen = ({ stage }: Facts): boolean => openStages.includes(stage)

/** When a claim was made, or else when it came to the desk, which its id tells (RFC 9562, UUIDv7). */
function datesOf({ claimedOn, id }: Facts): string[] {
  if (claimedOn.length > 0) return claimedOn
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return Number.isFinite(at) ? [new Date(at).toISOString().slice(0, 10)] : []
}

const has: Record<string, Test> = {
  verdict: ({ rating }) => rating !== null,
  evidence: ({ hasEvidence }) => hasEvidence,
  article: ({ appearances }) => appearances.length > 0,
  due: ({ dueOn }) => dueOn !== null,
}

/** Whether a title or a name has the words that were typed, one after the other. */
const hasWords = (text: string | null | undefined, typed: string): boolean =>
  ` ${lettersOf(text ?? '')}`.includes(` ${lettersOf(typed)}`)

const onArticle =
  (test: (article: { title: string; outlet: string | null }) => boolean): Test =>
  ({ appearances }, titles) =>
    appearances.some(({ article }) => {
      const known = titles.get(article)
      return known !== undefined && test(known)
    })

/** @param who ids that a name stands for; the filter of a name asks for one of them */
export function typedTest(name: FilterName, value: string, who: string[]): Test {
  const tests: Record<FilterName, Test> = {
    rating: ({ rating }) => rating === value,
    reason: ({ reasons }) => reasons.includes(value),
    stage: ({ stage }) => stage === value,
    language: ({ language }) => language === value,
    topic: ({ topics }) => topics.includes(value),
    kind: ({ kind }) => kind === value,
    claimant: ({ claimants }) => claimants.some((one) => who.includes(one)),
    holder: (facts) =>
      isOpen(facts) &&
      (value === 'nobody' ? facts.assignee === null : who.includes(facts.assignee ?? '')),
    article: (facts, titles) =>
      facts.appearances.some(({ article }) => article === value) ||
      onArticle(({ title }) => hasWords(title, value))(facts, titles),
    outlet: onArticle(({ outlet }) => hasWords(outlet, value)),
    after: (facts) => datesOf(facts).some((date) => lastDay(date) >= value),
    before: (facts) => datesOf(facts).some((date) => date < value),
    has: has[value] ?? (() => true),
  }
  return tests[name]
}

/** What is chosen beside the search, but for stage and person. */
export function chosenTest(queue: Queue): Test {
  const { rating, reason, language, topic, claimant, article } = queue
  // Article and claimant together ask for one appearance: what somebody claims in that article.
  const isThere = (one: Facts['appearances'][number]) =>
    (claimant === null || one.claimant === claimant) &&
    (article === null || one.article === article)
  return (facts) =>
    (rating === null || facts.rating === rating) &&
    (reason === null || facts.reasons.includes(reason)) &&
    (language === null || facts.language === language) &&
    (topic === null || facts.topics.includes(topic)) &&
    ((claimant === null && article === null) || facts.appearances.some(isThere))
}

/** The stage and the person that are chosen. */
export function workTest({ stage, who }: Queue, member: Pick<Member, 'id'>): Test {
  const holder = { all: undefined, mine: member.id, nobody: null }[who]
  return (facts) =>
    (stage === null || facts.stage === stage) &&
    (holder === undefined || (isOpen(facts) && facts.assignee === holder))
}
