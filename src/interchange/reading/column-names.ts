import { type ColumnField, columnFields } from '../../domain/columns.ts'
import { lettersOf } from '../../domain/rating.ts'

/** What columns are called in Italian and English spreadsheets, by their letters. */
const NAMES: Record<ColumnField, string> = {
  key: 'id, key, chiave, claim id, codice, identifier, identificativo, uuid, guid',
  statement: `claim, statement, affermazione, dichiarazione, claim reviewed, claimreviewed, claim text, testo,
    text, quote, frase, citazione, tesi, asserzione, bufala, notizia, testo della dichiarazione`,
  label: `label, rating, verdict, verdetto, giudizio, valutazione, esito, textual rating, textualrating, truth,
    truth rating, ruling, etichetta, voto, classificazione`,
  claimant: `claimant, speaker, author, autore, claim author, claimauthor, politico, politician, personaggio,
    person, persona, chi, chi lo dice, dichiarante, esponente, nome`,
  claimantRole:
    'role, ruolo, job title, jobtitle, carica, incarico, speaker job, qualifica, claimant role',
  claimedOn: `claimdate, claim date, date of claim, claimed on, claimedon, data dichiarazione, data affermazione,
    data della dichiarazione, data dell affermazione, detto il, statement date, data claim,
    quando, when`,
  reviewedOn: `reviewdate, review date, reviewed on, reviewedon, date, data, published, date published,
    datepublished, pubblicato, pubblicato il, data verifica, data pubblicazione, data di pubblicazione`,
  url: 'url, link, review url, reviewurl, claimreview url, indirizzo, permalink, page, pagina, web',
  title: 'title, titolo, headline, review title, titolo articolo, titolo dell articolo',
  publisher: `site, publisher, testata, sito, publisher site, organization, organizzazione, fact checker,
    factchecker, outlet, domain, dominio, editore`,
  publisherName: 'publisher name, publishername, nome testata, nome della testata, nome del sito',
  language: 'language, lingua, lang, language code, languagecode',
  appearance: `appearance, appearances, apparizione, claim url, claimurl, claim link, post url, first appearance,
    dove, link dichiarazione, url dichiarazione`,
  link: `evidence link, evidence url, source url, source, sources, fonte, fonti, riferimento, riferimenti,
    reference, references, link fonte`,
}

const byName = new Map(
  columnFields.flatMap((field) =>
    NAMES[field].split(',').map((name): [string, ColumnField] => [lettersOf(name), field]),
  ),
)

/** What a column is by its name; null where that tells nothing. `link_1`, `fonte 2` are one of several. */
export function fieldNamed(name: string): ColumnField | null {
  const letters = lettersOf(name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '))
  const one = letters.replace(/ ?\d+$/, '')
  const field = byName.get(letters) ?? byName.get(one) ?? null
  const isOneOfMany = one !== letters && one !== ''
  if (!isOneOfMany || field === null) return field
  // Of several statements or labels none is the one; of several addresses each is a source.
  if (field === 'url') return 'link'
  return field === 'link' || field === 'appearance' ? field : null
}
