import { z } from 'zod'
import { needed } from './parse.ts'

/** How long a text may be of which one asks whether the desk has seen it before, in characters. */
export const MAX_SEEN = 5000

/** What is asked: any text that somebody pasted. */
export const seenInput = z.object({ text: needed(MAX_SEEN) })
