import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PublicVerdict, verdictExport } from '../../src/interchange/verdict-export.ts'
import { type Language, translator } from '../../views/messages.ts'
import { visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { startServer } from '../support/server.ts'
import * as journey from './journey.ts'
import { type Tale, tales } from './tale.ts'

type Run = { name: string; language: Language; javaScript: boolean }

const runs: Run[] = [
  { name: 'in English, with JavaScript', language: 'en', javaScript: true },
  { name: 'in Italian, without JavaScript', language: 'it', javaScript: false },
]

describe.skipIf(!chromiumPath)(inBrowser('the main job'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  test.each(runs)('two articles become two published verdicts, $name', travel, 180_000)

  async function travel({ language, javaScript }: Run) {
    const server = await startServer()
    try {
      const origin = new URL(server.welcome).origin
      const t = translator(language)
      const hands = async () => ({
        ...(await visitor(browser, { language, javaScript })),
        t,
        lang: language,
        origin,
      })
      const [anna, bruno] = [await hands(), await hands()]
      await journey.foundDesk(anna, server.welcome, 'Anna Rossi')
      await journey.joinDesk(bruno, await journey.invite(anna, 'editor'), 'Bruno Conti')

      const all = tales()
      for (const [i, tale] of all.entries()) {
        await journey.bringArticle(anna, tale, i === 0 ? null : server.folder)
        const claim = await journey.takeClaim(anna, tale)
        await journey.check(anna, tale)
        await journey.propose(anna, tale)
        await journey.beRefused(anna, claim)
        await journey.publish(bruno, tale)
      }

      const document = await journey.download(bruno)
      await demandValid(document, origin)
      const { verdicts, desk, scale, cursor } = verdictExport.parse(document)
      expect(desk.name).toBe('Desk di prova')
      expect(scale).toHaveLength(7)
      expect(cursor).toBeGreaterThan(0)
      expect(verdicts).toHaveLength(all.length)
      for (const tale of all) expectTold(verdicts, tale)

      expect([...anna.complaints, ...bruno.complaints]).toEqual([])
      await Promise.all([anna.context.close(), bruno.context.close()])
    } finally {
      const code = await server.stop()
      expect(code, server.said()).toBe(0)
    }
  }
})

/** The document is what the schema that the desk itself serves says it is. */
async function demandValid(document: unknown, origin: string): Promise<void> {
  const schema = await fetch(`${origin}/schemas/verdict-export/v1.json`)
  const ajv = new Ajv2020({ allErrors: true })
  formats.default(ajv)
  const isValid = ajv.compile(JSON.parse(await schema.text()))
  isValid(document)
  expect(isValid.errors ?? []).toEqual([])
}

/** Everything that people wrote on the way is in the document. */
function expectTold(verdicts: PublicVerdict[], { claim, read, evidence, verdict, ...tale }: Tale) {
  const told = verdicts.find((one) => one.claim.statement === claim.statement)
  const [appearance] = told?.appearances ?? []
  const named = claim.claimantKind === 'named'
  expect(told).toMatchObject({
    version: 1,
    status: 'published',
    claim: { kind: claim.kind, language: read.language },
    rating: { id: verdict.rating },
    reasons: verdict.reasons ?? [],
    conclusion: verdict.conclusion,
    rationale: { markdown: verdict.rationale },
    holdsOn: claim.claimedOn ?? read.date,
    author: 'Anna Rossi',
    reviewer: 'Bruno Conti',
    correction: null,
    ledger: { hash: expect.stringMatching(/^[\da-f]{64}$/) },
  })
  expect(told?.rationale.text).not.toContain('**')
  expect(appearance).toMatchObject({
    quote: expect.stringContaining(tale.words),
    claimant: { kind: claim.claimantKind, name: claim.claimant ?? read.outlet },
    attribution: named ? String(claim.attribution).split(' → ') : [],
    claimedOnCertainty: named ? 'inferred' : 'stated',
    article: {
      outlet: read.outlet ?? null,
      outletCertainty: read.outlet ? 'stated' : 'unknown',
      byline: read.byline ?? null,
      date: read.date || null,
      dateCertainty: read.date ? 'stated' : 'unknown',
    },
  })
  expect(told?.evidence).toMatchObject(evidence.map((one, i) => ({ ...one, number: i + 1 })))
  expect(told?.searches).toMatchObject(tale.search ? [tale.search] : [])
}
