/** Where a verdict version stands towards the public. */
export const statuses = ['draft', 'proposed', 'published', 'superseded', 'withdrawn'] as const
export type Status = (typeof statuses)[number]

type Row = { from: readonly (Status | 'none')[]; to: Status }

/**
 * Every step in the life of a verdict version. `typo` is the one way to the public that does not
 * pass through a proposal: one editor, at once, read by a second one afterwards.
 */
export const steps = {
  draft: { from: ['none', 'draft'], to: 'draft' },
  propose: { from: ['none', 'draft'], to: 'proposed' },
  take_back: { from: ['proposed'], to: 'draft' },
  return: { from: ['proposed'], to: 'draft' },
  unsettle: { from: ['proposed'], to: 'draft' },
  publish: { from: ['proposed'], to: 'published' },
  typo: { from: ['none'], to: 'published' },
  supersede: { from: ['published'], to: 'superseded' },
  withdraw: { from: ['published'], to: 'withdrawn' },
} as const satisfies Record<string, Row>

export type Step = keyof typeof steps

/** The statuses that leave the desk; what is not public yet never does. */
export const publicStatuses: readonly Status[] = ['published', 'superseded', 'withdrawn']
