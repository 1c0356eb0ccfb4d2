import type { Written } from '../verdict.ts'

/**
 * What a verdict can lack as structured data, which programs read: what is required first, without which
 * its page carries none, then what is only recommended.
 */
const requiredRules = [
  'address',
  'address_elsewhere',
  'statement',
  'label',
  'scale',
  'author',
  'malformed',
] as const
const recommendedRules = [
  'origin',
  'organisation',
  'statement_long',
  'statement_rated',
  'label_language',
  'number',
  'claimant',
  'claimed_on',
  'appearance',
] as const
export const outgoingRules = [...requiredRules, ...recommendedRules] as const
export type OutgoingRule = (typeof outgoingRules)[number]

/** Whether nothing goes out where this is not met. */
export const isRequired = (rule: OutgoingRule): boolean => requiredRules.some((one) => one === rule)

/** A rule that a verdict does not meet, and what is said of it. */
export type Shortfall = { rule: OutgoingRule; values: Record<string, string | number> }

/** What a verdict would lack, were it published as it is written. */
export type Outgoing = (written: Written) => Shortfall[]
