import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeAppearance } from '../../src/desk/appearances.ts'
import { publish } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { requiredOf } from '../../src/interchange/claim-review-rules.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

/** The structured data of a page, read as a machine does. */
function dataOf(html: string): Record<string, unknown>[] {
  const scripts = html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)
  return [...scripts].map(([, json = '']) => JSON.parse(json))
}

const meta = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(html)?.[1]

describe('a verdict’s public page', () => {
  let told: ToldDesk
  let web: Web
  const addresses: Record<string, string> = {}
  beforeAll(async () => {
    told = await toldDesk()
    web = webOf(told.desk)
    for (const [name, id] of Object.entries(told.claims)) {
      const answer = await web.get(null, `/verdicts/${id}`)
      addresses[name] = answer.headers.get('location') ?? ''
    }
  })
  afterAll(() => told.desk.end())
  const page = async (name: string, rest = '') =>
    (await web.get(null, `${addresses[name]}${rest}`)).text()

  it('says what was claimed, by whom, what was found, on what it rests, and whose work it is', async () => {
    const words = wordsOf(await page('bridge'))
    for (const said of [
      'Il caso bridge',
      'claimed by Anna Moretti',
      'and in one more place',
      'True',
      'È così.',
      'written by Carla Conti',
      'read by Enzo Esposito',
      'Holds as of 12 March 2024',
      'Il verbale di collaudo [1] autorizza la riapertura',
      'Si autorizza la riapertura al traffico.',
      'No copy of the source’s text was kept',
      'Albo pretorio',
      'Nothing found',
      'Ufficio stampa XQCONTACT',
      'No reply',
      'Paolo Riva',
      'First published',
      'How we work',
      'Report an error',
    ]) {
      expect(words).toContain(said)
    }
  })

  it('leads from what is cited to where it stands', async () => {
    const html = await page('bridge')
    expect(html).toContain('<a href="#evidence-1">[1]</a>')
    expect(html).toContain('<li id="evidence-1">')
  })

  it('carries one ClaimReview, whose address is its own, and a head that says what it is', async () => {
    for (const name of ['bridge', 'costs', 'debt', 'school']) {
      const html = await page(name)
      const url = `http://desk.test${addresses[name]}`
      const data = dataOf(html)
      expect(data).toHaveLength(1)
      expect(data[0]).toMatchObject({
        '@type': 'ClaimReview',
        url,
        claimReviewed: `Il caso ${name}`,
      })
      expect(requiredOf.safeParse(data[0]).success).toBe(true)
      // It is where it says, and not only led to.
      expect((await web.get(null, new URL(url).pathname)).status).toBe(200)
      expect(html).toContain(`<link rel="canonical" href="${url}">`)
      expect(meta(html, 'og:url')).toBe(url)
      expect(meta(html, 'og:title')).toBe(`Il caso ${name}`)
      expect(meta(html, 'og:type')).toBe('article')
      expect(meta(html, 'og:site_name')).toBe('Test desk')
      expect(meta(html, 'og:locale')).toBe('en_GB')
      expect(meta(html, 'description')).toBe(meta(html, 'og:description'))
      expect(meta(html, 'robots')).toBeUndefined()
      expect(html).toContain('type="application/atom+xml"')
    }
    expect(meta(await page('debt'), 'description')).toBe('Mixed. È così.')
  })

  it('shows an older version with a banner that says why it was replaced, and is not listed', async () => {
    const html = await page('costs', '/versions/1')
    const words = wordsOf(html)
    expect(words).toContain('You are reading version 1, which was replaced')
    expect(words).toContain('Correction: we were wrong : Avevamo sbagliato.')
    expect(html).toContain(`<a href="${addresses.costs}">Read the verdict as it stands now</a>`)
    expect(meta(html, 'robots')).toBe('noindex')
    expect(dataOf(html)).toEqual([])
    // What was told then: the slip that was mended since is still there.
    expect(words).toContain('È costato il dopio.')
    expect(wordsOf(await page('costs', '/versions/2'))).toContain('Typo')
  })

  it('says that we erred though a typo was mended since', async () => {
    const html = await page('costs')
    expect(wordsOf(html)).toContain('È costato il doppio.')
    expect(/<p class="mark mark-changed">[\s\S]*?<\/p>/.exec(html)?.[0]).toContain(
      'Correction: we were wrong',
    )
    // The reason of the correction is none of the typo's.
    expect(wordsOf(html).match(/Avevamo sbagliato/g)).toHaveLength(2)
    expect(dataOf(html)[0]?.correction).toMatchObject({ text: 'Avevamo sbagliato.' })
  })

  it('says that it is under correction', async () => {
    expect(wordsOf(await page('school'))).toContain('Under correction')
  })

  it('says what was withdrawn, when and why, and shows neither its rating nor its reasons', async () => {
    const answer = await web.get(null, addresses.road ?? '')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const words = wordsOf(html)
    for (const said of ['Il caso road', 'Withdrawn', 'La fonte si è ritrattata.', '6 June 2025']) {
      expect(words).toContain(said)
    }
    expect(words).not.toContain('Unproven')
    expect(words).not.toContain('verbale')
    expect(meta(html, 'robots')).toBe('noindex')
    expect(dataOf(html)).toEqual([])
  })
})

