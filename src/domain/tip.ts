/** What a reader sent in: a claim to check, or an error in a verdict. Its words stand apart. */
export type Tip = {
  id: string
  revision: number
  about: 'claim' | 'error'
  /** The claim whose verdict it speaks of; or the one that was opened from it. */
  claim: string | null
  status: 'new' | 'taken' | 'dismissed'
  receivedAt: string
}
