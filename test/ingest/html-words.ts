/** A page as some system makes it, and what must be read from it. */
export type Page = {
  name: string
  html: string
  url?: string
  expected: Record<string, string | null | boolean>
  /** passages that the text must hold */
  holds: readonly string[]
  /** passages that it must not hold */
  lacks: readonly string[]
}

/** Paragraphs of our own, the same event in each language. */
export const it = [
  'La giunta ha deciso ieri sera di chiudere al traffico il ponte vecchio, che da mesi mostra crepe lungo i piloni più esposti alla corrente.',
  'I lavori dureranno almeno due anni, secondo i tecnici del comune, e costeranno quattro milioni di euro che per ora nessuno ha stanziato.',
  'I commercianti del quartiere temono di perdere clienti e chiedono un rimborso. «Così non arriviamo a primavera», dice la fornaia della piazza.',
]
export const en = [
  'The council decided last night to close the old bridge to cars, after inspectors found cracks in the piers that stand in the strongest current.',
  'Repairs will take at least two years, engineers said on Monday, and they will cost four million that nobody has set aside so far.',
  'Shop owners in the district fear that they will lose customers. “At this rate we shall not see the spring,” said the baker on the square.',
]
export const de = [
  'Der Stadtrat hat am Abend beschlossen, die alte Brücke für Autos zu sperren, weil Prüfer Risse in den Pfeilern gefunden haben.',
  'Die Reparatur dauert nach Angaben der Ingenieure mindestens zwei Jahre und kostet vier Millionen Euro, die bisher niemand eingeplant hat.',
  'Die Händler im Viertel fürchten um ihre Kundschaft. „So erleben wir den Frühling nicht“, sagt die Bäckerin am Platz.',
]
export const fr = [
  'Le conseil a décidé hier soir de fermer le vieux pont aux voitures, après la découverte de fissures dans les piles les plus exposées au courant.',
  'Les travaux dureront au moins deux ans, selon les ingénieurs, et coûteront quatre millions d’euros que personne n’a encore prévus.',
  'Les commerçants du quartier craignent de perdre leurs clients. « À ce rythme, nous ne verrons pas le printemps », dit la boulangère.',
]
export const es = [
  'El ayuntamiento decidió anoche cerrar al tráfico el puente viejo, después de que los técnicos encontraran grietas en los pilares.',
  'Las obras durarán al menos dos años, según los ingenieros, y costarán cuatro millones de euros que nadie ha presupuestado todavía.',
  'Los comerciantes del barrio temen perder clientes. «A este paso no llegamos a la primavera», dice la panadera de la plaza.',
]

export const paragraphs = (texts: readonly string[], attributes = '') =>
  texts.map((text) => `<p${attributes}>${text}</p>`).join('\n')

/** The beginnings of paragraphs, to look for. */
export const starts = (texts: readonly string[]) => texts.map((text) => text.slice(0, 60))

export const linked = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`
