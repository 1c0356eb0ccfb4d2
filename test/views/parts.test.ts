import { describe, expect, test } from 'vitest'
import { firstScale } from '../../src/domain/first-scale.ts'
import type { Frame } from '../../views/frame.ts'
import { html } from '../../views/html.ts'
import { page } from '../../views/layout.ts'
import { translator } from '../../views/messages.ts'
import * as parts from '../../views/parts.ts'

const frame = (changes: Partial<Frame> = {}): Frame => ({
  lang: 'en',
  t: translator(changes.lang ?? 'en'),
  now: '2026-01-14T10:00:00Z',
  timeZone: 'Europe/Rome',
  path: '/claims?stage=inbox',
  viewer: { id: 'u1', name: 'Anna', role: 'editor', admin: 0 },
  desk: { name: 'Desk' },
  counts: { review: 2, drifts: 0, tips: 0 },
  notice: null,
  ...changes,
})

describe('dates', () => {
  test('a moment is told by its distance, with the exact time of the desk beside it', () => {
    const made = `${parts.when(frame(), '2026-01-14T08:00:00Z')}`
    expect(made).toContain('2 hours ago')
    expect(made).toContain('title="14 January 2026 at 09:00"')
    expect(`${parts.when(frame({ lang: 'it' }), '2026-01-13T09:00:00Z')}`).toContain('ieri')
  })

  test.each([
    ['2024', '2024'],
    ['2024-06', 'giugno 2024'],
    ['2024-06-19', '19 giugno 2024'],
    [null, 'data non nota'],
  ])('the partial date %s reads %s', (date, text) => {
    expect(`${parts.partialDate(frame({ lang: 'it' }), date)}`).toContain(`>${text}<`)
  })
})

describe('words from people', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', '/etc', 'ftp://example.org', ''])(
    'the address %s is shown and not linked',
    (url) => {
      expect(`${parts.outside(url)}`).not.toContain('href')
    },
  )

  test('a link out says neither where it came from nor what it is worth', () => {
    const link = `${parts.outside('https://www.example.org/a"b')}`
    expect(link).toContain('rel="noopener nofollow noreferrer"')
    expect(link).not.toContain('a"b')
  })

  test('Markdown brings no HTML, no image and no other scheme', () => {
    const made = `${parts.markdown('# A\n<b>x</b> ![i](https://x.org/i.png) [j](javascript:1) [k](https://k.org)')}`
    expect(made).toContain('<h3>A</h3>')
    expect(made).toContain('&lt;b&gt;')
    expect(made).not.toMatch(/<img|<b>|href="javascript/)
    expect(made).toContain('rel="noopener nofollow noreferrer"')
  })

  test('text is escaped wherever it stands', () => {
    const bad = '"><script>x</script>'
    const form = parts.postForm(frame(), { id: 'f', action: '/x', typed: { name: bad } }, (f) =>
      f.text({ name: 'name', label: bad }),
    )
    expect(`${page(frame(), { title: bad }, html`${form}`)}`).not.toContain('<script>x')
  })
})

describe('a form', () => {
  const refused = (typed: parts.Refused['typed'], errors: parts.Refused['errors']) =>
    `${parts.postForm(
      frame(),
      { id: 'f', action: '/x', newId: 'n1', revision: 0, typed, errors },
      (f) =>
        html`${f.text({ name: 'title', label: 'Title', hint: 'short' })}${f.area({ name: 'quote', label: 'Quote', value: 'was' })}${f.radios(
          {
            name: 'kind',
            label: 'Kind',
            choices: [
              { value: 'a', label: 'A' },
              { value: 'b', label: 'B' },
            ],
          },
        )}${f.checks({
          name: 'reasons',
          label: 'Reasons',
          value: ['a'],
          choices: [
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ],
        })}${f.text({ name: 'password', label: 'Password', type: 'password' })}`,
    )}`

  test('keeps everything that was typed, but for passwords', () => {
    const made = refused(
      { title: 'T', quote: '', kind: 'b', reasons: ['b'], password: 'secret' },
      {},
    )
    expect(made).toContain('value="T"')
    expect(made).not.toContain('was')
    expect(made).toMatch(/value="b" checked/)
    expect(made.match(/ checked/g)).toHaveLength(2)
    expect(made).not.toContain('secret')
  })

  test('ties an error to its field, and links to it on top', () => {
    const made = refused(
      { title: '' },
      { title: { code: 'required' }, kind: { code: 'unknown_choice' } },
    )
    expect(made).toContain('aria-describedby="f-title-error f-title-hint"')
    expect(made).toContain('aria-invalid="true"')
    expect(made).toContain('<a href="#f-title">Title: Fill this in.</a>')
    expect(made).toContain('<a href="#f-kind-0">')
    expect(made).toContain('role="alert"')
  })

  test('carries the id of what it makes and the revision that was read, also 0', () => {
    const made = refused({}, {})
    expect(made).toContain('name="newId" value="n1"')
    expect(made).toContain('name="revision" value="0"')
  })

  test('says an error of a field that it does not show', () => {
    expect(refused({}, { evidence: { code: 'no_grounds' } })).toContain('Add a piece of evidence')
  })
})

