import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from '../../src/desk/verdicts.ts'
import { waitingFor } from '../../src/desk/waiting.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { article, claim, proposed, read } from '../support/story.ts'

let desk: TestDesk
let author: Member
let editor: Member
let viewer: Member

beforeAll(async () => {
  desk = await testDesk()
  editor = await person(desk, 'editor')
  author = await person(desk, 'checker')
  viewer = await person(desk, 'viewer')
})
afterAll(() => desk.end())

test('what waits is counted anew once something was decided, and only then', async () => {
  const review = async (member: Member) => (await waitingFor(desk, member)).review
  expect(await review(editor)).toBe(0)
  const id = await claim(desk, author, await article(desk, author))
  await proposed(desk, author, id)
  const first = await waitingFor(desk, editor)
  expect(first.review).toBe(1)
  expect(await waitingFor(desk, editor)).toBe(first)
  expect(await review(author)).toBe(0)
  expect(await review(viewer)).toBe(0)
  await publish(desk, editor, await read(desk, id), {})
  expect(await review(editor)).toBe(0)
})
