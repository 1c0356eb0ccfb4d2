import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'
import { wordsIn } from './reading.ts'

const t = translator('en')
const htmx = { 'HX-Request': 'true' }

const post = `Condividete! Il ponte di Vallechiara ha riaperto dopo quattro anni di lavori. Stamattina in valle piove forte, come sempre.`

let desk: TestDesk
let web: Web
let carla: Member
let viewer: Member
let told: string
let article: string
beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  carla = await person(desk, 'checker', 'Carla')
  viewer = await person(desk, 'viewer')
  const enzo = await person(desk, 'editor', 'Enzo')
  const first = await story.article(desk, carla)
  told = await story.claim(desk, carla, first)
  await story.proposed(desk, carla, told)
  await publish(desk, enzo, await story.read(desk, told), {})
  article = await story.article(desk, carla, `La festa del ponte\n\n${post}`)
})
afterAll(() => desk.end())

const dom = async (answer: Response | Promise<Response>) =>
  parseHTML(await (await answer).text()).document
const part = async (path: string, by = carla) =>
  parseHTML(`<ol>${await (await web.get(by, path, htmx)).text()}</ol>`).document

describe('an article', () => {
  it('is looked through beside its text, once the page is there', async () => {
    const page = await dom(web.get(viewer, `/articles/${article}`))
    const step = page.querySelector('#seen-list [hx-trigger=load]')
    expect(step?.getAttribute('hx-get')).toBe(`/articles/${article}/seen`)
    expect(step?.querySelector('a')?.getAttribute('href')).toBe(`/articles/${article}/seen`)
    expect(page.querySelector('.seen-mark')).toBeNull()
  })
  it('answers step by step with the sentences that are like claims, and how far it is', async () => {
    const step = await part(`/articles/${article}/seen`)
    const rows = [...step.querySelectorAll('[data-sentence]')]
    expect(rows.map((one) => one.getAttribute('data-sentence'))).toEqual(['3'])
    expect(rows[0]?.getAttribute('data-label')).toContain('another figure')
    const last = step.querySelector('.seen-step')
    expect(last?.hasAttribute('data-done')).toBe(true)
    expect(wordsIn(last)).toBe(t('seen.all', { total: 4, found: 1 }))
    const rest = await part(`/articles/${article}/seen?after=3&before=1`)
    expect(rest.querySelector('[data-sentence]')).toBeNull()
    expect(wordsIn(rest.querySelector('.seen-step'))).toBe(t('seen.all', { total: 4, found: 1 }))
  })
  it('is shown as a page with signs in its text, where there is no script', async () => {
    const page = await dom(web.get(carla, `/articles/${article}/seen`))
    const mark = page.querySelector('#s3 .seen-mark')
    expect(mark?.getAttribute('href')).toBe('#seen-3')
    expect(mark?.getAttribute('aria-label')).toContain('another figure')
    expect(page.querySelector('#seen-3 a[href="#s3"]')).not.toBeNull()
    expect(
      page.querySelector(`#seen-3 a[href="/articles/${article}?from=3&to=3#take"]`),
    ).not.toBeNull()
    expect(page.querySelector('#seen-3 .same')?.closest('details')).not.toBeNull()
    const seen = await dom(web.get(viewer, `/articles/${article}/seen`))
    expect(seen.querySelector('#seen-3 .similar-warning')).not.toBeNull()
    expect(seen.querySelector('#seen-3 .similar-ways')).toBeNull()
  })
  it('repeats no sentence that a claim was taken from', async () => {
    const own = await story.article(desk, carla, `${story.bridge}\nUn’altra volta.`)
    await story.claim(desk, carla, own, { statement: 'Il ponte di Vallechiara riapre' })
    const step = await part(`/articles/${own}/seen`)
    const numbers = [...step.querySelectorAll('[data-sentence]')].map(({ id }) => id)
    expect(numbers).not.toContain('seen-1')
    expect(numbers.length).toBeGreaterThan(0)
  })
  it('that is not there, or asked about from nowhere, is answered plainly', async () => {
    expect((await web.get(carla, `/articles/${desk.newId()}/seen`)).status).toBe(404)
    for (const after of ['-1', 'x', '99999', '1e99']) {
      expect((await web.get(carla, `/articles/${article}/seen?after=${after}`)).status).toBe(200)
    }
  })
})

