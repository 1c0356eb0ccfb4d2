import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renewArticle } from '../../src/desk/articles.ts'
import { openArticle } from '../../src/desk/reader.ts'
import { languages, translator } from '../../views/messages.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { wordsOf } from '../support/web.ts'
import { browsing, formOf, idIn } from './browsing.ts'
import { count, type Reading, reading, text, wordsIn } from './reading.ts'

describe('the reader', () => {
  const t = translator('en')
  let on: Reading
  beforeEach(async () => {
    on = await reading()
  })
  afterEach(() => on.desk.end())

  describe('with words chosen', () => {
    const words = 'costata «meno di due milioni'

    it('opens the form with exactly these words, marks them, and remembers their place', async () => {
      const page = await on.dom(on.address(words))
      expect(wordsIn(page.querySelector('.excerpt blockquote'))).toBe(words)
      expect(wordsIn(page.querySelector('#claim-statement'))).toBe(words)
      const marked = [...page.querySelectorAll('.chosen-words')].map((one) => one.textContent)
      expect(marked).toEqual([words])
      expect(page.querySelectorAll('.sentence.chosen')).toHaveLength(0)
      const form = formOf(String(page), `/articles/${on.article}/claims`)
      expect(form).toMatchObject({
        start: String(on.at(words).start),
        end: String(on.at(words).end),
      })
    })
    it('leaves out the blanks around them', async () => {
      const page = await on.dom(on.address(` ${words} `))
      expect(wordsIn(page.querySelector('.excerpt blockquote'))).toBe(words)
    })
    it('cuts no emoji and no accent in two, and counts code points', async () => {
      const page = await on.dom(on.address('🎉 per'))
      expect(wordsIn(page.querySelector('.excerpt blockquote'))).toBe('🎉 per')
      const across = 'tutti», poi ha ringraziato gli operai. Non costerà'
      const id = await on.take(across)
      const [taken] = await on.desk.store.claims.appearances([id])
      expect(taken?.quote).toBe(across)
    })
    it('shows whole sentences as sentences', async () => {
      const { sentences } = await openArticle(on.desk, on.article)
      const [, , , fourth] = sentences
      const path = `/articles/${on.article}?start=${fourth?.start}&end=${fourth?.end}`
      const page = await on.dom(path)
      expect(page.querySelectorAll('.sentence.chosen')).toHaveLength(1)
      expect(page.querySelectorAll('.chosen-words')).toHaveLength(0)
    })
    it('lets the numbers go on from them', async () => {
      const page = await on.dom(on.address(words))
      const own = Number(wordsIn(page.querySelector('.sentence.touched > .number')))
      const goes = (n: number) => page.querySelector(`#n${n}`)?.getAttribute('hx-get')
      expect(goes(own)).toBe(`/articles/${on.article}?from=${own}&to=${own}`)
      expect(goes(own + 1)).toBe(`/articles/${on.article}?from=${own}&to=${own + 1}`)
      expect(goes(own - 1)).toBe(`/articles/${on.article}?from=${own - 1}&to=${own}`)
    })
    it('takes them as a claim with their exact place', async () => {
      const given = { kind: 'figure', claimantKind: 'named', claimant: 'Anna Moretti' }
      const action = `/articles/${on.article}/claims`
      const id = idIn(await browsing(on.web).send(on.carla, on.address(words), action, given))
      const [taken] = await on.desk.store.claims.appearances([id])
      expect(taken).toMatchObject({ quote: words, ...on.at(words), claimant: 'Anna Moretti' })
    })
    it('shows a viewer the place, and no form', async () => {
      const viewer = await person(on.desk, 'viewer')
      const page = await on.dom(on.address(words), viewer)
      expect(page.querySelector('#claim-form')).toBeNull()
      expect(page.querySelector('.text')?.hasAttribute('data-take')).toBe(false)
    })
  })

  it.each(languages)(
    'says that a place is not in the text, and opens no form (%s)',
    async (lang) => {
      const inIt = { 'accept-language': lang }
      for (const query of [
        'start=5&end=2',
        'start=0&end=99999',
        'start=x&end=9',
        'start=7',
        'end=1e99',
      ]) {
        const answer = await on.web.get(on.carla, `/articles/${on.article}?${query}`, inIt)
        const html = await answer.text()
        expect(answer.status).toBe(200)
        expect(wordsOf(html), query).toContain(translator(lang)('field.not_in_text'))
        expect(html).not.toContain('id="claim-form"')
      }
    },
  )

  it.each(languages)(
    'refuses more words than an excerpt holds beside them, and keeps what was typed (%s)',
    async (lang) => {
      const long = Array.from({ length: 900 }, (_, i) => `Frase numero ${i}`).join(', ')
      const id = await story.article(on.desk, on.carla, `Un titolo\n\n${long}.`)
      const inIt = { 'accept-language': lang }
      const said = translator(lang)('field.too_long', { max: 5000 })
      const path = `/articles/${id}?start=12&end=${count(long)}`
      const html = await (await on.web.get(on.carla, path, inIt)).text()
      expect(wordsOf(html)).toContain(said)
      const form = {
        ...formOf(html, `/articles/${id}/claims`),
        ...story.claimForm,
        statement: 'Parole mie',
      }
      const answer = await on.web.post(on.carla, `/articles/${id}/claims`, form, inIt)
      const again = await answer.text()
      expect(answer.status).toBe(422)
      expect(again).toContain('Parole mie')
      const { document } = parseHTML(again)
      expect(wordsIn(document.querySelector('#claim-excerpt .error'))).toBe(said)
      expect(document.querySelector('#claim-errors a')?.getAttribute('href')).toBe('#claim-excerpt')
    },
  )

  it('marks claims that overlap, each where it stands, and each leads to its claim', async () => {
    const all = [
      'costata «meno di due milioni',
      'due milioni di euro». Secondo l’opposizione i costi',
      'meno di due milioni di euro',
      'meno di due milioni di euro',
      'due',
      'ieri al traffico dopo tre anni di lavori. Lo ha annunciato la\nsindaca Anna Moretti, secondo la quale l’opera è costata «meno',
    ]
    const joined = all.map((one) => one.replace('». Secondo', '».\n\nSecondo'))
    const ids: string[] = []
    for (const one of joined) ids.push(await on.take(one, `Affermazione: ${one}`))
    const page = await on.dom(`/articles/${on.article}`)
    for (const [i, claim] of ids.entries()) {
      const [appearance] = await on.desk.store.claims.appearances([claim])
      const marked = [...page.querySelectorAll('.taken-words')]
        .filter((one) =>
          one
            .getAttribute('data-in')
            ?.split(' ')
            .includes(appearance?.id ?? ''),
        )
        .map((one) => one.textContent)
        .join('')
      expect(marked.replace(/\s+/g, '')).toBe(joined[i]?.replace(/\s+/g, ''))
      const shape = page.querySelector(`#mark-${appearance?.id}`)
      expect(shape?.getAttribute('href')).toBe(`/claims/${claim}`)
      // The shape stands right after its last words, or after another that ends there.
      let before = shape?.previousElementSibling
      while (before?.classList.contains('claim-mark')) before = before.previousElementSibling
      expect(before?.getAttribute('data-in')).toContain(appearance?.id)
    }
    expect(page.querySelectorAll('.claim-mark')).toHaveLength(ids.length)
    const whole = [...page.querySelectorAll('.sentence')].map((one) => {
      for (const tool of one.querySelectorAll('a')) tool.remove()
      return one.textContent
    })
    expect(whole).toEqual((await openArticle(on.desk, on.article)).sentences.map((one) => one.text))
  })

  describe('whose text changed', () => {
    const gone = 'Il comune ha pubblicato il bilancio dei lavori.'
    beforeEach(async () => {
      await on.take(gone, 'Il bilancio è pubblico')
      await on.take('dopo tre anni di lavori', 'I lavori sono durati tre anni')
      const renewed = `${text.replace(gone, '')}\nDopo tre anni di lavori, si passa.\n`
      await renewArticle(on.desk, on.carla, on.article, { text: renewed, source: 'paste' })
    })

    it.each(languages)(
      'lists what it lost, and leads to the version where it stands (%s)',
      async (lang) => {
        const answer = await on.web.get(on.carla, `/articles/${on.article}`, {
          'accept-language': lang,
        })
        const { document } = parseHTML(await answer.text())
        const row = [...document.querySelectorAll('.taken li')].at(-1)
        const message = translator(lang)
        expect(row?.textContent).toContain('Il bilancio è pubblico')
        expect(row?.textContent).toContain(message('reader.lost_gone'))
        const older = row?.querySelector('.taken-state a')?.getAttribute('href') ?? ''
        const page = await on.dom(older)
        expect(page.querySelector('.text')?.textContent).toContain(gone)
        expect(page.querySelector('.taken')?.textContent).not.toContain(t('reader.lost_gone'))
        expect(page.querySelector('.older a')?.getAttribute('href')).toBe(`/articles/${on.article}`)
        // Words of the older version are taken from it, not from what stands there now.
        expect(page.querySelector('#n1')?.getAttribute('hx-get')).toContain('&version=')
      },
    )
    it('keeps the form on the version that was read', async () => {
      const all = await on.desk.store.claims.appearancesIn(on.article)
      const version = all[0]?.version ?? ''
      const path = on.address(gone, `&version=${version}`)
      const page = await on.dom(path)
      expect(wordsIn(page.querySelector('.excerpt blockquote'))).toBe(gone)
      const form = { ...formOf(String(page), `/articles/${on.article}/claims`), ...story.claimForm }
      const refused = await on.web.post(on.carla, `/articles/${on.article}/claims`, {
        ...form,
        kind: '',
      })
      const again = await refused.text()
      expect(refused.status).toBe(422)
      expect(wordsOf(again)).toContain(t('reader.older', { number: 1 }))
      expect(wordsIn(parseHTML(again).document.querySelector('.excerpt blockquote'))).toBe(gone)
      const taken = await on.web.post(on.carla, `/articles/${on.article}/claims`, form)
      const id = idIn(taken.headers.get('location') ?? '')
      expect(await on.desk.store.claims.appearances([id])).toMatchObject([{ quote: gone, version }])
    })
    it('shows the newest text where the version is another article’s, or none', async () => {
      const other = await story.article(on.desk, on.carla, 'Un altro articolo. Parla d’altro.')
      const version = (await on.desk.store.articles.find(other))?.version
      for (const one of [version, on.desk.newId(), 'x']) {
        const page = await on.dom(`/articles/${on.article}?version=${one}`)
        expect(page.querySelector('.text')?.textContent).toContain('si passa')
        expect(page.querySelector('.older')).toBeNull()
      }
    })
  })
})