describe('what people write, on a public page', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  let enzo: Member
  let article: string
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla "</script>"')
    enzo = await person(desk, 'editor', 'Enzo')
    article = await story.article(desk, carla)
  })
  afterAll(() => desk.end())

  async function told(statement: string, language: string, conclusion: string): Promise<string> {
    const id = await story.claim(desk, carla, article, { statement, language })
    await story.proposed(desk, carla, id, { conclusion })
    await publish(desk, enzo, await story.read(desk, id), {})
    const moved = (await web.get(null, `/verdicts/${id}`)).headers.get('location')
    return (await web.get(null, moved ?? `/verdicts/${id}`)).text()
  }

  it('ends no script and no attribute, and reaches machines as it was written', async () => {
    const evil = `</script><script>alert("1")</script><!-- <b>'x'`
    const html = await told(evil, 'it', `${evil} & co`)
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toContain('<b>')
    expect(html).not.toContain('<!--')
    expect(dataOf(html)[0]).toMatchObject({ claimReviewed: evil, reviewBody: `${evil} & co` })
    expect(meta(html, 'og:title')).toContain('&lt;/script&gt;')
  })

  it('says for which time it speaks, and of which appearances it does not', async () => {
    const id = await story.claim(desk, carla, article)
    const second = await story.article(desk, carla, `${story.bridge}\nLa strada è chiusa.`)
    const version = (await desk.store.articles.find(second))?.version ?? ''
    const later = { ...story.claimForm, claimedOn: '2025-05-01' }
    const place = { article: second, version, start: 0, end: 40 }
    await takeAppearance(desk, carla, place, { claim: id, newId: desk.newId(), input: later })
    await story.proposed(desk, carla, id, { reasons: ['outdated_since'], validUntil: '2025-01' })
    await publish(desk, enzo, await story.read(desk, id), {})
    const moved = (await web.get(null, `/verdicts/${id}`)).headers.get('location')
    const words = wordsOf(await (await web.get(null, moved ?? '')).text())
    expect(words).toContain('Holds as of 12 March 2024')
    expect(words).toContain('Right when it was said; outdated since January 2025')
    expect(words).toContain('1 May 2025 · not checked for this date')
  })

  it('is read at the id of its claim where it was published before addresses had words', async () => {
    const id = await story.published(desk, carla, enzo, article)
    const old = (await web.get(null, `/verdicts/${id}`)).headers.get('location') ?? ''
    const file = new Database(desk.address)
    file.exec('drop trigger publications_no_update')
    file.prepare('update verdicts set slug = null where claim = ?').run(id)
    const without = "update publications set body = json_remove(body, '$.slug') where claim = ?"
    file.prepare(without).run(id)
    file.close()
    const answer = await web.get(null, `/verdicts/${id}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(`rel="canonical" href="http://desk.test/verdicts/${id}"`)
    expect(await (await web.get(null, '/verdicts')).text()).toContain(`href="/verdicts/${id}"`)
    expect((await web.get(null, old)).status).toBe(404)
  })

  it('runs from right to left where its language does', async () => {
    const html = await told('أعيد فتح الجسر', 'ar', 'أعيد فتحه في مارس')
    expect(html).toContain('<h1 lang="ar" dir="auto">أعيد فتح الجسر</h1>')
    expect(html).toContain('<p class="finding-words" lang="ar" dir="auto">')
  })
})
