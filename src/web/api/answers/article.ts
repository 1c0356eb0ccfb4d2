import { z } from '@hono/zod-openapi'
import { type ArticleVersion, sources } from '../../../domain/article.ts'
import { asideReasons } from '../../../domain/aside.ts'
import { lookStates } from '../../../domain/coverage.ts'
import { excerpt, id, language, moment, partialDate, revision, words } from './common.ts'

export const articleAnswer = z
  .object({
    ...{ id, revision, title: z.string(), outlet: words },
    outletReason: words.describe('Why, where the text does not say it'),
    ...{ byline: words, date: partialDate },
    dateReason: words.describe('Why, where the text does not say it'),
    ...{ language, url: words },
    version: id.describe('The newest'),
    addedAt: moment,
  })
  .openapi('Article')

export const listedArticle = articleAnswer
  .extend({ claims: z.int().describe('How many are taken from it') })
  .openapi('ListedArticle')

const versionFields = {
  ...{ id, article: id, number: z.int() },
  text: z.string().describe('SHA-256 of it'),
  source: z.enum(sources).describe('How it came'),
  snapshot: id.nullable().describe('What it was read from'),
  addedAt: moment,
}

export const versionAnswer = z.object(versionFields).openapi('ArticleVersion')

const sentence = z.object({
  number: z.int().describe('From 1'),
  start: z.int().describe('In code points'),
  end: z.int().describe('The code point after the last'),
  state: z.enum(lookStates).describe('What became of it'),
})

/** A version with its text, and what was looked at in it. */
export const textAnswer = z
  .object({ ...versionFields, body: z.string(), sentences: z.array(sentence) })
  .openapi('ArticleText')

type Opened = {
  version: ArticleVersion & { body: string }
  sentences: readonly { start: number; end: number }[]
  coverage: { looks: readonly { state: (typeof lookStates)[number] }[] }
}

export const textOf = ({ version, sentences, coverage }: Opened): z.infer<typeof textAnswer> => ({
  ...version,
  sentences: sentences.map(({ start, end }, i) => ({
    ...{ number: i + 1, start, end },
    state: coverage.looks[i]?.state ?? 'left',
  })),
})

export const asideAnswer = z
  .object({
    ...{ id, revision, article: id, version: id, ...excerpt },
    ...{ reason: z.enum(asideReasons), words, addedAt: moment, liftedAt: moment.nullable() },
  })
  .openapi('Aside')
