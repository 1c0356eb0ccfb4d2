import type { Role } from './member.ts'

/** Where the work on a claim stands. */
export const stages = ['inbox', 'checking', 'in_review', 'decided', 'set_aside'] as const
export type Stage = (typeof stages)[number]

/** The condition on the person, beyond the role. */
export type Bond = 'anyone' | 'holder' | 'author' | 'not_author' | 'not_writer' | 'sees'

type Row = { from: readonly (Stage | 'none')[]; to: Stage; role: Role; bond: Bond }

/**
 * Every move of a claim from stage to stage. Pages read it to know which buttons to show, routes
 * to answer 409, and a test walks every pair of stages.
 *
 * `holder`: others' work takes an editor. `author`: whoever proposed the verdict. `not_writer`:
 * wrote no part of this version (four eyes). `sees`: whoever may see the version at work.
 */
export const moves = {
  open: { from: ['none'], to: 'inbox', role: 'checker', bond: 'anyone' },
  take: { from: ['inbox', 'checking'], to: 'checking', role: 'checker', bond: 'holder' },
  assign: { from: ['inbox', 'checking'], to: 'checking', role: 'checker', bond: 'holder' },
  reassign: { from: ['checking'], to: 'checking', role: 'checker', bond: 'holder' },
  release: { from: ['checking'], to: 'inbox', role: 'checker', bond: 'holder' },
  set_aside: { from: ['inbox', 'checking'], to: 'set_aside', role: 'checker', bond: 'anyone' },
  bring_back: { from: ['set_aside'], to: 'inbox', role: 'checker', bond: 'anyone' },
  propose: { from: ['checking'], to: 'in_review', role: 'checker', bond: 'sees' },
  take_back: { from: ['in_review'], to: 'checking', role: 'checker', bond: 'author' },
  return: { from: ['in_review'], to: 'checking', role: 'checker', bond: 'not_author' },
  // What the reviewer reads was changed: the proposal goes back to work, and says so.
  unsettle: { from: ['in_review'], to: 'checking', role: 'checker', bond: 'anyone' },
  // A second reading is filed, and an editor decides between two that differ: the proposal stays.
  read: { from: ['in_review'], to: 'in_review', role: 'checker', bond: 'not_writer' },
  adjudicate: { from: ['in_review'], to: 'in_review', role: 'editor', bond: 'not_writer' },
  publish: { from: ['in_review'], to: 'decided', role: 'editor', bond: 'not_writer' },
  reopen: { from: ['decided'], to: 'checking', role: 'checker', bond: 'anyone' },
  keep: { from: ['checking'], to: 'decided', role: 'editor', bond: 'anyone' },
} as const satisfies Record<string, Row>

export type Move = keyof typeof moves

/** The stages in which a claim's statement, appearances and evidence can be worked on. */
export const openStages: readonly Stage[] = ['inbox', 'checking', 'in_review']
