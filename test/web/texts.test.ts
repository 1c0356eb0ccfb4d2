import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/desk/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import { methodologyText } from '../../views/texts/methodology.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

const TEXTS = '/settings/texts'
const italian = { 'accept-language': 'it' }

describe('what the desk says in public of how it works', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let ada: Member
  let bea: Member
  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    ada = await person(desk, 'viewer', 'Ada', 1)
    bea = await person(desk, 'viewer', 'Bea', 1)
  })
  afterEach(async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
    await desk.end()
  })

  const page = async (path: string, more = {}) => (await web.get(null, path, more)).text()
  const write = (fields: Fields, by = ada) => life.send(by, TEXTS, TEXTS, fields)

  it('has sensible words to start from, in both languages', async () => {
    const english = await page('/methodology')
    for (const said of [
      'How we choose what we check',
      'Nobody publishes their own verdict',
      'as of the date on which it was made',
      'we were wrong',
      'The right of reply',
      '.well-known/riscontro.json',
      'npm run riscontro -- verify FILE',
      'On request both are erased',
      'Send us a claim to check',
    ]) {
      expect(wordsOf(english)).toContain(said)
    }
    expect(english).toContain('<a href="/corrections">')
    expect(wordsOf(await page('/methodology', italian))).toMatch(/Come lavoriamo .*solo il primo/)
    expect(await page('/methodology', italian)).not.toMatch(/<div class="long-text" lang/)
  })

  it('follows the way in which the desk has its verdicts read, by topic too', () => {
    const none = { reading: null, blindTopics: null, twoReaderTopics: null }
    expect(methodologyText('en', none)).toContain('an editor who wrote no part of it publishes it')
    expect(methodologyText('en', { ...none, reading: 'blind' })).toContain('a third person decides')
    const some = methodologyText('it', { ...none, blindTopics: ['elezioni', 'a_b'] })
    expect(some).toContain('Su alcuni argomenti (elezioni, a\\_b) la seconda persona non sa')
    const same = methodologyText('en', { ...none, reading: 'blind', blindTopics: ['x'] })
    expect(same).not.toContain('On some topics')
  })

  it('is in the desk’s own words once an admin wrote them, and nothing in them is more than text', async () => {
    expect(await life.read(ada, '/settings')).toContain(`href="${TEXTS}"`)
    const hostile =
      '## Ours\n\n<script>alert(1)</script> [x](javascript:alert(2)) [y](//evil.example)'
    const links = '[z](/report) [w](https://example.org/)'
    expect(await write({ methodologyEn: `${hostile} ${links}` })).toBe(TEXTS)
    const html = await page('/methodology')
    expect(html).toContain('<h2>Ours</h2>')
    expect(html).not.toMatch(/<script>alert|href="javascript|href="\/\/evil/)
    expect(html).toMatch(
      /<a href="\/report">z<\/a> <a href="https:\/\/example.org\/" rel="noopener/,
    )
    expect(wordsOf(html)).not.toContain('How we choose what we check')
    // Nobody wrote it in Italian: theirs, and not another text that may say something else.
    expect(await page('/methodology', italian)).toContain('<div class="long-text" lang="en">')
    await write({ methodologyEn: '', scaleIt: 'La scala è **nostra**.' })
    expect(wordsOf(await page('/methodology'))).toContain('How we choose what we check')
    expect(await page('/ratings', italian)).toContain('La scala è <strong>nostra</strong>.')
  })

  it('is looked at before it is saved, and can begin with what came with the program', async () => {
    const form = formOf(await life.read(ada, TEXTS), TEXTS)
    const preview = await web.post(ada, TEXTS, { ...form, scaleEn: '**Ours**', do: 'preview' })
    expect(await preview.text()).toContain('<strong>Ours</strong>')
    const begin = await web.post(ada, TEXTS, { ...form, scaleEn: 'Ours', do: 'begin' })
    const begun = formOf(await begin.text(), TEXTS)
    expect(begun.scaleEn).toBe('Ours')
    expect(begun.methodologyIt).toMatch(/^## Come scegliamo/)
    expect((await desk.store.desks.find())?.revision).toBe(1)
    await web.post(ada, TEXTS, begun)
    const saved = await desk.store.desks.find()
    expect(saved).toMatchObject({ methodologyIt: null, scaleEn: 'Ours', scaleIt: null })
  })

  it('is refused where it is too long, beside its field, and keeps what was typed', async () => {
    const form = formOf(await life.read(ada, TEXTS), TEXTS)
    const long = 'a'.repeat(15_001)
    const answer = await web.post(ada, TEXTS, { ...form, scaleIt: long })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('id="texts-scaleIt-error"')
    expect(formOf(html, TEXTS).scaleIt).toBe(long)
  })

  it('is merged word by word where two admins write at once; a change of the scale is none', async () => {
    const begin = formOf(await life.read(ada, TEXTS), TEXTS)
    const SCALE = '/settings/scale/mixed'
    await life.send(bea, SCALE, SCALE, { labelEn: 'Half true' })
    const saved = await web.post(ada, TEXTS, { ...begin, scaleEn: 'One two three' })
    expect(saved.status).toBe(303)
    const stale = formOf(await life.read(ada, TEXTS), TEXTS)
    await write({ scaleEn: 'One two four' }, bea)
    const late = await web.post(ada, TEXTS, { ...stale, scaleEn: 'Zero one two three' })
    expect(late.status).toBe(409)
    const merged = formOf(await late.text(), TEXTS)
    expect(merged.scaleEn).toBe('Zero one two four')
    expect((await web.post(ada, TEXTS, merged)).status).toBe(303)
  })

  it('that is sent twice is written once', async () => {
    const form = { ...formOf(await life.read(ada, TEXTS), TEXTS), scaleEn: 'Ours' }
    const both = await Promise.all([web.post(ada, TEXTS, form), web.post(ada, TEXTS, form)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await desk.store.desks.find())?.revision).toBe(2)
  })

  it('lists what each rating means, in the desk’s words where it has some, retired ones apart', async () => {
    const MIXED = '/settings/scale/mixed'
    await life.send(ada, MIXED, MIXED, { meaningEn: 'Half <b>is</b> right' })
    await life.send(ada, '/settings/scale/false', '/settings/scale/false/retirement')
    const html = await page('/ratings')
    expect(html).toContain('Half &lt;b&gt;is&lt;/b&gt; right')
    expect(wordsOf(html)).toMatch(
      /True What is claimed is right.*No longer given.*False The evidence/,
    )
    expect(await page('/ratings', italian)).toContain('<span lang="en">Half')
  })

  it('keeps what a rating means where a form leaves it out, and forgets it where it is empty', async () => {
    const MIXED = '/settings/scale/mixed'
    const meaning = async () =>
      (await desk.store.desks.scale()).find(({ id }) => id === 'mixed')?.meaningEn
    await life.send(ada, MIXED, MIXED, { meaningEn: 'Half is right' })
    const { meaningEn: _, meaningIt: __, ...rest } = formOf(await life.read(ada, MIXED), MIXED)
    await web.post(ada, MIXED, { ...rest, labelEn: 'Half' })
    expect(await meaning()).toBe('Half is right')
    await life.send(ada, MIXED, MIXED, { meaningEn: '' })
    expect(await meaning()).toBeNull()
  })

  it('may be kept on the way, and is new once it says something else', async () => {
    for (const path of ['/methodology', '/ratings']) {
      const first = await web.get(null, path)
      expect(first.headers.get('cache-control')).toMatch(/^public\b/)
      const tag = first.headers.get('etag') ?? ''
      expect((await web.get(null, path, { 'if-none-match': tag })).status).toBe(304)
      await write({ methodologyEn: `M ${path}`, scaleEn: `S ${path}` })
      expect((await web.get(null, path, { 'if-none-match': tag })).status).toBe(200)
    }
  })
})
