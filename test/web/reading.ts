import { parseHTML } from 'linkedom'
import { takeFromArticle } from '../../src/desk/appearances.ts'
import { openArticle } from '../../src/desk/reader.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'
import { browsing } from './browsing.ts'

/** What the articles of these tests say, with accents, quotation marks and an emoji in it. */
export const text = `${story.bridge}
Il sindaco di Arza ha scritto: «È una festa 🎉 per tutti», poi ha ringraziato gli operai. Non costerà più di così.
`

type Page = ReturnType<typeof parseHTML>['document']

export type Reading = {
  desk: TestDesk
  web: Web
  carla: Member
  enzo: Member
  article: string
  /** Where words stand in the text. */
  at: (words: string) => { start: number; end: number }
  /** The reader with these words chosen. */
  address: (words: string, more?: string) => string
  /** A page, as a browser has it. */
  dom: (path: string, by?: Member) => Promise<Page>
  /** Takes words as a claim. @returns its id */
  take: (words: string, statement?: string) => Promise<string>
}

export const count = (words: string): number => Array.from(words).length

/** An article on a desk, and people who read it. */
export async function reading(): Promise<Reading> {
  const desk = await testDesk()
  const web = webOf(desk)
  const carla = await person(desk, 'checker', 'Carla')
  const enzo = await person(desk, 'editor', 'Enzo')
  const article = await story.article(desk, carla, text)
  const { body } = (await openArticle(desk, article)).version
  const at = (words: string) => {
    const start = count(body.split(words)[0] ?? '')
    return { start, end: start + count(words) }
  }
  return {
    ...{ desk, web, carla, enzo, article, at },
    address(words, more = '') {
      const { start, end } = at(words)
      return `/articles/${article}?start=${start}&end=${end}${more}`
    },
    async dom(path, by = carla) {
      return parseHTML(await browsing(web).read(by, path)).document
    },
    async take(words, statement = words) {
      const version = (await desk.store.articles.find(article))?.version ?? ''
      const form = { id: desk.newId(), appearanceId: desk.newId() }
      const input = { ...story.claimForm, statement }
      await takeFromArticle(desk, carla, { article, version, ...at(words) }, { ...form, input })
      return form.id
    },
  }
}

/** What an element says. */
export const wordsIn = (one: { textContent: string | null } | null): string | undefined =>
  one?.textContent?.trim()
