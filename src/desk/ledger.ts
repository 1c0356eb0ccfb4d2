import type { Report, Verifying } from '../store/verify.ts'
import type { Desk } from './open.ts'

/**
 * Proves the whole record: no entry missing, altered or out of place, every table exactly what the
 * entries say, and every checkpoint signed by the desk over the entries that it covers.
 * @param progress told how many entries were read
 */
export const verifyLedger = async (
  { store, keys }: Desk,
  progress: (how: Verifying) => void = () => {},
): Promise<Report> => store.verify({ key: await keys.find(), progress })
