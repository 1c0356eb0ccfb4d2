import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { importFromTerminal } from '../../src/desk/terminal.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { type FaultServer, startFaultServer } from '../support/fault-server.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, idIn } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const text = `Verbale di collaudo. ${story.evidenceForm.quote} Firmato ieri.`

describe('snapshots on the pages', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let host: FaultServer
  let carla: Member
  let enzo: Member
  let vito: Member
  let article: string
  let claim: string

  beforeAll(async () => {
    host = await startFaultServer()
    desk = await testDesk(undefined, true)
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    vito = await person(desk, 'viewer', 'Vito')
    article = await story.article(desk, carla)
  })
  beforeEach(async () => {
    claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
  })
  afterAll(async () => {
    await desk.end()
    await host.stop()
  })

  const last = async () => {
    const evidence = (await desk.store.claims.evidence([claim])).at(-1)
    if (!evidence) throw new Error('no evidence')
    return evidence
  }
  const page = async () => `/evidence/${(await last()).id}`
  async function keptOf(id: string | null) {
    return desk.store.snapshots.find(id ?? '')
  }
  /** Sends a form of a page with a file in it. */
  async function upload(path: string, action: string, fields: Fields, file: File) {
    const body = new FormData()
    const form = { ...formOf(await life.read(carla, path), action), ...fields }
    for (const [name, value] of Object.entries(form)) body.append(name, String(value))
    body.append('sourceFile', file)
    return web.upload(carla, action, body)
  }

  it('are made of a text that is pasted with the evidence, or of a file', async () => {
    await life.bring(carla, claim, { url: '', sourceText: text })
    expect(await keptOf((await last()).snapshot)).toMatchObject({ way: 'paste', source: null })
    const file = new File([png], 'foto.png', { type: 'image/png' })
    const fields = { ...story.evidenceForm, url: '' }
    const sent = await upload(`/claims/${claim}`, `/claims/${claim}/evidence`, fields, file)
    expect(sent.status).toBe(303)
    const kept = await keptOf((await last()).snapshot)
    expect(kept).toMatchObject({ way: 'upload', text: null, mediaType: 'image/png' })
    const picture = await web.get(vito, `/snapshots/${kept?.id}/bytes`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(png)
  })

  it('leave the words of the form where a file cannot be read, beside its field', async () => {
    const file = new File([Buffer.from('%PDF-1.7')], 'atto.pdf', { type: 'application/pdf' })
    const fields = { ...story.evidenceForm, title: 'Un atto' }
    const sent = await upload(`/claims/${claim}`, `/claims/${claim}/evidence`, fields, file)
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(formOf(html, `/claims/${claim}/evidence`)).toMatchObject({ title: 'Un atto' })
    expect(wordsOf(html)).toContain('damaged')
    const lie = new File(['<!doctype html><p>x'], 'foto.png', { type: 'image/png' })
    const again = await upload(`/claims/${claim}`, `/claims/${claim}/evidence`, fields, lie)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('id="new-evidence-sourceFile-error"')
    expect(await desk.store.claims.evidence([claim])).toEqual([])
  })

  it('say that a file has to be chosen again, where the words are not in it', async () => {
    const file = new File([text], 'atto.txt', { type: 'text/plain' })
    const fields = { ...story.evidenceForm, url: '', quote: 'Gli elefanti attraversano il fiume' }
    const sent = await upload(`/claims/${claim}`, `/claims/${claim}/evidence`, fields, file)
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(html).toContain('<details class="more" id="new-evidence-source" open>')
    expect(wordsOf(html)).toContain('If you had chosen a file, choose it again.')
  })

  it('are taken later: from the address, pasted, or of a file; older ones are listed', async () => {
    await life.bring(carla, claim, { url: '' })
    expect(wordsOf(await life.read(carla, await page()))).toContain('Paste the text of the source')
    expect(await life.read(carla, await page())).not.toContain('fetch-snapshot-form')
    await life.send(carla, await page(), `${await page()}/snapshot`, { sourceText: text })
    const { snapshot: first } = await last()
    expect(first).not.toBeNull()
    await life.send(carla, await page(), `${await page()}/snapshot`, { sourceText: `${text} Sì.` })
    const { snapshot: second } = await last()
    expect(second).not.toBe(first)
    const html = await life.read(vito, await page())
    expect(html).toContain(`href="/snapshots/${first}"`)
    expect(html).toContain(`href="/snapshots/${second}/warc"`)
    expect(html).not.toContain('give-snapshot-form')
    const history = wordsOf(await life.read(vito, `/claims/${claim}`))
    expect(history).toContain('Carla kept a snapshot for evidence')
    const nothing = await web.post(carla, `${await page()}/snapshot`, {
      revision: (await last()).revision,
    })
    expect(nothing.status).toBe(422)
  })

  it('are fetched once, where the same form is sent again', async () => {
    const action = `/claims/${claim}/evidence`
    const form = formOf(await life.read(carla, `/claims/${claim}`), action)
    const url = `${host.origin}/chunked`
    const before = host.asked.length
    const sent = { ...form, ...story.evidenceForm, url, quote: '' }
    for (let time = 0; time < 2; time++) {
      expect((await web.post(carla, action, sent)).status).toBe(303)
    }
    expect(host.asked.length).toBe(before + 1)
    expect(await desk.store.claims.evidence([claim])).toHaveLength(1)
    const again = { revision: (await last()).revision }
    for (let time = 0; time < 2; time++) {
      expect((await web.post(carla, `${await page()}/snapshot`, again)).status).toBe(303)
    }
    const [source] = await desk.store.sources.byUrls([url])
    expect(await desk.store.snapshots.bySource(source?.id ?? '', 9)).toHaveLength(1)
  })

  it('send a proposal back that is being read, and are refused once it is decided', async () => {
    await life.bring(carla, claim, { url: `${host.origin}/page`, quote: '' })
    const { snapshot } = await last()
    await life.write(carla, claim, 'propose')
    const form = { sourceText: text }
    await life.send(carla, await page(), `${await page()}/snapshot`, form)
    expect((await story.read(desk, claim)).claim.stage).toBe('checking')
    await life.write(carla, claim, 'propose')
    await life.publish(enzo, claim)
    const { revision } = await last()
    const late = await web.post(carla, `${await page()}/snapshot`, { ...form, revision })
    expect(late.status).toBe(409)
    expect(snapshot).not.toBe((await last()).snapshot)
  })

  it('go with their address: another one is fetched, the same one otherwise written is not', async () => {
    await life.bring(carla, claim, { url: `${host.origin}/page`, quote: '' })
    const { snapshot: first } = await last()
    await life.send(carla, await page(), await page(), { url: `${host.origin}/page#parte` })
    expect((await last()).snapshot).toBe(first)
    await life.send(carla, await page(), await page(), { url: `${host.origin}/gzip` })
    const { snapshot: second } = await last()
    expect(await keptOf(second)).toMatchObject({ url: `${host.origin}/gzip` })
    await life.send(carla, await page(), await page(), { url: `${host.origin}/status/404` })
    expect((await last()).snapshot).toBeNull()
    expect(wordsOf(await life.read(carla, await page()))).toContain('There is no such page')
    await life.send(carla, await page(), await page(), { url: `${host.origin}/page` })
    await life.send(carla, await page(), await page(), { url: '' })
    expect((await last()).snapshot).not.toBeNull()
  })

  it('are named by the form of an article that was read, and no other one is believed', async () => {
    host.heal(
      `<!doctype html><title>Il fiume in secca</title>${'<p>Il fiume è in secca da due mesi, dice il comune di Vallechiara in una nota.</p>'.repeat(3)}`,
    )
    const reading = await web.post(carla, '/articles/readings', { address: `${host.origin}/fiume` })
    const form = formOf(await reading.text(), '/articles')
    expect(await keptOf(String(form.snapshot))).toMatchObject({ way: 'url', status: 200 })
    for (const forged of [desk.newId(), (await last().catch(() => null))?.id ?? 'x', 'a\0b']) {
      const sent = await web.post(carla, '/articles', { ...form, snapshot: forged })
      expect(sent.status).toBe(422)
    }
    const changed = await web.post(carla, '/articles', { ...form, text: 'Un altro testo.' })
    expect(changed.status).toBe(422)
    const kept = await web.post(carla, '/articles', form)
    const found = await desk.store.articles.find(idIn(kept.headers.get('location') ?? ''))
    const version = await desk.store.articles.version(found?.version ?? '')
    expect(version?.snapshot).toBe(form.snapshot)
    const html = wordsOf(await life.read(vito, `/snapshots/${form.snapshot}`))
    expect(html).toContain('Article Il fiume in secca')
    expect(html).toContain('Il fiume è in secca da due mesi')
  })

  it('are made of what comes from the terminal', async () => {
    const bytes = new TextEncoder().encode(`Titolo di prova\n\n${text}\n`)
    const { id } = await importFromTerminal(desk, { bytes, contentType: null })
    const found = await desk.store.articles.find(id)
    const version = await desk.store.articles.version(found?.version ?? '')
    expect(await keptOf(version?.snapshot ?? null)).toMatchObject({ way: 'terminal' })
  })

  it('are taken along: the file, and the text, whose hashes the page says', async () => {
    await life.bring(carla, claim, { url: '', sourceText: text })
    const { snapshot } = await last()
    const html = await life.read(vito, `/snapshots/${snapshot}`)
    const hash = async (answer: Response) => {
      const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
      return Buffer.from(digest).toString('hex')
    }
    const file = await web.get(vito, `/snapshots/${snapshot}/warc`)
    expect(file.headers.get('content-type')).toBe('application/warc')
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="\w{64}\.warc\.gz"$/,
    )
    expect(html).toContain(await hash(file))
    expect(html).toContain(await hash(await web.get(vito, `/snapshots/${snapshot}/text`)))
  })

  test.each(['', '/as-it-was', '/page', '/bytes', '/text', '/warc'])(
    'are not there where there is none: %s',
    async (path) => {
      const answer = await web.get(vito, `/snapshots/${desk.newId()}${path}`)
      expect(answer.status).toBe(404)
    },
  )

  it('are framed by one page alone, and only a kept page may be in a frame', async () => {
    await life.bring(carla, claim, { url: `${host.origin}/page`, quote: '' })
    const { snapshot } = await last()
    const policy = async (path: string) => (await web.get(vito, path)).headers
    const frame = 'content-security-policy'
    expect((await policy(`/snapshots/${snapshot}/as-it-was`)).get(frame)).toContain(
      "frame-src 'self'",
    )
    for (const path of [`/snapshots/${snapshot}`, '/claims']) {
      expect((await policy(path)).get(frame)).not.toContain('frame-src')
      expect((await policy(path)).get('x-frame-options')).toBe('DENY')
    }
    const kept = await policy(`/snapshots/${snapshot}/page`)
    expect(kept.get(frame)).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    )
    expect(kept.get('x-frame-options')).toBeNull()
    expect(kept.get('content-type')).toBe('text/html; charset=utf-8')
    expect(kept.get('x-dns-prefetch-control')).toBe('off')
    expect(kept.get('referrer-policy')).toBe('no-referrer')
    expect(kept.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(kept.get('x-content-type-options')).toBe('nosniff')
  })
})
