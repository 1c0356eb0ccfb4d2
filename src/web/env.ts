import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Viewer } from '../../views/frame.ts'
import type { Desk } from '../desk/open.ts'
import type { Token } from '../domain/token.ts'

/** How the desk is reached and seen. */
export type Setting = {
  /** The public address, where it is not the one that is asked for. */
  origin: string | null
  /** An IANA name. */
  timeZone: string
  /** Whether anybody may read what was published. */
  publicPages: boolean
  /** Whether `X-Forwarded-For` names the client. */
  trustProxy: boolean
  /** How many requests a token has in a minute, where it is not as many as usual. */
  apiRate?: number
}

/** What an answer is, where it is no ordinary page of the desk (`policy.ts`). */
export type Policy = 'kept' | 'file' | 'around'

/** What every request carries. */
export type Env = {
  Variables: {
    desk: Desk
    config: Setting
    log: Logger
    language: string
    requestId: string
    viewer: Viewer | null
    session: string | null
    /** By which token a program asks, and for whom; nothing where a person does. */
    holder?: Holder
    /** The revision that a program says it read (`If-Match`). */
    revision?: number
    /** What a program sent, as it is. */
    sent?: unknown
    /** The id of what a program's request makes: the same, however often it comes. */
    newId?: string
    /** Whether the answer tells what is kept nowhere. */
    tellsSecret?: boolean
    policy?: Policy
    /** Whether this is a page for the public: what goes wrong there is said in its frame. */
    open?: boolean
  }
}

/** A token, and its person with all that they may do themselves. */
export type Holder = { token: Token; person: Viewer }

export type Page = Context<Env>
