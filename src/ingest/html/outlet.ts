import { plainText } from './dom.ts'

const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\/?$|\p{Ll}\.(?:it|com|fr|de|es|net|org|eu|co\.uk|info)$/u

/** Names of companies and groups: readers know the paper, not who owns it. */
const COMPANY =
  /\b(?:s\.?p\.?a|s\.?r\.?l|gmbh|inc|ltd|llc|ag|s\.a|verlag|gruppo|group|mediagroup|holdings?|company|co\. kg|editorial[e]?|limited|corporation|s\.l)\b\.?/i

/**
 * The outlet's name, of what a page calls its site: the first that is a name and not an address or
 * a company; failing that an address, without `www.`.
 *
 * @param names as the page gives them, the most trusted first
 * @param url of the page, or null
 */
export function outletOf(names: readonly string[], url: string | null): string | null {
  const written = names.map(plainText).filter((name) => name.length > 1 && name.length <= 80)
  const named = written.filter((name) => !DOMAIN.test(name) && !name.startsWith('@'))
  const best = named.find((name) => !COMPANY.test(name)) ?? named[0]
  if (best !== undefined) return best
  const domain = written.find((name) => DOMAIN.test(name)) ?? hostOf(url)
  if (domain === null || domain === undefined) return null
  return domain
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
}

/** The host of an address without `www.`, or null. */
function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null
}
