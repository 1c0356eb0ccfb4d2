import { OpenAPIHono, z } from '@hono/zod-openapi'
import { evidenceAsked, evidenceOn } from '../../desk/asked/claims.ts'
import { bringEvidence, findEvidence, retakeEvidence, reviseEvidence } from '../../desk/evidence.ts'
import { quoteFromText } from '../../desk/passages.ts'
import { evidenceInput, interests, ranks, visibilities } from '../../domain/evidence.ts'
import { passageInput } from '../../domain/quote-passage.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { evidenceAnswer, evidenceOf } from './answers/ground.ts'
import { list, made, one } from './answers.ts'
import { bringInput, broughtIn } from './bringing.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { changes, listsAll, makes, moves, reads } from './route.ts'
import { fieldsIn, saying } from './saying.ts'

const about = { tag: 'Evidence', need: 'checker', answer: evidenceAnswer } as const

/** The text of a source, or its file, where it is not to be fetched. */
const source = bringInput.omit({ address: true })
const withSource = { source: source.nullish().describe('Else its address is fetched') }

const place = {
  start: z.int().min(0),
  end: z.int().min(1).describe('The code point after the last'),
}

/** What is left out stays as it is: nothing stands in for it. */
const amended = evidenceInput
  .extend({
    interest: z.enum(interests),
    rank: z.enum(ranks),
    visibility: z.enum(visibilities),
  })
  .partial()

/** The fields of evidence alone. */
function words(c: Page) {
  const { source: _, ...input } = fieldsIn(c)
  return input
}

export async function evidenceNow(c: Page, id = idOf(c)) {
  const { evidence, proof } = await evidenceAsked(c.get('desk'), id)
  return one(c, evidenceAnswer, evidenceOf(evidence, proof))
}

export const evidence = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ ...about, path: '/claims/{id}/evidence', need: 'viewer', item: evidenceAnswer },
      summary: 'What bears on a claim, by its number',
    }),
    async (c) => {
      const { evidence, proofs } = await evidenceOn(c.get('desk'), idOf(c))
      const items = evidence.map((one) => evidenceOf(one, proofs[one.id]))
      return list(c, evidenceAnswer, items)
    },
  )
  .openapi(
    makes({
      ...{ ...about, path: '/claims/{id}/evidence', body: evidenceInput.extend(withSource) },
      summary: 'Add evidence to a claim; its source is kept where it can be had',
    }),
    async (c) => {
      const [desk, newId] = [c.get('desk'), newIdOf(c)]
      const given = broughtIn(fieldsIn(c).source ?? {})
      await bringEvidence(desk, memberOf(c), idOf(c), newId, words(c), { given })
      const { evidence, proof } = await evidenceAsked(desk, newId)
      return made(c, evidenceAnswer, evidenceOf(evidence, proof), `/evidence/${newId}`)
    },
  )
  .openapi(
    reads({ ...about, path: '/evidence/{id}', need: 'viewer', summary: 'One piece of evidence' }),
    (c) => evidenceNow(c),
  )
  .openapi(
    changes({
      ...{ ...about, path: '/evidence/{id}', body: amended },
      summary: 'Say something else of evidence, or rank it',
      description:
        'At another address its source is kept anew. What counts no more is `deprecated`, with a reason: nothing is deleted.',
    }),
    async (c) => {
      const { evidence } = await findEvidence(c.get('desk'), idOf(c))
      const said = saying(c, evidenceInput, evidence)
      await reviseEvidence(c.get('desk'), memberOf(c), readOf(c), said)
      return evidenceNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/evidence/{id}/snapshot', body: source },
      summary: 'Keep its source once more, from its address or as it is given',
      description: 'Where the address could not be read, the evidence rests on what it had.',
    }),
    async (c) => {
      await retakeEvidence(c.get('desk'), memberOf(c), readOf(c), broughtIn(sentIn(c)))
      return evidenceNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/evidence/{id}/passage', body: passageInput.extend(place) },
      summary: 'Quote the words at a place in what was kept of its source',
    }),
    async (c) => {
      const at = { ...z.object(place).parse(sentIn(c)), input: sentIn(c) }
      await quoteFromText(c.get('desk'), memberOf(c), readOf(c), at)
      return evidenceNow(c)
    },
  )