describe('a text that somebody pasted', () => {
  const ask = (text: string, by = carla) => web.post(by, '/seen', { text })

  it('is answered by its sentences, what was seen before first', async () => {
    const page = await dom(ask(post))
    const answers = [...page.querySelectorAll('.seen-answer')]
    const quotes = answers.map((one) => wordsIn(one.querySelector('blockquote')))
    expect(quotes[0]).toContain('quattro anni')
    expect(answers[0]?.querySelector('.similar-warning')).not.toBeNull()
    const nothing = answers.find((one) => one.textContent?.includes('piove'))
    expect(nothing?.textContent).toContain(t('seen.nothing'))
    const said = wordsIn(page.querySelector('#seen-said')) ?? ''
    expect(said).toContain(t('seen.count', { count: 1, total: 3 }))
    expect(said).toContain(t('similar.some_warn', { count: 1 }))
    expect(wordsIn(page.querySelector('[name=text]'))).toBe(post)
  })
  it('leads to a new claim with the words that nothing is like; a viewer is led nowhere', async () => {
    const page = await dom(ask(post))
    const nothing = [...page.querySelectorAll('.seen-answer')].at(-1)
    const path = nothing?.querySelector('.seen-own a')?.getAttribute('href') ?? ''
    const form = await dom(web.get(carla, path))
    const statement = wordsIn(form.querySelector('#new-claim-statement'))
    expect(statement).toBe(wordsIn(nothing?.querySelector('blockquote') ?? null))
    expect(form.querySelector('#new-claim-language [selected]')?.getAttribute('value')).toBe('it')
    expect((await dom(ask(post, viewer))).querySelector('.seen-own')).toBeNull()
  })
  it('is asked about from the list of claims, from a new claim, and where a search finds nothing', async () => {
    expect((await dom(web.get(viewer, '/claims'))).querySelector('a[href="/seen"]')).not.toBeNull()
    const fresh = await dom(web.get(carla, '/claims/new'))
    expect(fresh.querySelector('a[href="/seen"]')).not.toBeNull()
    const none = await dom(web.get(viewer, '/claims?q=zzzz+qqqq'))
    const path = none.querySelector('a[href^="/seen?"]')?.getAttribute('href') ?? ''
    const page = await dom(web.get(viewer, path))
    expect(wordsIn(page.querySelector('[name=text]'))).toBe('zzzz qqqq')
    expect(wordsIn(page.querySelector('#seen-said'))).toBe(t('seen.count', { count: 0, total: 1 }))
  })
  it('that is none, too long, or has a NUL in it is refused beside the field, and kept', async () => {
    for (const text of ['', '   ', 'x'.repeat(10_001), 'a\0b']) {
      const answer = await ask(text)
      expect(answer.status).toBe(422)
      const page = await dom(answer)
      expect(page.querySelector('#seen-text-error')).not.toBeNull()
    }
  })
  it('of whatever signs it is made is answered with a page', async () => {
    const texts = [
      '!?…—«»',
      '(((((((((((((((',
      'ponte',
      'мост открыт',
      '桥梁重新开放了',
      '\u202eponte\u202c \ud800 x',
      '"OR" NEAR(a,b) * ^ {x}:',
      'Ha. '.repeat(1200),
      '#PonteVallechiara @sindaca 🎉🎉 https://example.org/ponte',
      '<script>alert(1)</script>',
    ]
    for (const text of texts) {
      const answer = await ask(text)
      expect(answer.status, text.slice(0, 40)).toBe(200)
      const html = await answer.text()
      expect(html).not.toContain('<script>alert')
    }
    const many = await dom(ask('Il ponte ha riaperto. '.repeat(200)))
    expect(many.querySelectorAll('.seen-answer').length).toBeLessThanOrEqual(61)
    expect(many.querySelector('#seen-answers')?.textContent).toContain(
      t('seen.passed_over', { count: 140 }),
    )
    const none = await dom(ask('!?…—«»'))
    expect(wordsIn(none.querySelector('#seen-said'))).toBe(t('seen.wordless'))
  })
})
