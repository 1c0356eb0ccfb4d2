import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Viewer } from '../../views/frame.ts'
import type { Desk } from '../desk/open.ts'

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
    policy?: Policy
    /** Whether this is a page for the public: what goes wrong there is said in its frame. */
    open?: boolean
  }
}

export type Page = Context<Env>
