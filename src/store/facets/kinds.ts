import type { QueuePlace } from '../../domain/queue.ts'
import { type Stage, stages } from '../../domain/stage.ts'

/**
 * What claims are found and counted by, each with its number. `work` is an open claim's stage with whoever
 * holds it; a rating and its reasons are those of the public verdict. A topic with a claimant is one of its own:
 * few claims have both, far apart among those that have either. A new one goes to the end.
 */
export const kindNumbers = {
  stage: 1,
  work: 2,
  language: 3,
  kind: 4,
  rating: 5,
  reason: 6,
  topic: 7,
  claimant: 8,
  article: 9,
  topic_claimant: 10,
} as const
export type FacetKind = keyof typeof kindNumbers

/** A facet's number tells its kind: no number of a kind is one of another. */
const KINDS = 16
export const kindIn = (facet: number): number => facet % KINDS

/** The facet of a stage has a number of its own, the same on every desk; all others come after. */
export const stageNumber = (stage: Stage): number => stages.indexOf(stage) + 1
export const stageFacet = (stage: Stage): number => stageNumber(stage) * KINDS + kindNumbers.stage
export const fixedFacet = (kind: number, value: string): number | null => {
  const stage = stages.find((one) => one === value)
  return kind === kindNumbers.stage && stage ? stageFacet(stage) : null
}
export const FIRST_OTHER = KINDS

/** @param place how many facets came before, of whatever kind */
export const facetNumber = (place: number, kind: number): number => place * KINDS + kind
export const placeIn = (facet: number): number => Math.floor(facet / KINDS)

export const bothValue = (topic: string, claimant: string): string => `${claimant} ${topic}`

export const workValue = (stage: Stage, holder: string | null): string => `${stage} ${holder ?? ''}`

/** The stage and the holder of such a value. */
export function workIn(value: string): { stage: Stage; assignee: string | null } {
  const [name, assignee] = value.split(' ', 2)
  const stage = stages.find((one) => one === name)
  if (!stage) throw new Error(`no stage of a claim: ${value}`)
  return { stage, assignee: assignee || null }
}

/** Whether facets of a kind are counted with others: from articles on they have few claims. */
export const isPaired = (kind: number): boolean => kind < kindNumbers.article

/** Which facets are counted together: those of one kind exclude each other. */
export const arePaired = (one: number, other: number): boolean =>
  kindIn(one) < kindIn(other) && isPaired(kindIn(other))

/** A moment (ISO 8601, UTC, with milliseconds) as a number that sorts alike, from 2000 to 2099. */
export const sinceNumber = (at: string): number => Number(at.slice(2, 23).replace(/\D/g, ''))

const CLOSED = '9999-12-32'
/** After every day, and after the claims without one: where nobody works any more. */
export const CLOSED_DUE = Number(CLOSED.replaceAll('-', ''))
export const dueText = (due: number): string =>
  String(due).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
export const dueNumber = ({ due }: QueuePlace): number => Number(due.replaceAll('-', ''))
