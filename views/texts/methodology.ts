import type { Desk } from '../../src/domain/desk.ts'
import type { ReadingMode } from '../../src/domain/reading.ts'
import type { Language } from '../messages.ts'

/** How this desk reads a verdict before the public does. */
export type Reading = Pick<Desk, 'reading' | 'blindTopics' | 'twoReaderTopics'>

type Words = {
  readings: Record<ReadingMode, string>
  onTopics: Record<'blind' | 'two_readers', (topics: string) => string>
  text: (reading: string) => string
}

const english: Words = {
  readings: {
    one_editor: `Nobody publishes their own verdict. Whoever writes it puts it before a colleague, who reads the claim
and the evidence before the conclusion, and an editor who wrote no part of it publishes it. A proposal that does not convince goes back
with the reason why.`,
    two_readers: `Nobody publishes their own verdict. Two colleagues read each one, the claim and the evidence before the
conclusion, and an editor who wrote no part of it publishes it. A proposal that does not convince goes back with
the reason why.`,
    blind: `Nobody publishes their own verdict. A second person reads the claim and the evidence without knowing what the
first one concluded, and writes down a rating of their own. Only then are the two laid side by side. Where they
differ, a third person decides which one stands, and says why. A verdict that others could see before it came to be
read so is read by two of them instead.`,
  },
  onTopics: {
    blind: (topics) =>
      `On some topics (${topics}) the second person does not know what the first one concluded until they have written down a rating of their own.`,
    two_readers: (topics) => `On some topics (${topics}) two colleagues read each verdict.`,
  },
  text: (reading) => `## How we choose what we check

We check statements that can be checked: that something happened, that somebody said it, a figure, a cause, a forecast that came due.
Opinions are not checked. Among what is left we prefer what many people read or hear, what would matter if it were wrong, and
what readers ask about. Who made a claim is no reason to check it, or to leave it alone. A sentence that says two things
is split, and each of them is checked by itself.

Every claim is put in our own words, and stands beside the exact words that it was taken from, with who said it,
through whom it reached us, and when.

## How evidence is found and kept

We look for what speaks against a claim as we do for what speaks for it. Where we looked is written down, also where we
found nothing. We prefer documents and figures to what others report of them, and say of each source whether it is a
party to the matter. Ten pages that repeat one agency are one source, and are counted as one. A claimant’s own words
show that something was said, never that it is so.

What we cite is kept as we found it, and looked at again from time to time. Where a source changes or goes, we
see it, and what we cited can still be read.

## Who reads a verdict before you do

${reading}

## What a verdict says

A verdict is one sentence, a rating, and the reasons for it, each with its source. It rates a claim as of the date on
which it was made. What was right when it was said is not made wrong by what happened later; where the same words
come up again, we check them for that date before our verdict is said to hold for it. [What each rating means](/ratings).

## When we change what we said

A published verdict is never edited. What changes is published as a new version, with a reason that everybody can read,
and the older ones stay where they were. There are four kinds of change, and only the first one says that we erred:

- **correction**: we were wrong;
- **update**: the world moved, or there is new evidence;
- **clarification**: what we said is the same, and said more clearly;
- **typo**: a slip of the pen that touches no name, figure, quotation or rating.

A verdict that we cannot stand by is withdrawn. Its page stays, and says what was withdrawn, and why. [Everything that
we corrected and withdrew](/corrections) is on one page.

## The right of reply

Whoever a claim is about, and whoever made it, can answer before a verdict is published. Whom we asked, and what came of
it, stands with the verdict, silence included, unless they asked not to be named. Whoever thinks that we are wrong can [tell us](/report) at any time.

## How to check our record

Every decision is an entry in a record that only grows, and each entry carries the fingerprint of the one before. What we
give out as data is signed: our public key is at [/.well-known/riscontro.json](/.well-known/riscontro.json), and the program that this desk runs on
proves with \`npm run riscontro -- verify FILE --key KEY\`, without asking us, that each verdict in a file is the one that
was recorded.

## What we keep about people

Of those who work here we keep a name and an e-mail address, and who decided what and when. On request both are erased
wherever they stand, except in what was published under a name: that stays as it was published, because a record that can be
rewritten proves nothing. The entries themselves name nobody.

Of whoever writes to us we keep the letter, and how to answer it as long as an answer is owed. Either is erased on request.
These pages set no cookie unless you choose a language, and count no visits.

## How to reach us

[Send us a claim to check](/report). To report an error, follow the link at the end of the verdict that it is in. A
person reads every letter.
`,
}

