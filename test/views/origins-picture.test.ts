import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/domain/evidence.ts'
import { madeBy } from '../../src/domain/origins.ts'
import { originsPicture } from '../../views/evidence/origins-picture.ts'
import type { Frame } from '../../views/frame.ts'
import { languages, translator } from '../../views/messages.ts'
import { evidenceAt } from '../domain/people.ts'

const frame = (lang: Frame['lang']): Frame => ({
  lang,
  t: translator(lang),
  now: '2025-06-01T10:00:00Z',
  timeZone: 'Europe/Rome',
  path: '/claims/claim',
  viewer: { id: 'u1', name: 'Anna', role: 'editor', admin: 0 },
  desk: { name: 'Desk' },
  counts: { review: 0, drifts: 0, tips: 0 },
  notice: null,
})
const made = madeBy({ kind: 'happened' }, [
  {
    appearance: { claimantKind: 'named', claimant: 'Andrei Rudenko', attribution: [] },
    article: { outlet: null },
  },
])
const picture = (evidence: Evidence[], lang: Frame['lang'] = 'en') =>
  parseHTML(`<body>${originsPicture(frame(lang), evidence, made)}</body>`).document
const from = (number: number, origin: string | null, fields: Partial<Evidence> = {}) =>
  evidenceAt(number, { origin, ...fields })

const all = [
  from(1, 'ANSA'),
  from(2, 'Andrei Rudenko', { stance: 'context' }),
  from(3, 'Ansa', { stance: 'refutes' }),
  from(4, null),
  from(5, null),
  from(6, 'AFP', { rank: 'deprecated' }),
]

const groupsOf = (evidence: Evidence[]) => [...picture(evidence).querySelectorAll('g.origin')]

/** Where the lines of a group of the drawing begin and end, as heights. */
const lines = (group: ReturnType<typeof groupsOf>[number]) =>
  [...group.querySelectorAll('.origin-line')].map((line) => {
    const numbers =
      line
        .getAttribute('d')
        ?.match(/[\d.]+/g)
        ?.map(Number) ?? []
    return { from: numbers[1], to: numbers.at(-1) }
  })

describe('the picture of the origins', () => {
  it('says nothing as long as no origin is named', () => {
    expect(picture([]).querySelector('figure')).toBeNull()
    expect(picture([from(1, null), from(2, null)]).querySelector('figure')).toBeNull()
    const gone = from(3, 'ANSA', { rank: 'deprecated' })
    expect(picture([from(1, null), gone]).querySelector('figure')).toBeNull()
    expect(picture([from(1, 'ANSA')]).querySelector('figure')).not.toBeNull()
  })
  it('joins the sources of one origin, and crosses no lines', () => {
    const groups = groupsOf(all)
    const drawn = groups.map((group) => group.textContent.replace(/\s+/g, ''))
    expect(drawn).toEqual([
      '[1][3]ANSA',
      '[2]AndreiRudenkomakestheclaim',
      '[4]nooriginnamed',
      '[5]nooriginnamed',
    ])
    const [ansa] = groups
    if (!ansa) throw new Error('no group')
    const [one, other] = lines(ansa)
    expect(one?.to).toBe(other?.to)
    expect(one?.from).not.toBe(other?.from)
    const heights = groups.flatMap(lines)
    expect(heights.map((line) => line.from)).toEqual(
      heights.map((line) => line.from).toSorted((a = 0, b = 0) => a - b),
    )
  })
  it('tells the claimant by a shape and a word, and sides by their signs', () => {
    const page = picture(all)
    expect(page.querySelectorAll('.of-claimant rect')).toHaveLength(1)
    expect(page.querySelectorAll('g.origin:not(.of-claimant) rect')).toHaveLength(0)
    expect(page.querySelectorAll('.stance-supports')).toHaveLength(3)
    expect(page.querySelectorAll('.stance-refutes')).toHaveLength(1)
    expect(page.querySelectorAll('.stance-context')).toHaveLength(1)
  })
  it.each([
    [
      'en',
      [
        '[1] and [3] lead back to ANSA.',
        '[2] leads back to Andrei Rudenko, who makes the claim.',
        '[4] and [5] name no origin, and count as one each.',
      ],
    ],
    [
      'it',
      [
        '[1] e [3] risalgono a: ANSA.',
        '[2] risale a chi lo afferma: Andrei Rudenko.',
        '[4] e [5] non nominano un’origine, e contano una ciascuna.',
      ],
    ],
  ] as const)('says the same in words (%s)', (lang, words) => {
    const page = picture(all, lang)
    expect([...page.querySelectorAll('details li')].map((li) => li.textContent)).toEqual(words)
    expect(page.querySelector('svg')?.getAttribute('aria-label')).toMatch(/5 .*4/)
  })
  it.each(languages)('cuts a long name, and has it whole beside it (%s)', (lang) => {
    const long = `Ufficio ${'lunghissimo '.repeat(14)}<b>🎉`
    const page = picture([from(1, long)], lang)
    const shown = page.querySelector('.origin-name')
    expect(shown?.querySelector('title')?.textContent).toBe(long)
    const cut = shown?.textContent.replace(long, '') ?? ''
    expect(cut).toMatch(/^Ufficio lunghissimo .*…$/)
    expect(cut.length).toBeLessThan(32)
    expect(page.querySelector('details li')?.textContent).toContain(long.trim())
  })
  it('carries no style of its own: the policy allows none', () => {
    expect(`${originsPicture(frame('en'), all, made)}`).not.toMatch(/style=|<style|onload/)
  })
})
