import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Values } from '../support/browser.ts'
import { bridge } from '../support/story.ts'

/** One claim of the journey: where it stands, and all that people write about it. */
export type Tale = {
  text: string
  /** What the desk reads from the text, as its form shows it; `title` is how it begins. */
  read: { title: string; outlet?: string; byline?: string; date: string; language: string }
  /** Whether the desk cut the title out of a long first line. */
  titleProposed?: boolean
  /** Words of the sentence that makes the claim. */
  words: string
  claim: Values
  evidence: Values[]
  search?: Values
  verdict: Values
}

const supports = {
  stance: 'supports',
  title: 'Relazione presentata in commissione',
  publisher: 'Archivio di prova',
  interest: 'state',
  url: 'https://example.invalid/relazione',
  publishedOn: '2024-10',
  quote: 'A text written for this test, which bears the claim out.',
  quoteLanguage: 'en',
  translation: 'Un testo scritto per questa prova, che conferma l’affermazione.',
}

const refutes = {
  stance: 'refutes',
  title: 'Nota di smentita',
  publisher: 'Ufficio stampa di prova',
  interest: 'party',
  url: 'https://example.invalid/smentita?a=1&b=2',
  publishedOn: '2024-10-21',
  quote: 'Un testo scritto per questa prova, che dice "il contrario" <e lo ripete>.',
  quoteLanguage: 'it',
}

const search = {
  place: 'Archivio dell’agenzia di prova',
  words: 'proiettili artiglieria trattativa',
  outcome: 'none_found',
  note: 'Nessun documento, soltanto dichiarazioni.',
}

/** Two articles as they came, which stand beside the repository where the project is made. */
function real(folder: string, files: string[]): Tale[] {
  const text = (start: string) =>
    readFileSync(`${folder}/${files.find((name) => name.startsWith(start))}`, 'utf8')
  return [
    {
      text: text('000_'),
      read: {
        title: 'Mosca lavora alla complessa visita di Kim Jong Un',
        outlet: 'askanews',
        date: '2025-05-21',
        language: 'it',
      },
      words: 'ha schierato migliaia di soldati',
      claim: {
        statement: 'La Corea del Nord ha schierato migliaia di soldati a sostegno della Russia',
        kind: 'happened',
        claimantKind: 'outlet',
      },
      evidence: [supports, refutes],
      verdict: {
        rating: 'true',
        conclusion: 'La Corea del Nord ha schierato soldati a sostegno della Russia.',
        rationale:
          'La relazione [1] lo **documenta**; la smentita [2] viene da una parte in causa.',
      },
    },
    {
      text: text('002_'),
      read: {
        title: 'Kim Jong-un in Russia per incontrare Putin',
        byline: 'Antonio Palma',
        date: '',
        language: 'it',
      },
      titleProposed: true,
      words: 'proiettili di artiglieria',
      claim: {
        statement:
          'La Russia cercava di acquistare altri proiettili di artiglieria dalla Corea del Nord',
        kind: 'happened',
        claimantKind: 'named',
        claimant: 'La Casa Bianca',
        attribution: 'La Casa Bianca → fonti di stampa → l’articolo',
        claimedOn: '2023-09',
        claimedOnReason: 'L’articolo dice «la settimana scorsa», nei giorni della visita.',
      },
      evidence: [supports, refutes],
      search,
      verdict: {
        rating: 'unproven',
        conclusion: 'Che la trattativa ci fosse non è provato da documenti pubblici.',
        rationale: 'A favore [1], contro [2]; la ricerca non ha dato altro.',
        reasons: ['unverified_as_fact'],
      },
    },
  ]
}

/** The same way with short articles of our own, where the real ones are absent. */
const own = (): Tale[] => [
  {
    text: bridge,
    read: {
      title: 'Il ponte di Vallechiara riapre dopo tre anni',
      outlet: 'Gazzetta della Valle',
      byline: 'Lucia Ferri',
      date: '2024-03-12',
      language: 'it',
    },
    words: 'ha riaperto ieri al traffico',
    claim: {
      statement: 'Il ponte di Vallechiara ha riaperto dopo tre anni',
      kind: 'happened',
      claimantKind: 'outlet',
    },
    evidence: [supports, refutes],
    verdict: {
      rating: 'true',
      conclusion: 'Il ponte ha riaperto.',
      rationale: 'La relazione [1] lo **documenta**; la smentita [2] non regge.',
    },
  },
  {
    text: `Il teatro di Vallechiara non chiude\n\nA cura di Antonio Palma\n\nIl teatro non chiude. Secondo il comune la stagione ha avuto più di diecimila spettatori, il doppio dell’anno prima.\n`,
    read: {
      title: 'Il teatro di Vallechiara non chiude',
      byline: 'Antonio Palma',
      date: '',
      language: 'it',
    },
    words: 'diecimila spettatori',
    claim: {
      statement: 'Il teatro ha avuto più di diecimila spettatori in una stagione',
      kind: 'figure',
      claimantKind: 'named',
      claimant: 'Il comune di Vallechiara',
      attribution: 'Il comune → l’articolo',
      claimedOn: '2023-09',
      claimedOnReason: 'La stagione finisce in settembre.',
    },
    evidence: [supports, refutes],
    search,
    verdict: {
      rating: 'unproven',
      conclusion: 'Il numero non è provato.',
      rationale: 'A favore [1], contro [2].',
      reasons: ['unverified_as_fact'],
    },
  },
]

/** @param folder where the real articles may stand */
export const tales = (folder = '../shared/articles'): Tale[] =>
  existsSync(folder) ? real(folder, readdirSync(folder)) : own()
