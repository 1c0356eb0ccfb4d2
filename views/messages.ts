import { IntlMessageFormat } from 'intl-messageformat'
import en from './messages/en.json' with { type: 'json' }
import it from './messages/it.json' with { type: 'json' }

/*
 * The words, so that every page says the same thing in the same way.
 *
 *   claim affermazione · statement testo · claimant chi lo afferma · attribution attribuzione ·
 *   appearance dove compare · excerpt brano · article articolo · outlet testata · byline firma ·
 *   evidence prova/prove · stance: sostiene, smentisce, contesto · interest: di parte, statale,
 *   indipendente · rank: preferita, normale, scartata · desk_only riservata · search record
 *   ricerca · contact contatto · origin origine · rating giudizio · conclusion conclusione · rationale motivazione · verdict verdetto ·
 *   review revisione · correction rettifica · update aggiornamento · clarification precisazione ·
 *   typo refuso · withdraw ritirare · set aside accantonare · bring back ripristinare ·
 *   release lasciare · take prendere in carico · reopen riaprire · ledger registro ·
 *   look at guardare · coverage copertura · sentence frase · aside frase accantonata ·
 *   export esportazione · desk redazione · checker fact-checker · editor caporedazione
 *
 * English and Italian speak to one person, plainly (Italian: "tu"). Apostrophes are typographic
 * (’): a straight one is a quotation mark to ICU. Every stage, move, code … of the domain has its
 * message, and a test keeps it so.
 */

export const languages = ['en', 'it'] as const
export type Language = (typeof languages)[number]

export type MessageKey = keyof typeof en
export type Values = Record<string, string | number>
export type Translate = (key: MessageKey, values?: Values) => string

const messages: Record<Language, Record<MessageKey, string>> = { en, it }
const formats = new Map<string, IntlMessageFormat>()

/** Whether there is a message under a key that is only known when the page is made. */
export const isMessageKey = (text: string): text is MessageKey => Object.hasOwn(en, text)

/** Whether a text names a language that the pages speak. */
export const isLanguage = (text: string): text is Language =>
  languages.some((language) => language === text)

function format(language: Language, key: MessageKey): IntlMessageFormat {
  const at = `${language} ${key}`
  const kept = formats.get(at)
  if (kept) return kept
  const made = new IntlMessageFormat(messages[language][key], language)
  formats.set(at, made)
  return made
}

const translators: Record<Language, Translate> = {
  en: (key, values) => String(format('en', key).format(values)),
  it: (key, values) => String(format('it', key).format(values)),
}

/**
 * The messages of one language.
 * @returns `t(key, values)`, which gives plain text; `html` escapes it where it is shown
 */
export const translator = (language: Language): Translate => translators[language]
