import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amountsTo } from '../../src/desk/imports/labels.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { openNewspaper } from '../support/newspaper.ts'
import { swift } from '../support/standing.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { hasXfact, xfactFile } from '../support/xfact.ts'
import { browsing, formOf, formTag, idIn } from './browsing.ts'

let desk: TestDesk
let web: Web
let enzo: Member
let vito: Member

beforeAll(async () => {
  desk = { ...(await testDesk(undefined, true)), pace: swift }
  web = webOf(desk)
  enzo = await person(desk, 'editor', 'Enzo')
  vito = await person(desk, 'viewer', 'Vito')
})
afterAll(() => desk.end())

const read = (path: string, by = enzo) => browsing(web).read(by, path)
const send = (page: string, action: string, fields = {}) =>
  browsing(web).send(enzo, page, action, fields)

type Said = { n: number; label?: string; statement?: string }

const review = ({ n, label = 'Falso', statement = `Il ponte numero ${n} è crollato` }: Said) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://verifiche.example/${n}`,
  claimReviewed: statement,
  author: { '@type': 'Organization', name: 'Verifiche' },
  datePublished: '2025-05-20',
  inLanguage: 'it',
  reviewRating: { '@type': 'Rating', alternateName: label },
})

/** Sends a file as the form does. @returns where that leads */
async function upload(name: string, content: string | Uint8Array<ArrayBuffer>, by = enzo) {
  const body = new FormData()
  for (const [field, value] of Object.entries(formOf(await read('/imports', by), '/imports'))) {
    body.append(field, String(value))
  }
  body.append('file', new File([content], name))
  const answer = await web.upload(by, '/imports', body)
  expect(answer.status, wordsOf(await answer.clone().text()).slice(0, 400)).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** Brings in what was uploaded. @returns what its page says in the end */
async function broughtIn(page: string): Promise<string> {
  await desk.imports.ending
  await send(page, `${page}/bringing-in`)
  await desk.imports.ending
  return wordsOf(await read(page))
}

/** Brings in a table whose columns are guessed. @returns the import's id */
async function tabled(name: string, table: string): Promise<string> {
  const mapping = await upload(name, table)
  const page = mapping.replace('/mapping', '')
  if (mapping !== page) await send(mapping, mapping)
  await broughtIn(page)
  return idIn(page)
}

const found = async (id: string) => {
  const one = await desk.store.imports.find(id)
  if (!one) throw new Error('no such import')
  return one
}

describe('an import', () => {
  const items = [
    ...[1, 2, 3].map((n) => review({ n })),
    review({ n: 4, label: '' }),
    review({ n: 1, label: 'Vero' }),
    { '@type': 'Article', headline: 'Nessuna verifica' },
  ]
  const file = JSON.stringify(items)
  let page: string

  it('is looked through first: it says what would come of it, and nothing is brought in', async () => {
    page = await upload('verifiche.json', file)
    await desk.imports.ending
    const said = wordsOf(await read(page))
    expect(said).toContain('Looked through')
    expect(said).toMatch(/New not here before 3 .*Changed .* 0 The same .* 0 Refused .* 3/)
    expect(await desk.store.rulings.newest(null, 1)).toEqual([])
    expect(await desk.store.labels.publishers('', 10)).toEqual([])
    expect(said).toContain('Bring in 3 fact-checks')
    // Which labels nobody has mapped is said beforehand.
    expect(said).toContain('verifiche.example Falso 3 fact-checks')
  })

  it('says of each refused record its line, the reason, and how it begins; also as a table', async () => {
    const said = wordsOf(await read(page))
    expect(said).toMatch(/Line 4 It does not say how it was rated\. how it was rated:/)
    expect(said).toContain('Line 5 The same source has it twice')
    expect(said).toContain('Line 6 There is no ClaimReview in it.')
    const table = await web.get(vito, `${page}/refused.csv`)
    expect(table.headers.get('content-type')).toContain('text/csv')
    const [head, first] = (await table.text()).split('\r\n')
    expect(head).toBe('line,kept,reason,field,excerpt')
    expect(first).toMatch(/^4,no,no_label,label,/)
  })

  it('is brought in when somebody says so, and each ruling is as it was received', async () => {
    const said = await broughtIn(page)
    expect(said).toContain('Brought in')
    const { sha256 } = await found(idIn(page))
    const [{ publisher, labels } = { publisher: '', labels: 0 }] =
      await desk.store.labels.publishers('', 10)
    expect([publisher, labels]).toEqual(['verifiche.example', 1])
    const kept = Buffer.concat(await Array.fromAsync(desk.files.open(sha256))).toString()
    expect(kept).toBe(file)
    expect((await desk.store.verify()).fault).toBeNull()
  })

  it('of the same source changes nothing, and one of another state only what changed', async () => {
    const again = await upload('verifiche.json', file)
    await desk.imports.ending
    const said = wordsOf(await read(again))
    expect(said).toContain('there is nothing to bring in')
    expect(await read(again)).not.toContain('/bringing-in')
    const changed = [review({ n: 1, label: 'Vero' }), review({ n: 2 }), review({ n: 9 })]
    const other = await upload('nuove.json', JSON.stringify(changed))
    await broughtIn(other)
    expect(await found(idIn(other))).toMatchObject({ added: 1, changed: 1, same: 1, refused: 0 })
    const used = await desk.store.labels.usedBy('verifiche.example', 10)
    expect(used.map(({ label, rulings }) => [label, rulings])).toEqual([
      ['Falso', 3],
      ['Vero', 1],
    ])
  })

  it('takes what two publishers number alike for two, also in one table', async () => {
    const row = (site: string, n: number, label: string) =>
      `${n},Numero ${n},${label},https://${site}.example/${n}`
    const table = (...rows: string[]) => ['id,claim,rating,url', ...rows].join('\n')
    const uno = await tabled('uno.csv', table(row('uno', 1, 'Falso'), row('uno', 2, 'Falso')))
    expect(await found(uno)).toMatchObject({ status: 'done', added: 2 })
    const rows = [row('due', 1, 'Vero'), row('due', 2, 'Vero'), row('tre', 1, 'Vero')]
    const both = await tabled(
      'due.csv',
      table(...rows, row('uno', 1, 'Falso'), row('tre', 1, 'No')),
    )
    expect(await found(both)).toMatchObject({ added: 3, changed: 0, same: 1, refused: 1 })
    expect((await desk.store.labels.used('uno.example', 'falso'))?.rulings).toBe(2)
    expect((await desk.store.labels.used('due.example', 'vero'))?.rulings).toBe(2)
  })

  it('is for editors; viewers see it', async () => {
    const seen = await read(page, vito)
    expect(seen).not.toContain('<form class="form inline" id="bringing-in')
    expect(await read('/imports', vito)).not.toContain('id="import-form"')
    const refused = await web.post(vito, '/imports', { newId: desk.newId(), text: file })
    expect(refused.status).toBe(403)
  })

  it('needs something to read, and says so beside the field', async () => {
    const answer = await web.post(enzo, '/imports', { newId: desk.newId() })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('id="import-file-error"')
  })

  it('can be pasted; a form that is sent twice brings in one', async () => {
    const fields = { newId: desk.newId(), text: JSON.stringify(review({ n: 20 })) }
    const answers = await Promise.all([0, 1].map(() => web.post(enzo, '/imports', fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    await desk.imports.ending
    expect(wordsOf(await read('/imports')).match(/Pasted text/g)).toHaveLength(1)
  })

  it('is stopped by a button, and goes on where it was', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => review({ n: 1000 + i }))
    const long = await upload('molte.json', JSON.stringify(many))
    await desk.imports.ending
    await send(long, `${long}/bringing-in`)
    const under = await web.get(vito, `${long}/progress`, { 'HX-Request': 'true' })
    const panel = await under.text()
    expect(panel).toContain('<progress max="')
    expect(panel).toContain('hx-trigger="every 2s"')
    const busy = await web.post(enzo, `${page}/continuing`, { revision: 4 })
    expect(busy.status).toBe(409)
    const begun = async () => (await desk.store.imports.progress(idIn(long)))?.phase
    await expect.poll(begun, { interval: 5 }).toBe('run')
    const { revision } = await found(idIn(long))
    await web.post(enzo, `${long}/stopping`, { revision })
    const stopped = await found(idIn(long))
    expect(stopped.status).toBe('stopped')
    expect((await desk.store.imports.progress(idIn(long)))?.done).toBeLessThan(20_000)
    // A batch that was being written is whole: what is counted is what is there.
    const uncounted = async () => {
      const progress = await desk.store.imports.progress(idIn(long))
      const used = await desk.store.labels.used('verifiche.example', 'falso')
      return (used?.rulings ?? 0) - (progress?.added ?? 0)
    }
    await expect.poll(uncounted).toBe(3)
    await send(long, `${long}/continuing`)
    await desk.imports.ending
    expect(await found(idIn(long))).toMatchObject({ status: 'done', added: 20_000, same: 0 })
  }, 60_000)
})

describe('what a label amounts to', () => {
  const path = '/publishers/verifiche.example'
  const rulings = async () => {
    const [row] = await desk.store.labels.usedBy('verifiche.example', 1)
    return [{ id: 'r', publisher: 'verifiche.example', labelKey: row?.labelKey ?? '' }]
  }
  const meant = async () => (await amountsTo(desk, await rulings())).get('r') ?? null

  it('is suggested and marked as that; it counts once a person confirms it, for all at once', async () => {
    const html = await read(path)
    expect(wordsOf(html)).toContain('Suggested, not confirmed')
    expect(formOf(html, `${path}/labels`)).toMatchObject({ label: 'Falso', rating: 'false' })
    expect(await meant()).toBeNull()
    expect(await send(path, `${path}/labels`)).toBe(path)
    expect(await meant()).toBe('false')
    expect(wordsOf(await read(path, vito))).toContain('False')
  })

  it('can be taken back, or be nothing on the scale, each on the record', async () => {
    await send(path, `${path}/labels`, { rating: '-' })
    expect(await meant()).toBeNull()
    await send(path, `${path}/labels`, { rating: '' })
    const label = await desk.store.labels.find('verifiche.example', 'falso')
    expect(label).toMatchObject({ revision: 3, meaning: 'open', rating: null })
    const entries = await desk.store.ledger.ofSubject('label', label?.id ?? '', 9)
    expect(entries.map(({ verb }) => verb)).toEqual(['unmap', 'map', 'map'])
  })

  it('is no rating that the scale has not; and two people do not overwrite one another', async () => {
    const form = formOf(await read(path), `${path}/labels`)
    const wrong = await web.post(enzo, `${path}/labels`, { ...form, rating: 'quantum' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('id="label-0-rating-error"')
    await send(path, `${path}/labels`, { rating: 'mixed' })
    const late = await web.post(enzo, `${path}/labels`, { ...form, rating: 'false' })
    expect(late.status).toBe(409)
    expect(await meant()).toBe('mixed')
    expect(formTag(await read(path), `${path}/labels`)).toContain('value="mixed" selected')
  })
})

describe('the columns of a table', () => {
  it('can be put right also where it was looked through meanwhile, and once', async () => {
    const rows = ['tesi,voto,pagina', 'Il ponte è chiuso,Falso,https://colonne.example/1']
    const mapping = await upload('colonne.csv', rows.join('\n'))
    const page = mapping.replace('/mapping', '')
    await desk.imports.ending
    const now = formOf(await read(mapping), mapping)
    const form = { ...now, revision: String(Number(now.revision) - 1) }
    for (const _ of ['sent', 'sent again']) {
      const answer = await web.post(enzo, mapping, form)
      expect(answer.headers.get('location')).toBe(page)
      await desk.imports.ending
    }
    const entries = await desk.store.ledger.ofSubject('import', idIn(page), 10)
    expect(entries.map(({ verb }) => verb).sort()).toEqual(['look', 'look', 'receive', 'remap'])
  })
})

describe('a sitemap', () => {
  it('is read page by page, as its host lets programs; what cannot be had is said', async () => {
    const paper = await openNewspaper()
    try {
      const script = (n: number) =>
        `<html><script type="application/ld+json">${JSON.stringify(review({ n }))}</script></html>`
      const urls = ['/a', '/b', '/barred', '/gone'].map(
        (at) => `<url><loc>${paper.origin}${at}</loc></url>`,
      )
      paper.pages.set('/map.xml', {
        body: `<?xml version="1.0"?><urlset>${urls.join('')}</urlset>`,
      })
      paper.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /barred' })
      paper.pages.set('/a', { body: script(70) })
      paper.pages.set('/b', { body: '<html><p>Niente</p></html>' })
      const fields = { newId: desk.newId(), address: `${paper.origin}/map.xml` }
      const answer = await web.post(enzo, '/imports', fields)
      const page = answer.headers.get('location') ?? ''
      await desk.imports.ending
      expect(await found(idIn(page))).toMatchObject({ format: 'sitemap', added: 1, refused: 3 })
      const said = wordsOf(await read(page))
      expect(said).toContain(`Line 2 There is no ClaimReview in it. ${paper.origin}/b`)
      expect(said).toContain('Line 3 The page could not be fetched')
      expect(paper.asked.map(({ path }) => path)).not.toContain('/barred')
      await broughtIn(page)
      expect(await found(idIn(page))).toMatchObject({ status: 'done', added: 1 })
    } finally {
      await paper.stop()
    }
  })
})

describe.skipIf(!hasXfact)('a table of 1,418 Italian fact-checks (where it is at hand)', () => {
  it('is brought in by its columns, which are guessed, put right, and remembered', async () => {
    const table = readFileSync(xfactFile)
    const mapping = await upload('claims.tsv', new Uint8Array(table))
    expect(mapping).toMatch(/\/mapping$/)
    const page = mapping.replace('/mapping', '')
    const form = formOf(await read(mapping), mapping)
    const chosen = Object.values(form).filter((value) => value === 'link')
    expect(chosen).toHaveLength(5)
    expect(form).toMatchObject({
      'column-15': 'statement',
      'column-16': 'label',
      'column-1': 'publisher',
    })
    // What nobody can do without is asked for, beside a column.
    const without = await web.post(enzo, mapping, { ...form, 'column-15': '' })
    expect(without.status).toBe(422)
    expect(wordsOf(await without.text())).toContain('No column says what was rated.')
    await send(mapping, mapping, { 'column-14': '' })
    await broughtIn(page)
    expect(await found(idIn(page))).toMatchObject({ added: 1418, refused: 0 })
    // The next one with the same head is read by the same columns, claimants left out.
    const [head, ...rows] = table.toString().split('\n')
    const next = await upload('altre.tsv', [head, ...rows.slice(0, 30)].join('\n'))
    expect(next).not.toMatch(/mapping$/)
    await desk.imports.ending
    expect(await found(idIn(next))).toMatchObject({ added: 0, same: 30 })
  }, 60_000)
})
