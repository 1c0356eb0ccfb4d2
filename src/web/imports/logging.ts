import type { Logging } from '../../desk/imports/running.ts'
import type { Page } from '../env.ts'

/** What ends an import that nobody foresaw is said in the log: nobody waits for it. */
export const logging = (c: Page): Logging => {
  const log = c.get('log')
  return { onError: (error: unknown) => log.error(error, 'an import failed') }
}