describe('JSON', () => {
  const shown = (value: unknown) => String(parts.jsonCode(JSON.stringify(value)))
  const plain = (value: unknown) =>
    shown(value)
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')

  test('is the same JSON when it is laid out, short things on one line', () => {
    const long = 'x'.repeat(120)
    const value = {
      a: [1, -2.5e30, true, null, []],
      b: {},
      c: { d: long, 'e"': '\\ "quoted" 1: null' },
    }
    expect(JSON.parse(plain(value))).toEqual(value)
    expect(plain(value)).toBe(
      `{\n  "a": [1, -2.5e+30, true, null, []],\n  "b": {},\n  "c": {\n    "d": "${long}",\n    "e\\"": "\\\\ \\"quoted\\" 1: null"\n  }\n}`,
    )
  })

  test('tells keys, numbers and words apart, and is markup nowhere', () => {
    expect(shown({ a: 1, b: null, c: 'true 2' })).toBe(
      '{ <span class="json-key">&quot;a&quot;</span>: <span class="json-number">1</span>, ' +
        '<span class="json-key">&quot;b&quot;</span>: <span class="json-word">null</span>, ' +
        '<span class="json-key">&quot;c&quot;</span>: &quot;true 2&quot; }',
    )
    expect(shown({ '<i>': '<b>&' })).not.toMatch(/<[ib]>/)
    expect(JSON.parse(plain({ '<i>': '<b>&' }))).toEqual({ '<i>': '<b>&' })
  })
})

describe('marks', () => {
  test.each(firstScale)('the rating $id has a shape, and a word in both languages', (rating) => {
    expect(`${parts.ratingMark(frame(), rating)}`).toContain(`<span>${rating.labelEn}</span>`)
    expect(`${parts.ratingMark(frame({ lang: 'it' }), rating)}`).toContain(
      `<span>${rating.labelIt}</span>`,
    )
    expect(`${parts.ratingShape(rating)}`).toMatch(/<(circle|path)/)
  })
})

describe('the frame', () => {
  test('marks where one is, and says how much waits for review', () => {
    const made = `${page(frame(), { title: 'Claims' }, '')}`
    expect(made).toContain('<a href="/claims" aria-current="page">')
    expect(made).toContain('2 verdicts wait for a second reading')
    expect(made).toContain('<html lang="en">')
    expect(made).toContain('<title>Claims · Desk</title>')
  })

  test('shows nothing of the desk to whoever is not signed in', () => {
    const made = `${page(frame({ viewer: null, counts: null }), { title: 'Sign in' }, '')}`
    expect(made).not.toContain('href="/articles"')
    expect(made).toContain('href="/signin"')
  })

  test('has no script, style or handler within it', () => {
    const made = `${page(frame({ notice: 'notice.saved' }), { title: 'x' }, '')}`
    expect(made).not.toMatch(/<style|<script(?! src=)| style="| on\w+="/)
  })
})

describe('the history', () => {
  const entry = {
    at: '2026-01-14T08:00:00Z',
    actor: 'u1',
    verb: 'take',
    kind: 'claim',
    subject: 'c',
    change: {},
    comment: null,
  } as const

  test('speaks to whoever did it, and of others by name', () => {
    const names = { people: { u2: 'Bruno' } }
    const said = (lang: 'en' | 'it', actor: string) =>
      `${parts.sentence(frame({ lang }), names, { ...entry, actor })}`
    expect(said('en', 'u1')).toBe('You took the claim')
    const bruno = '<a class="who" href="/people/u2">Bruno</a>'
    expect(said('it', 'u2')).toBe(`${bruno} ha preso in carico l’affermazione`)
    const somebody = '<a class="who" href="/people/u3">Somebody who has left</a>'
    expect(said('en', 'u3')).toBe(`${somebody} took the claim`)
    expect(said('en', 'terminal')).toBe('The desk’s own terminal took the claim')
  })

  test('tells an act once, though it moved a claim and its verdict', () => {
    const both = [
      { ...entry, verb: 'publish' },
      { ...entry, kind: 'verdict' as const, verb: 'publish' },
    ]
    expect(`${parts.history(frame(), both, { people: {} })}`.match(/<li>/g)).toHaveLength(1)
  })
})

describe('a refusal', () => {
  test.each([
    ['wrong_stage', { move: 'take', stage: 'in_review', need: 'checker' }, 'In review'],
    ['forbidden', { need: 'editor' }, '“Editor”'],
    ['throttled', { minutes: 5 }, '5 minutes'],
    ['too_large', { max: 1_000_000 }, '1 MB'],
    ['wrong_status', { step: 'publish', status: 'none' }, 'no verdict at that point'],
  ] as const)('%s names what it is about', (code, values, text) => {
    expect(parts.refusalMessage(frame(), code, values)).toContain(text)
  })
})
