import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportVerdicts } from '../../src/desk/exports.ts'
import { proveExport, readPublicKey, type Unproved } from '../../src/desk/proving.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

let told: ToldDesk
let document: string
let spki: string
beforeAll(async () => {
  told = await toldDesk()
  document = await new Response(await exportVerdicts(told.desk, told.editor, {})).text()
  spki = (await told.desk.keys.demand()).spki
}, 60_000)
afterAll(() => told.desk.end())

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function prove(text: string | Uint8Array, { key = spki, pieces = 65_536 } = {}) {
  const failed: Unproved[] = []
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const proved = await proveExport(inPieces(bytes, pieces), readPublicKey(key), {
    failed: (one) => failed.push(one),
    progress: () => {},
  })
  return { ...proved, failed }
}

type Verdict = Record<string, unknown> & { id: string; ledger: Record<string, unknown> }
type Document = Record<string, unknown> & { verdicts: Verdict[]; checkpoint: object }
const read = (): Document => JSON.parse(document)
const ids = () => read().verdicts.map(({ id }) => id)

/** What becomes of a document that somebody changed. */
async function changed(change: (verdicts: Verdict[], whole: Document) => void) {
  const whole = read()
  change(whole.verdicts, whole)
  return prove(JSON.stringify(whole))
}

describe('an export', () => {
  it('is proved verdict by verdict, by its checkpoint and the public key alone', async () => {
    const { verdicts, checkpoint } = verdictExport.parse(JSON.parse(document))
    const { failed, ...proved } = await prove(document)
    expect(proved).toEqual({ verdicts: 7, hold: 7, checkpoint, fault: null })
    expect(failed).toEqual([])
    expect(verdicts.every(({ ledger }) => ledger.proof !== null)).toBe(true)
    expect(checkpoint?.size).toBe(await told.desk.store.verdicts.cursor())
  })

  it('is proved however it is laid out, in whatever pieces it comes', async () => {
    const { verdicts, ...head } = read()
    const layouts = [
      JSON.stringify(read()),
      JSON.stringify(read(), null, 4),
      JSON.stringify({ verdicts, ...head }, null, '\t'),
      `\uFEFF \r\n${document}\n\n`,
      document.replace(
        /[À-￿]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ]
    for (const layout of layouts) {
      for (const pieces of [1, 7, 100_000]) {
        expect(await prove(layout, { pieces })).toMatchObject({ hold: 7, fault: null, failed: [] })
      }
    }
  })

  it('is not proved where a word of a verdict was altered, which is named', async () => {
    const places = fc.record({ at: fc.nat(), verdict: fc.nat(6), to: fc.string({ minLength: 1 }) })
    await fc.assert(
      fc.asyncProperty(places, async ({ at, verdict, to }) => {
        let [id, isSame] = ['', false]
        const { hold, failed } = await changed((verdicts) => {
          const one = verdicts[verdict]
          if (!one) return
          id = one.id
          const leaves = leavesOf(one, ['ledger', 'id'])
          const leaf = leaves[at % leaves.length]
          isSame = leaf?.value === to
          leaf?.set(to)
        })
        if (!isSame) expect([hold, failed.map((one) => one.id)]).toEqual([6, [id]])
      }),
      { numRuns: 60 },
    )
  })

  it('is not proved where a verdict says another thing of its place', async () => {
    const flip = (hex: unknown) => String(hex).replace(/./, (one) => (one === '0' ? '1' : '0'))
    const changes: ((ledger: Record<string, unknown>, other: Record<string, unknown>) => void)[] = [
      (ledger) => (ledger.seq = Number(ledger.seq) + 1),
      (ledger) => (ledger.hash = flip(ledger.hash)),
      (ledger) => (ledger.publication = flip(ledger.publication)),
      (ledger) => delete ledger.proof,
      (ledger) => (ledger.proof = null),
      (ledger) => (ledger.proof = { index: Number(ledger.seq) - 1, path: [] }),
      (ledger) => (ledger.proof = 'x'),
      (ledger, other) => (ledger.proof = other.proof),
      (ledger, other) => (ledger.hash = other.hash),
    ]
    for (const change of changes) {
      const { hold, failed } = await changed(([first, second]) => {
        if (first && second) change(first.ledger, second.ledger)
      })
      expect([hold, failed.map(({ id }) => id)], String(change)).toEqual([6, ids().slice(0, 1)])
    }
    const swapped = await changed(([first, second]) => {
      if (first && second) [first.ledger, second.ledger] = [second.ledger, first.ledger]
    })
    expect(swapped.failed.map(({ id }) => id)).toEqual(ids().slice(0, 2))
    const gone = await changed(([first]) => Reflect.deleteProperty(first ?? {}, 'ledger'))
    expect(gone.failed.map(({ id }) => id)).toEqual(ids().slice(0, 1))
  })

  it('is not proved where a verdict stands in it twice, or a name twice in a verdict', async () => {
    const twice = await changed((verdicts) => verdicts.push(...verdicts.slice(0, 1)))
    expect(twice.failed).toEqual([{ id: ids()[0], why: 'it stands in the document twice' }])
    const double = await prove(
      document.replace('"conclusion":', '"conclusion":"No.","conclusion":'),
    )
    expect(double.failed).toEqual([{ id: ids()[0], why: 'a name stands twice in it' }])
    expect(double.hold).toBe(6)
  })

  it('is not proved by another key, nor where its checkpoint was altered', async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' })
    const { fault, hold } = await prove(document, { key: String(other) })
    expect([hold, fault]).toEqual([0, expect.stringContaining('the key that was given is')])
    const id = readPublicKey(String(other)).id
    const changes = { size: 4, at: '2020-01-01T00:00:00Z', root: '0'.repeat(64), signature: 'AAAA' }
    for (const [name, value] of Object.entries({ ...changes, key: id })) {
      const altered = await changed((_, whole) =>
        Object.assign(whole.checkpoint, { [name]: value }),
      )
      expect([altered.hold, altered.fault === null], name).toEqual([0, false])
    }
    for (const none of [null, undefined]) {
      const without = await changed((_, whole) => Object.assign(whole, { checkpoint: none }))
      expect([without.hold, without.failed.length]).toEqual([0, 7])
      expect(without.fault).toContain('no checkpoint')
    }
  })

  it('that cannot be read is refused in words', async () => {
    const whole = Buffer.from(document)
    const gzip = Uint8Array.of(0x1f, 0x8b, 8, 0)
    const wrong: [string | Uint8Array, RegExp][] = [
      ['', /empty/],
      [' \n', /empty/],
      ['[]', /no JSON object/],
      [gzip, /no JSON object/],
      ['{}', /no riscontro\/verdict-export/],
      ['{,}', /no JSON/],
      [whole.subarray(0, -20), /cut off/],
      [whole.subarray(0, 700), /cut off/],
      [`${document}{}`, /follows the end/],
      [document.replace('"verdicts":[', '"verdicts":[{]'), /no JSON/],
      [document.replace('"verdicts":[', '"verdicts":[,'), /no JSON/],
      [document.replace('"checkpoint":', '"checkpoint":null,"checkpoint":'), /stands twice/],
      [document.replace('"verdicts":[', '"verdicts":[],"verdicts":['), /stands twice/],
      [document.replace('"size":', '"size":"x","siz":'), /checkpoint cannot be read/],
      // Whoever else reads these finds verdicts in them that nobody looked at here.
      [document.replace('"verdicts":[', '"\\u0076erdicts":['), /verdicts/],
      [document.replace('"verdicts":[', `"verdicts"${' '.repeat(2000)}:[`), /verdicts/],
      [
        document.replace('"verdicts":[', '"verdicts":{"0":').replace(/]}$/, '}}'),
        /no JSON|verdicts/,
      ],
      [document.replace('"verdicts":[', '"decisions":['), /verdicts/],
      [document.replace('"size":', '"size":1,"size":'), /stands twice/],
      [`{"a":${'['.repeat(1_000_000)}`, /too deep/],
      [`{"schema":"${'x'.repeat(70_000_000)}"}`, /larger than any verdict/],
      [Buffer.concat([whole.subarray(0, 20), Uint8Array.of(0xff), whole.subarray(20)]), /damaged/],
    ]
    for (const [text, why] of wrong) await expect(prove(text), String(why)).rejects.toThrow(why)
  })

  it('never fails in another way, whatever byte of it is altered', async () => {
    const bytes = Buffer.from(document)
    const hit = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) })
    await fc.assert(
      fc.asyncProperty(hit, async ({ at, bit }) => {
        const altered = Buffer.from(bytes)
        altered[at] = (altered[at] ?? 0) ^ (1 << bit)
        const begins = document.indexOf('"verdicts":[')
        const outcome = await prove(altered).catch((error) => error)
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'unreadable' })
        // The head is no verdict: only the checkpoint in it is signed.
        else if (at > begins + 12) expect(outcome.failed.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})

