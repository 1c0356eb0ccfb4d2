import { atomOf } from '../../interchange/atom.ts'
import type { Feed } from '../../interchange/feed.ts'
import { jsonFeedOf } from '../../interchange/json-feed.ts'

/** A form that feeds are written in. */
export type FeedForm = { type: string; write: (feed: Feed) => string }

export const feedForms = {
  atom: { type: 'application/atom+xml; charset=UTF-8', write: atomOf },
  json: { type: 'application/feed+json; charset=UTF-8', write: jsonFeedOf },
} as const satisfies Record<string, FeedForm>

/** The forms by the end of their address. */
export const formNames = ['atom', 'json'] as const
