import { describe, expect, it } from 'vitest'
import { isPdf, readPdf } from '../../src/ingest/pdf.ts'
import { drawn, lockedPdf, makePdf, page } from '../support/pdf.ts'

const read = (...pages: string[]) => readPdf(makePdf(pages))
const textOf = async (...pages: string[]) => (await read(...pages)).text

describe('the text of a PDF', () => {
  it('flows: lines are joined into paragraphs, with their accents and quotes', async () => {
    const text = await textOf(
      page([
        'Il ponte di Vallechiara è stato riaperto dopo tre anni di lavori,',
        'perché il collaudo è riuscito: “tutto è in ordine”, dice l’assessore.',
        'Così la città torna unita.',
        '',
        'Il costo è di 4 milioni di euro – più del previsto – e la differenza',
        'la paga la Regione.',
      ]),
    )
    expect(text).toBe(
      'Il ponte di Vallechiara è stato riaperto dopo tre anni di lavori, perché il collaudo è riuscito: “tutto è in ordine”, dice l’assessore. Così la città torna unita.\n\nIl costo è di 4 milioni di euro – più del previsto – e la differenza la paga la Regione.',
    )
  })

  it('has its words whole: parted at the end of a line, or written with ligatures', async () => {
    const text = await textOf(
      page([
        'Gli ufﬁci del comune conﬁnano con la ﬂotta, e la ripara-',
        'zione del tetto costa più della ricostru\u00ad',
        'zione. Nel periodo 2020-',
        '2021 lo studio socio-economico fu rinviato; un altro studio socio-',
        'economico arriva in Emilia-',
        'Romagna nel 2026.',
      ]),
    )
    expect(text).toBe(
      'Gli uffici del comune confinano con la flotta, e la riparazione del tetto costa più della ricostruzione. Nel periodo 2020- 2021 lo studio socio-economico fu rinviato; un altro studio socio-economico arriva in Emilia-Romagna nel 2026.',
    )
  })

  it('goes on over pages, without the numbers and titles that stand on each', async () => {
    const sheet = (number: number, ...lines: string[]) =>
      [
        page(['Relazione annuale sui ponti'], { y: 810, size: 8 }),
        page(lines),
        page([`Pagina ${number} di 4`], { y: 30, size: 8 }),
      ].join('\n')
    const text = await textOf(
      sheet(1, 'I ponti della provincia sono duecento, e di questi', 'sono stati controllati'),
      sheet(2, 'novanta. Degli altri nulla si sa, per-'),
      sheet(3, 'ché i registri mancano.', '', 'Il secondo capitolo parla delle strade.'),
      sheet(4, 'Il terzo parla dei treni.'),
    )
    expect(text).toContain('e di questi sono stati controllati novanta. Degli altri')
    expect(text).toContain('nulla si sa, perché i registri mancano.\n\nIl secondo capitolo')
    expect(text.match(/Relazione annuale/g)).toHaveLength(1)
    expect(text).not.toContain('Pagina')
  })

  it('keeps columns and headings apart', async () => {
    const left = ['La prima colonna racconta dei', 'lavori sul ponte, che sono', 'durati tre anni.']
    const right = ['La seconda colonna dice dei', 'costi.']
    const text = await textOf(
      [
        page(['Il ponte riapre'], { size: 20 }),
        page(left, { y: 720 }),
        page(right, { x: 320, y: 720 }),
      ].join('\n'),
    )
    expect(text).toBe(
      'Il ponte riapre\n\nLa prima colonna racconta dei lavori sul ponte, che sono durati tre anni.\n\nLa seconda colonna dice dei costi.',
    )
  })

  it('is read like any article: language, date, sentences; its title from the metadata', async () => {
    const lines = page([
      'Il ponte è aperto dal 12 marzo 2024. Il collaudo è riuscito, dice il sindaco.',
    ])
    const said = await readPdf(makePdf([lines, lines], { title: 'Relazione sul ponte – 2024' }))
    expect(said).toMatchObject({ title: 'Relazione sul ponte – 2024', language: 'it', pages: 2 })
    expect(said.titleProposed).toBe(false)
    expect(said.sentences.length).toBeGreaterThan(1)
    for (const title of ['Microsoft Word - bozza3.doc', 'untitled', 'bozza.indd', '', '\u0001']) {
      expect((await readPdf(makePdf([lines], { title }))).title, title).not.toBe(title)
    }
  })
})

describe('a PDF that cannot be read', () => {
  const refused = async (bytes: Uint8Array) => {
    const error: unknown = await readPdf(bytes).catch((error) => error)
    expect(error).toMatchObject({ name: 'Refusal' })
    return error
  }
  const unreadable = (why: string) => ({ code: 'unreadable', values: { why } })

  it('is refused with the reason: pictures, a password, damage, too many pages', async () => {
    expect(await refused(makePdf(['0 0 m 9 9 l S']))).toMatchObject(unreadable('no_text'))
    expect(await refused(makePdf([page(['1 2 3', '- - -'])]))).toMatchObject(unreadable('no_text'))
    expect(await refused(lockedPdf())).toMatchObject(unreadable('locked'))
    const pages = Array<string>(2001).fill('')
    expect(await refused(makePdf(pages))).toMatchObject(unreadable('long'))
    const broken = ['%PDF-1.7', '%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n%%EOF', '']
    for (const bytes of broken) {
      expect(await refused(Buffer.from(bytes))).toMatchObject(unreadable('broken'))
    }
  })

  it('is refused where its text is longer than an article may be', async () => {
    const lines = drawn(
      Array.from({ length: 20_000 }, (_, at) => ({
        words: 'parole '.repeat(10),
        x: 9,
        y: at % 800,
        size: 9,
      })),
    )
    expect(await refused(makePdf([lines]))).toMatchObject({ code: 'too_large' })
  }, 30_000)

  it('is read or refused, wherever it is cut or altered', async () => {
    const whole = makePdf([page(['Il ponte è stato riaperto.', 'Il collaudo è riuscito.'])])
    for (let at = 0; at < whole.length; at += 37) {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ 0x15
      for (const bytes of [altered, whole.subarray(0, at)]) {
        const read = await readPdf(bytes).catch((error) => error)
        if ('text' in read) expect(read.text.length).toBeGreaterThan(1)
        else expect(read).toMatchObject({ name: 'Refusal' })
      }
    }
  }, 60_000)

  it('runs no script of its own', async () => {
    const script = 'globalThis.run = 1; app.alert(1)'
    const catalog = `/OpenAction <</S /JavaScript /JS (${script})>> /Names <</JavaScript <</Names [(a) <</S /JavaScript /JS (${script})>>]>>>>`
    const { text } = await readPdf(makePdf([page(['Il ponte riapre.'])], { catalog }))
    expect(text).toBe('Il ponte riapre.')
    expect(Reflect.get(globalThis, 'run')).toBeUndefined()
  })
})

describe('what a PDF is', () => {
  it('is told by how it begins', () => {
    for (const start of ['%PDF-1.4', '\ufeff%PDF-2.0', '\r\n %PDF-1.7']) {
      expect(isPdf(Buffer.from(start)), start).toBe(true)
    }
    for (const start of ['', 'I file cominciano con %PDF-1.7', '%PDF', '<p>%PDF-1.4']) {
      expect(isPdf(Buffer.from(start)), start).toBe(false)
    }
  })
})
