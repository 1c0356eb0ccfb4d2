import type { Language } from '../messages.ts'
import { joinedLines } from './methodology.ts'

const texts: Record<Language, string> = {
  en: `A rating says how far a claim, as it was made, agrees with the evidence that we found. It rates the claim, not whoever makes
it, and holds as of the date on which the claim was made.

The same evidence can speak for one wording and against another: what is rated is the statement at the top of the page,
read as an ordinary reader would. A rating is a summary. Why it was given, on which sources it rests, and what speaks against it
stands beneath it, and counts for more.`,
  it: `Un giudizio dice fino a che punto un’affermazione, così come è stata fatta, concorda con le prove che abbiamo trovato. Giudica
l’affermazione, non chi la fa, e vale alla data in cui è stata fatta.

Le stesse prove possono parlare a favore di una formulazione e contro un’altra: si giudica la frase in cima alla pagina, letta come la
leggerebbe chiunque. Un giudizio è un riassunto. Perché è stato dato, su quali fonti si fonda e che cosa parla contro sta
scritto sotto, e conta di più.`,
}

/** What the scale is for, where the desk has not said so in its own words, as Markdown. */
export const scaleText = (lang: Language): string => joinedLines(texts[lang])
