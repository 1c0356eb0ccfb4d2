import type { Conclusion, Life } from './shapes.ts'
import { vostochny, vostochnyByKcna } from './sources.ts'

const mixed: Conclusion = {
  rating: 'mixed',
  conclusion:
    'Kim e Putin si videro davvero mercoledì 13 settembre 2023, ma al cosmodromo di Vostochny, a circa mille chilometri da Vladivostok.',
  conclusionEn:
    'Kim and Putin did meet on Wednesday 13 September 2023, but at the Vostochny Cosmodrome, about a thousand kilometres from Vladivostok.',
  rationale: `La previsione diceva un giorno e un luogo:

- **Il giorno è giusto**: mercoledì 13 settembre 2023, secondo Pyongyang [1] e secondo Mosca [2].
- **Il luogo è sbagliato**: i colloqui si tennero al cosmodromo di Vostochny [2], nella regione dell’Amur [1], a circa mille chilometri in linea d’aria da Vladivostok.

Era una voce, e l’articolo la diede come tale. La giudichiamo perché diceva un giorno e un luogo, e quel giorno è passato: che cosa accadde si può controllare. A Vladivostok c’era il forum a cui Putin partecipava, e da lì la voce poteva nascere.`,
  holdsOn: '2023-09-14',
  findingsWord:
    'L’ultimo paragrafo è un ragionamento nostro, su una voce di cui nessuno si è detto autore.',
}

/** A meeting foreseen for Wednesday in Vladivostok: published too soon, and corrected in the open. */
export const wednesday: Life = {
  key: 'wednesday',
  steps: [
    {
      day: 0,
      verb: 'open',
      words: {
        statement:
          'Kim Jong Un e Vladimir Putin si incontreranno mercoledì 13 settembre 2023 a Vladivostok',
        statementEn:
          'Kim Jong Un and Vladimir Putin will meet on Wednesday 13 September 2023 in Vladivostok',
        kind: 'forecast',
        topics: 'Russia, Corea del Nord, visite in Russia',
      },
      at: {
        article: 'daily',
        words: 'l’appuntamento sarebbe per mercoledì, a Vladivostok',
        claimant: 'unknown',
        chain: ['voci senza autore', 'Corriere dell’Esempio'],
        claimedOn: '2023-09-11',
      },
    },
    { day: 3, verb: 'give', to: 'checker' },
    { verb: 'evidence', source: vostochnyByKcna },
    {
      verb: 'propose',
      verdict: {
        rating: 'true',
        conclusion: 'L’incontro ci fu, ed era mercoledì 13 settembre 2023 come previsto.',
        conclusionEn: 'The meeting took place, on Wednesday 13 September 2023 as foreseen.',
        rationale:
          'L’agenzia nordcoreana racconta i colloqui del 13 settembre [1]: era un mercoledì.',
        holdsOn: '2023-09-14',
        findingsWord:
          'È una voce senza autore su un giorno solo: a dire se l’incontro ci fu basta il resoconto di Pyongyang.',
      },
    },
    { by: 'editor', verb: 'publish' },
    { day: 13, by: 'second', verb: 'reopen', underCorrection: 'yes' },
    { by: 'second', verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: { ...vostochny, stance: 'refutes', note: 'Conferma il giorno, smentisce il luogo.' },
    },
    { day: 14, verb: 'propose', verdict: mixed },
    {
      by: 'second',
      verb: 'publish',
      correctionKind: 'correction',
      correctionReason:
        'Avevamo scritto «vero» dopo aver controllato il giorno e non il luogo, che pure stava nella nostra fonte. L’incontro fu mercoledì, ma non a Vladivostok: l’errore è nostro.',
    },
  ],
}
