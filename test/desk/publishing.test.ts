import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redescribeArticle } from '../../src/desk/articles.ts'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import { mendTypo, publish, readMended, reopen } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { publicVerdict } from '../../src/interchange/verdict-export.ts'
import { refused } from '../domain/refusals.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'

describe('what the public is told', () => {
  let desk: TestDesk
  let checker: Member
  let editor: Member
  let second: Member
  let article: string
  beforeAll(async () => {
    desk = await testDesk()
    checker = await person(desk, 'checker', 'Carla')
    editor = await person(desk, 'editor', 'Enzo')
    second = await person(desk, 'editor', 'Elsa')
    article = await story.article(desk, checker)
  })
  afterAll(() => desk.end())

  const describeIt = async (title: string) => {
    const there = await desk.store.articles.find(article)
    const details = { title, outlet: 'Gazzetta della Valle', language: 'it' }
    await redescribeArticle(desk, checker, article, there?.revision ?? 0, details)
  }

  it('is numbered after a typo that was mended while it was being read', async () => {
    const id = await story.published(desk, checker, editor, article)
    await reopen(desk, checker, await story.read(desk, id), {})
    await story.proposed(desk, checker, id, { conclusion: 'Ha riaperto, ma in parte.' })
    const { publicVerdict: told } = await story.read(desk, id)
    if (!told) throw new Error('nothing is public')
    const mended = {
      conclusion: told.conclusion,
      rationale: told.rationale.replace('verbale', 'verbalee'),
    }
    await mendTypo(desk, editor, told, desk.newId(), mended)
    const waiting = (await story.read(desk, id)).publicVerdict
    expect(waiting).toMatchObject({ number: 3, correctionKind: 'typo', reviewer: null })
    if (waiting) await readMended(desk, second, waiting)
    const reason = { correctionKind: 'correction', correctionReason: 'Manca una campata' }
    await publish(desk, second, await story.read(desk, id), reason)
    const versions = await desk.store.verdicts.of([id])
    expect(versions.map(({ number, status }) => `${number} ${status}`)).toEqual([
      '1 superseded',
      '3 superseded',
      '4 published',
    ])
    expect((await desk.store.verify()).fault).toBeNull()
  })

  it('is read again where the article is described anew meanwhile', async () => {
    const id = await story.claim(desk, checker, article)
    await story.proposed(desk, checker, id)
    const read = await story.read(desk, id)
    await describeIt('Il ponte di Vallechiara riapre')
    expect((await story.read(desk, id)).claim.stage).toBe('checking')
    expect((await refused(publish(desk, editor, read, {}))).code).toBe('conflict')
  })

  it('says which sources lead back to whoever makes the claim', async () => {
    const id = await story.claim(desk, checker, article)
    for (const origin of ['gazzetta DELLA valle', 'Comune di Vallechiara'])
      await bringEvidence(desk, checker, id, desk.newId(), { ...story.evidenceForm, origin })
    await story.proposed(desk, checker, id)
    await publish(desk, editor, await story.read(desk, id), {})
    const [version] = await desk.store.verdicts.of([id])
    const body = (await desk.store.verdicts.lastPublication(version?.id ?? '')) ?? ''
    const whose = (text: string) =>
      publicVerdict.parse(JSON.parse(text)).evidence.map((one) => one.originIsClaimant)
    expect(whose(body)).toEqual([true, false])
    // What was told before there was such a word does not say it of any.
    const older = body.replaceAll(/"originIsClaimant":(true|false),/g, '')
    expect(older).not.toContain('originIsClaimant')
    expect(whose(older)).toEqual([false, false])
  })

  it('is no repetition where another colleague is named on an old page', async () => {
    const id = await story.claim(desk, checker, article)
    const read = await story.read(desk, id)
    await giveClaim(desk, editor, read, checker.id)
    await giveClaim(desk, editor, read, checker.id)
    expect((await refused(giveClaim(desk, editor, read, second.id))).code).toBe('conflict')
    expect((await story.read(desk, id)).claim.assignee).toBe(checker.id)
  })
})
