import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, profileOf, type Sign } from '../../src/matching/similar.ts'

const rare = () => 0.001

const compared = (language: string, one: string, other: string) =>
  likeness(profileOf({ text: one, language }), profileOf({ text: other, language }), rare)

type Row = [language: string, one: string, other: string, differ: Sign]

const sign = (kind: Sign['sign'], ours: string, theirs: string): Sign => ({
  sign: kind,
  ours,
  theirs,
})

const changed: Row[] = [
  [
    'en',
    'Up to May 2025 the envoy had visited the port three times since taking office.',
    'Up to May 2025 the envoy had visited the port twice since taking office: in April 2019 and in June 2023.',
    sign('figure', 'three', 'twice'),
  ],
  [
    'en',
    'The envoy has made two visits to the port.',
    'The envoy has made three visits to the port.',
    sign('figure', 'two', 'three'),
  ],
  [
    'it',
    'Il 40 per cento dei pozzi è secco.',
    'Il 4 per cento dei pozzi è secco.',
    sign('figure', '40 per cento', '4 per cento'),
  ],
  [
    'it',
    'Lo dice la legge 104 sui permessi.',
    'Lo dice la legge 194 sui permessi.',
    sign('figure', '104', '194'),
  ],
  [
    'it',
    'Il ponte fu chiuso nel marzo 2019.',
    'Il ponte fu chiuso nel marzo 2021.',
    sign('date', 'marzo 2019', 'marzo 2021'),
  ],
  [
    'en',
    'The dam was closed on Monday.',
    'The dam was closed on Thursday.',
    sign('date', 'Monday', 'Thursday'),
  ],
  [
    'it',
    'La Norvegia ha venduto le navi.',
    'La Svezia ha venduto le navi.',
    sign('place', 'Norvegia', 'Svezia'),
  ],
  [
    'en',
    'Polish farmers blocked the road.',
    'Greek farmers blocked the road.',
    sign('place', 'Polish', 'Greek'),
  ],
  [
    'it',
    'Ieri Bianchi ha lasciato la giunta.',
    'Ieri Verdini ha lasciato la giunta.',
    sign('name', 'Bianchi', 'Verdini'),
  ],
  [
    'it',
    'Lo ha promesso Matteo Neri ai tassisti.',
    'Lo ha promesso Matteo Bruni ai tassisti.',
    sign('name', 'Matteo Neri', 'Matteo Bruni'),
  ],
  [
    'en',
    'Smith has resigned from the board.',
    'Jones has resigned from the board.',
    sign('name', 'Smith', 'Jones'),
  ],
  [
    'it',
    'Il governo ha inviato le armi.',
    'Il governo non ha inviato le armi.',
    sign('negation', '', 'non'),
  ],
  [
    'en',
    'The ministry has sent the tents.',
    'The ministry has not sent the tents.',
    sign('negation', '', 'not'),
  ],
  [
    'en',
    "The ministry didn't send the tents.",
    'The ministry sent the tents.',
    sign('negation', "didn't", ''),
  ],
  [
    'it',
    'I furti in casa sono aumentati.',
    'I furti in casa sono diminuiti.',
    sign('negation', 'aumentati', 'diminuiti'),
  ],
  [
    'it',
    'La sindaca non ha mai pagato la multa.',
    'La sindaca ha mai pagato la multa.',
    sign('negation', 'non', ''),
  ],
]

const honest: [language: string, one: string, other: string][] = [
  ['it', 'Un alunno su quattro va a scuola a piedi.', 'Il 25% degli alunni va a scuola a piedi.'],
  ['it', 'La Russia ha chiuso il gasdotto.', 'Mosca ha chiuso il gasdotto.'],
  ['it', 'Il mais ucraino è rincarato.', 'Il mais dell’Ucraina è rincarato.'],
  ['it', 'Le Nazioni Unite hanno 193 membri.', 'L’Onu ha 193 membri.'],
  ['en', 'The UK has left the European Union.', 'Britain has left the EU.'],
  ['it', 'Mai la giunta ha chiesto fondi.', 'Non ha mai chiesto fondi la giunta.'],
  ['en', 'The prime minister has not raised taxes.', 'The prime minister has never raised taxes.'],
  ['en', 'The UK sold 30 ships.', 'Britain sold thirty ships.'],
  ['en', 'About 500 people marched in Leeds.', 'In Leeds, 500 people marched.'],
  ['it', 'Secondo Anna Rossi i treni sono puntuali.', 'Per la Rossi i treni sono puntuali.'],
  [
    'it',
    'L’80% dei fondi Ue non è stato speso.',
    "L'80 per cento dei fondi dell'Unione europea non è stato speso.",
  ],
]

describe('signs', () => {
  it.each(changed)('%s: “%s” is no duplicate of “%s”', (language, one, other, differ) => {
    const found = compared(language, one, other)
    expect(found.differ).toEqual([differ])
    expect(found.warns).toBe(true)
  })
  it.each(honest)('%s: “%s” says the same as “%s”', (language, one, other) => {
    expect(compared(language, one, other)).toMatchObject({ differ: [], warns: false })
  })
  it('say what agrees as each text has it', () => {
    const found = compared(
      'it',
      'Nel 2023 la Germania ha accolto 300 mila profughi, dice Olaf Weber.',
      'Dice Weber: i tedeschi hanno accolto 300.000 profughi nel 2023.',
    )
    expect(found.agree).toContainEqual(sign('place', 'Germania', 'tedeschi'))
    expect(found.agree.map((one) => one.sign)).toEqual(
      expect.arrayContaining(['date', 'figure', 'place', 'name']),
    )
    expect(found.warns).toBe(false)
  })
  it('do not take a month for a person', () => {
    const [one, other] = [
      'The envoy left in May 2025.',
      'In May 2025 the envoy left, said Ann May.',
    ]
    expect(compared('en', one, one).agree.map((agreed) => agreed.sign)).toEqual(['date'])
    expect(compared('en', other, other).agree).toContainEqual(sign('name', 'Ann May', 'Ann May'))
  })
  it('are the same the other way round', () => {
    const rows = [...changed, ...honest].map(([language, one, other]) => ({ language, one, other }))
    const words =
      'non Roma 40 per cento Mario Bianchi nel 2019 aumenta cala 3 mila treni Francia mai'
    const text = fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 12 })
    const made = fc.tuple(text, text).map(([a, b]) => ({
      language: 'it',
      one: a.join(' '),
      other: b.join(' '),
    }))
    const property = fc.property(fc.oneof(fc.constantFrom(...rows), made), (pair) => {
      const { language, one, other } = pair
      const [there, back] = [compared(language, one, other), compared(language, other, one)]
      const turned = (signs: Sign[]) => signs.map((s) => sign(s.sign, s.theirs, s.ours))
      expect(there.warns).toBe(back.warns)
      expect(there.agree).toEqual(turned(back.agree))
      expect(there.differ).toEqual(turned(back.differ))
    })
    fc.assert(property)
  })
})
