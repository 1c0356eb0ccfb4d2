import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, formTag } from './browsing.ts'

const languages = {
  en: {
    required: 'Fill this in.',
    nothingGiven: 'One of three is needed: the address of a page, a text, or a file.',
    tooLarge: 'at most 1 MB',
    notText: 'This file is neither text nor',
    nul: 'an invisible character',
    tooLong: 'Use at most 500 characters.',
    noDate: 'This date cannot be read, or does not exist.',
    early: 'The reply cannot come before the question.',
    choice: 'Choose one of those listed.',
    url: 'Write the whole address',
    notFound: 'There is nothing at this address.',
  },
  it: {
    required: 'Va compilato.',
    nothingGiven: 'Serve una di tre cose: l’indirizzo di una pagina, un testo o un file.',
    tooLarge: 'al massimo 1 MB',
    notText: 'Questo file non è né un testo né',
    nul: 'un carattere invisibile',
    tooLong: 'Usa al massimo 500 caratteri.',
    noDate: 'Questa data non si legge o non esiste.',
    early: 'La risposta non può venire prima della domanda.',
    choice: 'Scegli una delle voci in elenco.',
    url: 'Scrivi l’indirizzo intero',
    notFound: 'A questo indirizzo non c’è nulla.',
  },
} as const

let desk: TestDesk
let web: Web
let carla: Member
let article: string
let claim: string
let evidence: string

beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  carla = await person(desk, 'checker', 'Carla')
  article = await story.article(desk, carla)
  claim = await story.claim(desk, carla, article)
  await web.post(carla, `/claims/${claim}/assignment`, { revision: 1, to: carla.id })
  evidence = desk.newId()
  await web.post(carla, `/claims/${claim}/evidence`, { newId: evidence, ...story.evidenceForm })
})
afterAll(() => desk.end())

/** The element of a field on a refused form, and what it says is wrong with it. */
function faultOf(html: string, action: string, name: string): string {
  const form = formTag(html, action)
  const tags = form.match(/<(?:input|textarea|select|fieldset) [^>]*>/g) ?? []
  const field = tags.find((tag) => new RegExp(` (?:name="${name}"|id="[\\w-]+-${name}")`).test(tag))
  expect(field, `a field called ${name}`).toContain('aria-invalid="true"')
  const tied = / aria-describedby="([^" ]+)/.exec(field ?? '')?.[1] ?? 'nothing'
  const said = new RegExp(`<p class="error" id="${tied}">([^<]*)</p>`).exec(form)?.[1] ?? ''
  expect(form, 'the summary leads to the field').toMatch(new RegExp(`href="#[\\w-]+-${name}(-0)?"`))
  return wordsOf(said)
}