const italian: Words = {
  readings: {
    one_editor: `Nessuno pubblica il proprio verdetto. Chi lo scrive lo sottopone a un collega, che legge l’affermazione e le
prove prima della conclusione, e lo pubblica un redattore che non ne ha scritto nessuna parte. Una proposta che non convince torna
indietro con il motivo.`,
    two_readers: `Nessuno pubblica il proprio verdetto. Ognuno è letto da due colleghi, l’affermazione e le prove prima della
conclusione, e lo pubblica un redattore che non ne ha scritto nessuna parte. Una proposta che non convince torna
indietro con il motivo.`,
    blind: `Nessuno pubblica il proprio verdetto. Una seconda persona legge l’affermazione e le prove senza sapere che cosa
ha concluso la prima, e mette per iscritto un giudizio proprio. Solo allora i due vengono messi a confronto. Se non
coincidono, una terza persona decide quale vale, e dice perché. Un verdetto che altri potevano già vedere prima di essere
letto così è letto invece da due di loro.`,
  },
  onTopics: {
    blind: (topics) =>
      `Su alcuni argomenti (${topics}) la seconda persona non sa che cosa ha concluso la prima finché non ha messo per iscritto un giudizio proprio.`,
    two_readers: (topics) =>
      `Su alcuni argomenti (${topics}) ogni verdetto è letto da due colleghi.`,
  },
  text: (reading) => `## Come scegliamo che cosa verificare

Verifichiamo affermazioni che si possono verificare: che una cosa è successa, che qualcuno l’ha detta, una cifra, una causa, una
previsione giunta a scadenza. Le opinioni non si verificano. Tra il resto preferiamo ciò che molti leggono o ascoltano, ciò che
conterebbe se fosse sbagliato, e ciò che ci chiedono i lettori. Chi ha fatto un’affermazione non è un motivo per verificarla, né per
lasciarla stare. Una frase che dice due cose viene divisa, e ciascuna è verificata per sé.

Ogni affermazione è messa in parole nostre, accanto alle parole esatte da cui è tratta, con chi l’ha detta, attraverso chi ci è
arrivata, e quando.

## Come cerchiamo e conserviamo le prove

Cerchiamo ciò che parla contro un’affermazione come ciò che parla a favore. Dove abbiamo cercato resta scritto, anche se non
abbiamo trovato niente. Preferiamo documenti e dati a ciò che altri ne riferiscono, e di ogni fonte diciamo se è parte in
causa. Dieci pagine che riprendono la stessa agenzia sono una fonte sola, e come una sola vengono contate. Le parole di chi fa
un’affermazione mostrano che una cosa è stata detta, mai che è vera.

Ciò che citiamo è conservato come l’abbiamo trovato, e ricontrollato di tanto in tanto. Se una fonte cambia o sparisce ce ne
accorgiamo, e ciò che avevamo citato si può ancora leggere.

## Chi legge un verdetto prima che esca

${reading}

## Che cosa dice un verdetto

Un verdetto è una frase, un giudizio e i suoi motivi, ognuno con la sua fonte. Giudica un’affermazione alla data in cui è stata
fatta. Ciò che era giusto quando è stato detto non diventa sbagliato per ciò che è successo dopo; se le stesse parole tornano, le
verifichiamo per quella data prima di dire che il verdetto vale anche per loro. [Che cosa significa ogni giudizio](/ratings).

## Quando cambiamo ciò che abbiamo detto

Un verdetto pubblicato non viene mai ritoccato. Ciò che cambia esce come nuova versione, con un motivo che tutti possono leggere, e le
versioni precedenti restano dov’erano. I cambiamenti sono di quattro tipi, e solo il primo dice che abbiamo sbagliato:

- **correzione**: avevamo torto;
- **aggiornamento**: il mondo è cambiato, o ci sono nuove prove;
- **chiarimento**: diciamo la stessa cosa, più chiaramente;
- **refuso**: una svista che non tocca nomi, cifre, citazioni né il giudizio.

Un verdetto che non possiamo più sostenere viene ritirato. La sua pagina resta, e dice che cosa è stato ritirato, e perché. [Tutto ciò che
abbiamo corretto e ritirato](/corrections) sta in una pagina sola.

## Il diritto di replica

Chi è oggetto di un’affermazione, e chi l’ha fatta, può rispondere prima che il verdetto sia pubblicato. A chi abbiamo chiesto, e con
quale esito, sta scritto nel verdetto, silenzio compreso, a meno che non abbiano chiesto di non essere nominati. Chi pensa che sbagliamo può [dircelo](/report) in ogni momento.

## Come controllare il nostro registro

Ogni decisione è una voce di un registro che può solo crescere, e ogni voce porta l’impronta di quella precedente. I dati che
diffondiamo sono firmati: la nostra chiave pubblica è in [/.well-known/riscontro.json](/.well-known/riscontro.json), e il programma su cui lavora questa
redazione dimostra con \`npm run riscontro -- verify FILE --key KEY\`, senza chiedere niente a noi, che ogni verdetto di un file è quello
registrato.

## Che cosa conserviamo delle persone

Di chi lavora qui conserviamo un nome e un indirizzo e-mail, e chi ha deciso che cosa e quando. Su richiesta il nome e l’indirizzo vengono
cancellati ovunque si trovino, tranne in ciò che è stato pubblicato con un nome: quello resta come è stato pubblicato, perché un
registro che si può riscrivere non dimostra niente. Le voci del registro non fanno il nome di nessuno.

Di chi ci scrive conserviamo la segnalazione, e il recapito finché dobbiamo una risposta. L’una e l’altro vengono cancellati su richiesta.
Queste pagine non usano cookie, a meno che non si scelga una lingua, e non contano le visite.

## Come raggiungerci

[Segnalaci un’affermazione da verificare](/report). Per segnalare un errore, segui il link alla fine del verdetto in cui si trova. Ogni
segnalazione è letta da una persona.
`,
}

/** How the desk reads, by its settings: as a rule, and on some topics. */
function readingOf({ readings, onTopics }: Words, { reading, ...on }: Reading): string {
  const topics = [
    ['blind', on.blindTopics ?? []],
    ['two_readers', on.twoReaderTopics ?? []],
  ] as const
  const apart = topics.flatMap(([mode, list]) =>
    list.length > 0 && mode !== reading ? [onTopics[mode](plain(list.join(', ')))] : [],
  )
  return [readings[reading ?? 'one_editor'], ...apart].join('\n\n')
}

/** Topics are words, whatever signs are among them. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>()#!~|]/g, '\\$&')

/** How a desk works that has not written it in its own words, as Markdown. */
export function methodologyText(lang: Language, reading: Reading): string {
  const words = { en: english, it: italian }[lang]
  return joinedLines(words.text(readingOf(words, reading)))
}

/** Lines are broken here for whoever reads the source; a paragraph is one line. */
export const joinedLines = (text: string): string =>
  text.trim().replace(/([^\n])\n(?![\n-])/g, '$1 ')
