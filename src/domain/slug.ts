/** Longer addresses are cut by whoever passes them on. */
const MAX_LETTERS = 60
/** Of the claim's id: its end is random, so that no two claims have one address. */
const TAIL = 8

/** Letters that stay whole where accents are taken away. */
const folded: Record<string, string> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[æđðıłøœßþ]/g, (letter) => folded[letter] ?? letter)

/**
 * The readable part of a published verdict's address: words of the statement in plain letters, as many
 * whole ones as fit, and the end of the claim's id. Words in other scripts are left out: where there
 * are no more, the end of the id is the address.
 * @param claim the claim's id
 */
export function slugOf(statement: string, claim: string): string {
  const words = (statement.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .map(fold)
    .filter((word) => /^[a-z0-9]+$/.test(word))
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length + 1 > MAX_LETTERS) break
    slug += `${word}-`
  }
  return slug + claim.replaceAll('-', '').slice(-TAIL)
}

/** Where the public reads what was told on a claim; one version of it, where a number is given. */
export const toldPath = (
  { slug, claimId }: { slug: string | null; claimId: string },
  version?: number,
): string => `/verdicts/${slug ?? claimId}${version === undefined ? '' : `/versions/${version}`}`
