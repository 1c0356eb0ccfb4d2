import { Refusal } from '../../src/domain/refusal.ts'

/** The refusal that a decision throws; fails the test where it throws none. */
export function refusalOf(decide: () => unknown): Refusal {
  try {
    decide()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** The same for what a verb of the desk answers later. */
export async function refused(decide: Promise<unknown>): Promise<Refusal> {
  try {
    await decide
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
