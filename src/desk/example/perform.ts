import { takeAppearance } from '../appearances.ts'
import { giveClaim, openWithoutArticle, setAside } from '../claims.ts'
import { recordContact, reviseContact } from '../contacts.ts'
import { findClaim, known } from '../deciding.ts'
import { bringEvidence, recordSearch } from '../evidence.ts'
import { propose, publish, reopen, saveDraft, sendBack, withdraw } from '../verdicts.ts'
import { plan, reword, split } from '../wording.ts'
import { claimed, language, open, placeOf, type Scene } from './scene.ts'
import type { Conclusion, Source, Step } from './shapes.ts'

/** What somebody wrote of a verdict, on the claim as it stands. */
async function sheetOf({ desk }: Scene, id: string) {
  const { claim, standing } = await findClaim(desk, id)
  return { claim, verdictRevision: standing.working?.revision ?? 0, newId: desk.newId() }
}

const written = ({ today }: Scene, { recheckIn, ...verdict }: Conclusion) => {
  const recheckOn = recheckIn === undefined ? '' : daysAfter(today, recheckIn)
  return { reasons: [], ...verdict, recheckOn }
}

const daysAfter = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

/** The words of a source as somebody at the desk wrote them out of it. */
const passage = ({ title, publisher, publishedOn, locator, quote }: Source): string =>
  [
    title,
    [publisher, publishedOn].filter(Boolean).join(', '),
    `Passo trascritto dalla redazione${locator ? ` (${locator})` : ''}:`,
    `«${quote}»`,
  ].join('\n\n')

/** Does to a claim what a step says, by the desk's own verbs. @throws Refusal as they do */
export async function perform(scene: Scene, key: string, step: Step): Promise<void> {
  const { desk, cast, claims } = scene
  const member = cast[step.by ?? 'checker']
  if (step.verb === 'open' || step.verb === 'open_alone') {
    const id = desk.newId()
    claims.set(key, id)
    if (step.verb === 'open') return open(scene, member, id, step.words, step.at)
    const { words, explanation } = step
    return openWithoutArticle(desk, member, id, { ...words, language, explanation })
  }
  const id = known(claims.get(key) ?? null)
  const { claim, standing } = await findClaim(desk, id)
  switch (step.verb) {
    case 'appear': {
      const form = { claim: id, newId: desk.newId(), input: claimed(step.at) }
      return takeAppearance(desk, member, await placeOf(scene, step.at), form)
    }
    case 'give':
      return giveClaim(desk, member, claim, cast[step.to].id)
    case 'plan': {
      const { dueIn, ...rest } = step.plan
      const dueOn = dueIn === undefined ? '' : daysAfter(scene.today, dueIn)
      return plan(desk, member, claim, { ...rest, dueOn, topics: (claim.topics ?? []).join(',') })
    }
    case 'split': {
      const { first, second } = step
      const [statement1, kind1] = [first.statement, first.kind]
      const [statement2, kind2] = [second.statement, second.kind]
      await split(desk, member, claim, { statement1, kind1, statement2, kind2 })
      const part = known((await desk.store.claims.splitFrom(id))[0] ?? null)
      claims.set(second.key, part.id)
      await reword(desk, member, (await findClaim(desk, id)).claim, { ...first, language })
      return reword(desk, member, part, { ...second, language })
    }
    case 'evidence': {
      const { writtenOut, ...source } = step.source
      const given = writtenOut ? { text: passage(source) } : null
      return bringEvidence(desk, member, id, desk.newId(), source, { given, fetch: false })
    }
    case 'search':
      return recordSearch(desk, member, id, desk.newId(), { ...step.search, searchedOn: '' })
    case 'ask': {
      const asked = { ...step.question, outcome: 'waiting', askedOn: '', repliedOn: '' }
      return recordContact(desk, member, id, desk.newId(), asked)
    }
    case 'answer': {
      const asked = known((await desk.store.claims.contacts(id)).at(-1) ?? null)
      const { outcome, reply } = step
      const repliedOn = reply ? desk.now().slice(0, 10) : ''
      const askedOn = asked.askedOn ?? ''
      return reviseContact(desk, member, asked, { ...asked, outcome, reply, repliedOn, askedOn })
    }
    case 'draft':
      return saveDraft(desk, member, await sheetOf(scene, id), written(scene, step.verdict))
    case 'propose':
      return propose(desk, member, await sheetOf(scene, id), written(scene, step.verdict))
    case 'return':
      return sendBack(desk, member, claim, { comment: step.comment })
    case 'publish':
      return publish(desk, member, claim, step)
    case 'reopen':
      return reopen(desk, member, claim, { underCorrection: step.underCorrection })
    case 'withdraw':
      return withdraw(desk, member, known(standing.publicVerdict), { reason: step.reason })
    case 'set_aside': {
      const { reason, words, duplicateOf = '' } = step
      return setAside(desk, member, claim, { reason, words, duplicateOf: claims.get(duplicateOf) })
    }
  }
}