type Leaf = { value: unknown; set: (to: string) => void }

/** Every text, number and null in a value, and a way to put another one there. */
const leavesOf = (value: object, but: string[] = []): Leaf[] =>
  Object.entries(value)
    .filter(([name]) => !but.includes(name))
    .flatMap(([name, one]): Leaf[] =>
      typeof one === 'object' && one !== null
        ? leavesOf(one)
        : [{ value: one, set: (to) => Reflect.set(value, name, to) }],
    )

describe('a public key', () => {
  it('is read from what the desk gives out, from PEM and from Base64, and from nothing else', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = String(publicKey.export({ type: 'spki', format: 'pem' }))
    const base64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const { id } = readPublicKey(pem)
    expect(id).toMatch(/^[0-9a-f]{16}$/)
    expect(readPublicKey(`${base64}\n`).id).toBe(id)
    expect(readPublicKey(JSON.stringify({ key: { id: 'x', spki: base64 } })).id).toBe(id)
    expect(readPublicKey(String(privateKey.export({ type: 'pkcs8', format: 'pem' }))).id).toBe(id)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    for (const wrong of ['', 'x', '{', '{}', String(rsa.export({ type: 'spki', format: 'pem' }))]) {
      expect(() => readPublicKey(wrong)).toThrow('There is no')
    }
  })
})
