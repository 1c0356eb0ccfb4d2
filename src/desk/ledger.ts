import type { Report } from '../store/verify.ts'
import type { Desk } from './open.ts'

/**
 * Proves the whole record: no entry missing, altered or out of place, and every table exactly what
 * the entries say.
 * @param progress told how many entries were read
 */
export const verifyLedger = (
  { store }: Desk,
  progress: (done: number) => void = () => {},
): Promise<Report> => store.verify(progress)