for (const [language, said] of Object.entries(languages)) {
  const speaking = { 'accept-language': language }
  const post = async (path: string, fields: Fields) => {
    const answer = await web.post(carla, path, fields, speaking)
    return { status: answer.status, html: await answer.text() }
  }
  const upload = async (bytes: Uint8Array<ArrayBuffer>) => {
    const body = new FormData()
    body.set('text', '')
    body.set('file', new File([bytes], 'articolo.txt', { type: 'text/plain' }))
    const answer = await web.upload(carla, '/articles/readings', body, speaking)
    return { status: answer.status, html: await answer.text() }
  }
  const bytes = (...values: number[]) => new Uint8Array(values)

  describe(`a text that cannot be an article, said in ${language}`, () => {
    const reading = '/articles/readings'
    it('is empty', async () => {
      for (const text of ['', ' \r\n\t ']) {
        const { status, html } = await post(reading, { text })
        expect(status).toBe(422)
        expect(wordsOf(html)).toContain(said.nothingGiven)
        expect(html).not.toContain('aria-invalid')
      }
      const none = await upload(bytes())
      expect([none.status, wordsOf(none.html).includes(said.nothingGiven)]).toEqual([422, true])
      const blank = await upload(bytes(32, 10))
      expect([blank.status, faultOf(blank.html, reading, 'file')]).toEqual([422, said.required])
    })
    it('is over 1 MB: pasted, what was pasted stays; uploaded, the limit is named too', async () => {
      const text = `Una parola. ${'parole '.repeat(170_000)}`
      const { status, html } = await post(reading, { text })
      expect(status).toBe(413)
      expect(faultOf(html, reading, 'text')).toContain(said.tooLarge)
      expect(formOf(html, reading).text).toBe(text)
      const file = await upload(new Uint8Array(1_200_000).fill(97))
      expect(file.status).toBe(413)
      expect(faultOf(file.html, reading, 'file')).toContain(said.tooLarge)
      const huge = await post(reading, { text: 'a'.repeat(5_000_000) })
      expect(huge.status).toBe(413)
      expect(wordsOf(huge.html)).toContain(said.tooLarge)
    })
    it('is no text: a picture, or one with NUL in it', async () => {
      const png = await upload(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13))
      expect(png.status).toBe(415)
      expect(faultOf(png.html, reading, 'file')).toContain(said.notText)
      const nul = await post(reading, { text: 'Il ponte\0 riapre.' })
      expect(nul.status).toBe(422)
      expect(faultOf(nul.html, reading, 'text')).toContain(said.nul)
      expect((await upload(bytes(73, 108, 0, 112))).status).toBe(415)
    })
    it('is none of these where it is in Windows-1252 or UTF-16', async () => {
      const words = 'La verità è che «il ponte» è già aperto.'
      const latin = Uint8Array.from(words, (letter) => letter.charCodeAt(0))
      const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(words, 'utf16le')])
      for (const file of [latin, wide]) {
        const { status, html } = await upload(file)
        expect(status).toBe(200)
        expect(formOf(html, '/articles').text).toBe(words)
      }
    })
  })

  describe(`a field that cannot be kept, said in ${language}`, () => {
    it('is a statement over 500 characters, or none', async () => {
      const form = { newId: desk.newId(), ...story.claimForm, explanation: 'A colleague heard it' }
      const { status, html } = await post('/claims', { ...form, statement: 'x'.repeat(501) })
      expect(status).toBe(422)
      expect(faultOf(html, '/claims', 'statement')).toBe(said.tooLong)
      expect(formOf(html, '/claims').statement).toBe('x'.repeat(501))
      const none = await post('/claims', { ...form, statement: ' ' })
      expect(faultOf(none.html, '/claims', 'statement')).toBe(said.required)
    })
    it('is a date that does not exist', async () => {
      for (const date of ['2025-02-30', '30/02/2025', '2025-13', 'ieri']) {
        const details = `/articles/${article}/details`
        const { status, html } = await post(details, {
          revision: 1,
          title: 'Titolo',
          language: 'it',
          date,
        })
        expect(status).toBe(422)
        expect(faultOf(html, details, 'date')).toContain(said.noDate)
        expect(formOf(html, details)).toMatchObject({ date, title: 'Titolo' })
      }
    })
    it('is a rating that is not on the scale', async () => {
      const path = `/claims/${claim}/verdict`
      const form = { newId: desk.newId(), revision: 2, verdictRevision: 0, do: 'save' }
      const { status, html } = await post(path, { ...form, ...story.verdictForm, rating: 'bogus' })
      expect(status).toBe(422)
      expect(faultOf(html, path, 'rating')).toBe(said.choice)
      expect(formOf(html, path)).toMatchObject({ rationale: story.verdictForm.rationale })
    })
    it('is a choice that is not offered, or an address that leads nowhere', async () => {
      const path = `/claims/${claim}/evidence`
      const form = { newId: desk.newId(), ...story.evidenceForm }
      const wrong = await post(path, { ...form, stance: 'loves' })
      expect(faultOf(wrong.html, path, 'stance')).toBe(said.choice)
      for (const url of [
        'javascript:alert(1)',
        'data:text/html,x',
        'ftp://x.org/',
        'example.org',
        'http://',
      ]) {
        const { status, html } = await post(path, { ...form, url })
        expect(status).toBe(422)
        expect(faultOf(html, path, 'url')).toContain(said.url)
        expect(formOf(html, path)).toMatchObject({ url, title: story.evidenceForm.title })
      }
    })
    it('is in the folded part of the form, which stands open then', async () => {
      const path = `/claims/${claim}/evidence`
      const form = { newId: desk.newId(), ...story.evidenceForm }
      const fold = (html: string) =>
        /<details class="more" id="new-evidence-more"[^>]*>/.exec(formTag(html, path))?.[0]
      const wrong = await post(path, { ...form, title: '' })
      expect(fold(wrong.html)).not.toContain(' open')
      for (const [name, value] of [
        ['origin', 'a\0b'],
        ['note', 'a\0b'],
        ['visibility', 'secret'],
        ['visibilityReason', ''],
      ] as const) {
        const { status, html } = await post(path, {
          ...form,
          visibility: 'desk_only',
          [name]: value,
        })
        expect(status).toBe(422)
        expect(faultOf(html, path, name)).not.toBe('')
        expect(fold(html)).toContain(' open')
      }
    })
    it('is of a contact: nobody asked, in no way, or a reply before its question', async () => {
      const path = `/claims/${claim}/contacts`
      const form = { newId: desk.newId(), ...story.contactForm }
      const replied = { outcome: 'replied', reply: 'Sì', repliedOn: '2025-05-01' }
      for (const [name, fields, words] of [
        ['who', { who: ' ' }, said.required],
        ['question', { question: '' }, said.required],
        ['way', { way: 'pigeon' }, said.choice],
        ['outcome', { outcome: '' }, said.choice],
        ['visibility', { visibility: 'secret' }, said.choice],
        ['askedOn', { askedOn: 'ieri' }, said.noDate],
        ['reply', { ...replied, reply: '' }, said.required],
        ['repliedOn', replied, said.early],
      ] as const) {
        const { status, html } = await post(path, { ...form, ...fields })
        expect([name, status]).toEqual([name, 422])
        expect(faultOf(html, path, name)).toContain(words)
        expect(formOf(html, path)).toMatchObject({ role: story.contactForm.role })
        expect(html).toMatch(/<details class="folded" id="add-contact" open>/)
      }
    })
    it('is a language that is none', async () => {
      const path = `/claims/${claim}/evidence`
      for (const quoteLanguage of ['!!', '"><', 'x', '1', 'IT']) {
        const form = { newId: desk.newId(), ...story.evidenceForm, quoteLanguage }
        const { status, html } = await post(path, form)
        expect(status).toBe(422)
        expect(faultOf(html, path, 'quoteLanguage')).toBe(said.choice)
      }
      expect((await web.get(carla, `/claims/${claim}`)).status).toBe(200)
    })
  })

  it(`an address that leads to nothing is a 404 page, in ${language}`, async () => {
    const unknown = desk.newId()
    const ids = [unknown, 'x', '1', `${claim}0`, `${claim}%00`, '%F0%9F%98%80', '..%2f..%2fetc']
    for (const noun of ['claims', 'articles', 'evidence', 'appearances', 'contacts']) {
      for (const id of ids) {
        const answer = await web.get(carla, `/${noun}/${id}`, speaking)
        expect([answer.status, noun, id]).toEqual([404, noun, id])
        const html = await answer.text()
        expect(html).toContain(`<html lang="${language}">`)
        expect(wordsOf(html)).toContain(said.notFound)
      }
      const form = { newId: desk.newId(), revision: 1, ...story.evidenceForm }
      const sent =
        noun === 'articles'
          ? `/articles/${unknown}/details`
          : `/${noun}/${unknown}${noun === 'claims' ? '/edit' : ''}`
      expect((await web.post(carla, sent, form, speaking)).status).toBe(404)
    }
    for (const verb of ['withdrawal', 'typo', 'reading']) {
      const editor = await person(desk, 'editor')
      expect(
        (await web.post(editor, `/verdicts/${unknown}/${verb}`, { revision: 1, newId: unknown }))
          .status,
      ).toBe(404)
    }
    expect((await web.get(carla, '/nothing/here')).status).toBe(404)
  })
}
