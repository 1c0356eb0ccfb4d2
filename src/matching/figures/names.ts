import type { Tokens } from './tokens.ts'

const set = (text: string) => new Set(text.split(/\s+/))

/** What stands after these is a name and no figure: an article of a law, a page, a channel, a model. */
const references = set(
  `art artt articolo articoli article articles comma commi legge leggi law decreto decreti decree dl dlgs dpr
  direttiva directive regolamento regulation risoluzione resolution ordinanza sentenza numero number no nr num n
  pagina pagine pag page pages pp section sezione capitolo chapter paragrafo paragraph allegato annex versione
  version volume vol figura figure tabella table lotto gruppo group formula quota opzione canale channel rete rai
  radio boeing airbus iphone windows agenda expo fase phase livello route highway interstate  binario
    line  statale provinciale  circolare delibera protocollo emendamento amendment titolo title
      apartment interno civico cap codice code psalm salmo versetto verse  
  apollo galaxy playstation xbox  mission  divisione brigata reggimento battalion regiment`,
)

/** Behind a number these make it a name: `5 Stelle`. */
const named = /^stelle$/

const dash = /^[-–—]$/

/**
 * Whether a number is a part of a name, or of a reference, and no figure: `F-35`, `art. 4`, `[1]`, `G7`.
 * @param next the token after it
 */
export function isName({ all, word, language }: Tokens, at: number, next: number): boolean {
  const [token, before, after] = [all[at], all[at - 1], all[next]]
  if (named.test(after?.text ?? '') && /^(5|cinque)$/.test(token?.text ?? '')) return true
  // A number word in the middle of a sentence that is written large: `le Cinque Terre`.
  if (token?.kind === 'word') {
    // `quota cento`
    if (word(at - 1) === 'quota') return true
    return token.capital && at > 0 && isWithin(all[at - 1]) && Boolean(after?.capital)
  }
  if (token?.kind !== 'digits') return false
  const ahead = all[at - 2]
  if (token.close && before) {
    if (before.kind === 'word' || /^[/#@_:[.&]$/.test(before.text)) return true
    // `Covid-19`; but `-3`, and `10-15`.
    if (before.text === "'" && !before.close && /^\d\d$/.test(token.text)) return true
    if (dash.test(before.text) && before.close && ahead?.kind === 'word') return true
  }
  if (after?.close && next === at + 1) {
    if (/^[/_@\]\\=*]$/.test(after.text)) return true
    if (after.text === ':' && all[next + 1]?.close) return true
    if (after.kind === 'word' && after.capital && after.text.length === 1) {
      return language !== 'en' || !/^[cf]$/.test(after.text)
    }
    if (after.kind === 'word' && /^(st|nd|rd|th|a|o|bis|ter|s)$/.test(after.text)) return true
    if (/^[ªº]$/.test(after.text)) return true
  }
  if (before?.capital && before.text === 'under') return true
  const ref = before?.text === '.' || before?.text === '°' || before?.text === 'º' ? ahead : before
  // `n. 5`; and where in a recording it is said: `min. 7.55`.
  if (before?.text === '.' && /^([np]|min)$/.test(ahead?.text ?? '')) return true
  return references.has(ref?.text ?? '') || isSecondOfReferences(word, at)
}

/** `articoli 3 e 4`. */
const isSecondOfReferences = (word: Tokens['word'], at: number): boolean =>
  /^(e|and)$/.test(word(at - 1)) &&
  /^\d+$/.test(word(at - 2)) &&
  /^(articoli|articles|commi|leggi|pagine|pages|artt)$/.test(word(at - 3))

const isWithin = (before: { kind: string } | undefined): boolean => before?.kind === 'word'

/** After these a number is dialled. */
const dialled =
  /^(tel|telefono|telefonare|cell|cellulare|chiamare|chiama|phone|call|dial|whatsapp|fax|verde)$/

/**
 * Past a number that is dialled, or that begins with a nought, as none that counts does; null where
 * there is none.
 */
export function pastNumberOfName({ all, word }: Tokens, at: number): number | null {
  const token = all[at]
  const isPlus =
    token?.text === '+' &&
    all[at + 1]?.close &&
    /^\d{1,3}$/.test(word(at + 1)) &&
    /^\d/.test(word(at + 2))
  const isNought =
    token?.kind === 'digits' && /^0\d+(?![.,:])/.test(token.text) && !/[.,:/-]/.test(token.text)
  const before = word(at - 1) === ':' || word(at - 1) === '.' ? word(at - 2) : word(at - 1)
  const isCalled =
    token?.kind === 'digits' &&
    (dialled.test(before) ||
      (dialled.test(word(at - 3)) && /^(numero|number|lo|the|il|al)$/.test(word(at - 1))))
  if (!isPlus && !isNought && !isCalled) return null
  let next = at + 1
  while (
    /^[\d.\-/ ]+$/.test(word(next)) &&
    next < at + 10 &&
    (all[next]?.kind === 'digits' || all[next + 1]?.kind === 'digits')
  )
    next++
  return next
}
