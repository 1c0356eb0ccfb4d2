import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { link } from '../../src/desk/linking.ts'
import { publish } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { browsing } from './browsing.ts'
import { type Reading, reading, wordsIn } from './reading.ts'

const t = translator('en')
const htmx = { 'HX-Request': 'true' }
const figure = t('similar.warns', { others: t('similar.other_figure') })

describe('a similar claim', () => {
  let on: Reading
  let viewer: Member
  let told: string
  let open: string
  beforeAll(async () => {
    on = await reading()
    viewer = await person(on.desk, 'viewer')
    told = await on.take(
      'dopo tre anni di lavori',
      'Il ponte di Vallechiara ha riaperto dopo tre anni di lavori',
    )
    await story.proposed(on.desk, on.carla, told)
    await publish(on.desk, on.enzo, await story.read(on.desk, told), {})
    open = await on.take('ha riaperto ieri', 'Il ponte di Vallechiara non ha riaperto al traffico')
  })
  afterAll(() => on.desk.end())

  /** What is suggested while this is typed in the form for words of the article. */
  async function typing(statement: string, by = on.carla, language = 'it') {
    const { start, end } = on.at('costerà più di così')
    const query = new URLSearchParams({ statement, language })
    const path = `/articles/${on.article}/similar?${query}&start=${start}&end=${end}`
    return parseHTML(`<main>${await (await on.web.get(by, path, htmx)).text()}</main>`).document
  }

  it('with another figure is a warning, which is said, and is not offered as the same', async () => {
    const page = await typing('Il ponte di Vallechiara ha riaperto dopo quattro anni di lavori')
    const status = wordsIn(page.querySelector('[role=status]'))
    expect(status).toContain(t('similar.some_warn', { count: 1 }))
    const row = page.querySelector(`#similar-${told}`)
    expect(wordsIn(row?.querySelector('.similar-warning') ?? null)).toBe(figure)
    expect(row?.querySelector('.similar-warning svg')).not.toBeNull()
    const same = row?.querySelector('.same')
    expect(same?.closest('details')?.hasAttribute('open')).toBe(false)
    expect(wordsIn(row?.querySelector('.sign.differ') ?? null)?.replace(/\s+/g, ' ')).toBe(
      `${t('similar.differ')}: ${t('similar.sign_figure')}: ${t('similar.both', { ours: 'quattro anni', theirs: 'tre anni' })}`,
    )
  })
  it('is held against the language that is typed, whatever the form still names', async () => {
    const typed = 'Il ponte di Vallechiara ha riaperto dopo quattro anni di lavori'
    const page = await typing(typed, on.carla, 'en')
    expect(wordsIn(page.querySelector(`#similar-${told} .similar-warning`))).toBe(figure)
  })
  it('with the opposite sense is a warning, too', async () => {
    const page = await typing('Il ponte di Vallechiara ha riaperto al traffico')
    const row = page.querySelector(`#similar-${open} .similar-warning`)
    expect(wordsIn(row)).toBe(t('similar.warns', { others: t('similar.other_negation') }))
  })
  it('that says the same is offered as the same, with the words in common marked', async () => {
    const page = await typing('Dopo tre anni di lavori riaperto il ponte di Vallechiara')
    const row = page.querySelector(`#similar-${told}`)
    expect(row?.querySelector('.similar-warning')).toBeNull()
    expect(row?.querySelector('.same')?.closest('details')).toBeNull()
    const marked = [...(row?.querySelectorAll('mark') ?? [])].map((one) => one.textContent)
    expect(marked).toContain('ponte')
    expect(marked.join(' ')).toContain('Vallechiara')
    expect(row?.querySelector('.statement')?.textContent).toBe(
      'Il ponte di Vallechiara ha riaperto dopo tre anni di lavori',
    )
    expect(wordsIn(row?.querySelector('.visually-hidden') ?? null)).toBeTruthy()
  })
  it('says what the public was told of it, and as of when', async () => {
    const page = await typing('Dopo tre anni di lavori riaperto il ponte di Vallechiara', viewer)
    const stands = page.querySelector(`#similar-${told} .similar-stands`)?.textContent ?? ''
    expect(stands).toContain('True')
    expect(stands).toContain(`${t('verdict.holds_on')} 12 March 2024`)
    expect(stands).toContain(t('similar.published'))
    expect(page.querySelector('.same')).toBeNull()
  })
  it('stands on the page of a claim, which does not wait for it, and on one of its own', async () => {
    const page = await on.dom(`/claims/${open}`)
    const region = page.querySelector('#similar [hx-trigger=load]')
    const path = `/claims/${open}/similar`
    expect(region?.getAttribute('hx-get')).toBe(path)
    expect(region?.querySelector('a')?.getAttribute('href')).toBe(path)
    const part = await (await on.web.get(on.carla, path, htmx)).text()
    expect(part).not.toContain('<html')
    const whole = await on.dom(path)
    for (const one of [parseHTML(`<main>${part}</main>`).document, whole]) {
      expect(one.querySelector(`#similar-${told}`)).not.toBeNull()
      expect(one.querySelector(`#similar-${open}`)).toBeNull()
    }
    const then = await on.dom(`/claims/${open}?asOf=${encodeURIComponent(on.desk.now())}`)
    expect(then.querySelector('#similar')).toBeNull()
  })
  it('can be linked as what it contradicts or updates, but is no duplicate, where it differs', async () => {
    const other = await on.take(
      'dopo tre anni',
      'Il ponte di Vallechiara ha riaperto dopo nove anni di lavori',
    )
    const page = await on.dom(`/claims/${other}/similar`)
    const links = [...page.querySelectorAll(`#similar-${told} .similar-ways a`)]
    expect(links.map((one) => one.getAttribute('href'))).toEqual([
      `/claims/${other}?link=${told}&sense=updates#add-link`,
      `/claims/${other}?link=${told}&sense=contradicts#add-link`,
    ])
    const form = await on.dom(`/claims/${other}?link=${told}&sense=updates`)
    expect(form.querySelector('#add-link')?.hasAttribute('open')).toBe(true)
    const chosen = [...form.querySelectorAll('#new-link-form input[checked]')]
    expect(chosen.map((one) => one.getAttribute('value'))).toEqual(['updates', told])
    expect((await on.desk.store.links.around([other])).length).toBe(0)
  })
  it('that says the same leads to setting aside, filled in', async () => {
    const twin = await on.take(
      'di lavori',
      'Dopo tre anni di lavori ha riaperto il ponte di Vallechiara',
    )
    const page = await on.dom(`/claims/${twin}/similar`)
    const aside = `/claims/${twin}?duplicateOf=${told}#set-aside`
    expect(page.querySelector(`.similar-ways a[href="${aside}"]`)).not.toBeNull()
    const form = await on.dom(aside)
    expect(form.querySelector('#set-aside')?.hasAttribute('open')).toBe(true)
    const chosen = [...form.querySelectorAll('#setting-aside-form input[checked]')]
    expect(chosen.map((one) => one.getAttribute('value'))).toEqual(['duplicate', told])
    const seen = await browsing(on.web).read(viewer, `/claims/${twin}/similar`)
    expect(seen).toContain(`similar-${told}`)
    expect(seen).not.toContain('similar-ways')
  })
  it('that is linked already says so, and is not offered to be linked again', async () => {
    const other = await on.take(
      'dopo tre anni di lavori',
      'Il ponte di Vallechiara ha riaperto dopo tre anni di cantiere',
    )
    const sense = { sense: 'same_as', other: told, why: 'Lo stesso ponte' }
    await link(on.desk, on.carla, other, on.desk.newId(), sense)
    const page = await on.dom(`/claims/${other}/similar`)
    expect(wordsIn(page.querySelector(`#similar-${told} .similar-ways`))).toBe(
      t('similar.linked', { sense: t('link.same_as') }),
    )
  })
})
