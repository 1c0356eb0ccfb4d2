/** The import under way in this process; one goes on at a time. */
export type ImportRuns = {
  current: { id: string; controller: AbortController } | null
  /** Settles when the one under way has ended. */
  ending: Promise<void>
}

export const noImports = (): ImportRuns => ({ current: null, ending: Promise.resolve() })

/** Ends what is under way before the desk is closed: it goes on from there when somebody says so. */
export async function endImports({ current, ending }: ImportRuns): Promise<void> {
  current?.controller.abort(new Error('The desk is being closed.'))
  await ending
}
