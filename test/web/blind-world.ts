import { setAsides } from '../../src/desk/asides.ts'
import { bringBack, giveClaim } from '../../src/desk/claims.ts'
import { recordContact } from '../../src/desk/contacts.ts'
import { bringEvidence, retakeEvidence } from '../../src/desk/evidence.ts'
import { link } from '../../src/desk/linking.ts'
import { invitePerson } from '../../src/desk/people.ts'
import { save, share } from '../../src/desk/saved-searches.ts'
import { setReading } from '../../src/desk/second-reading.ts'
import { digest } from '../../src/desk/secrets.ts'
import { propose, publish, reopen, saveDraft } from '../../src/desk/verdicts.ts'
import { driftOf } from '../../src/domain/drift.ts'
import type { Member } from '../../src/domain/member.ts'
import { addSource } from '../../src/domain/source.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { letter } from '../support/letters.ts'
import * as story from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'

/** What an author concludes. */
export type Mind = Record<string, string | string[]>

/** Words that stand in a hidden verdict and nowhere else, and the years that it holds for. */
export const SECRET = /zq[a-z]{4}|160[78]/i

/** Two minds that have nothing in common but that they are to stay hidden. */
export const minds: [Mind, Mind] = [
  {
    rating: 'true',
    reasons: ['satire'],
    conclusion: 'ZQALPHA: es ist so, sagt das Protokoll.',
    conclusionEn: 'ZQBRAVO: it is so.',
    conclusionIt: 'ZQCHARLY: è così.',
    rationale: 'ZQDELTA steht im Protokoll [1]. Mehr ist dazu nicht zu sagen.',
    holdsOn: '1607-03-09',
    findingsWord: 'ZQECHO genügt.',
  },
  {
    rating: 'false',
    reasons: ['missing_context', 'outdated'],
    conclusion: 'ZQZULU: davon kann keine Rede sein.',
    conclusionEn:
      'ZQYANKEE: nothing of the kind happened, neither then nor at any time afterwards.',
    conclusionIt: 'ZQXRAY.',
    rationale: 'ZQWHISKY.\n\nDas Protokoll [1] sagt das Gegenteil: „nicht“.\n\n- [1]\n- ZQVICTOR',
    holdsOn: '1608-01',
    findingsWord: 'ZQUNIFORM und kein Wort mehr als nötig, aber doch recht viele.',
  },
]

export type BlindWorld = {
  desk: TestDesk
  web: Web
  author: Member
  people: Record<'viewer' | 'reader' | 'editor' | 'admin', Member>
  /** A claim whose proposal waits for a blind reading, and one whose verdict is still written. */
  claims: { proposed: string; drafted: string }
  /** What a route's address can name, by the beginning of its path. */
  ids: Record<string, string[]>
  /** Puts both back where they were, where somebody moved them. */
  restore: () => Promise<void>
  /** At which revision something is that an address names. */
  revisionOf: (noun: string, id: string) => Promise<number>
}

/** A desk on which every verdict is read blind, and whose author has a mind of their own. */
export async function blindWorld(mind: Mind): Promise<BlindWorld> {
  const desk = await testDesk()
  let made = 0
  // The same ids at the same moments: two desks differ in nothing but what their authors think.
  desk.newId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`
  const author = await person(desk, 'checker', 'Carla')
  const people = {
    viewer: await person(desk, 'viewer', 'Vito'),
    reader: await person(desk, 'checker', 'Rita'),
    editor: await person(desk, 'editor', 'Enzo'),
    admin: await person(desk, 'editor', 'Ada', 1),
  }
  const act = { member: people.editor, at: desk.now() }
  const article = await story.article(desk, author)
  const named = { claimantKind: 'named', claimant: 'Ufficio tecnico' }
  const about = { language: 'de', statement: 'Die Brücke ist wieder offen', ...named }
  const proposed = await story.claim(desk, author, article, about)
  await story.proposed(desk, author, proposed)
  await publish(desk, people.editor, await story.read(desk, proposed), {})
  await reopen(desk, author, await story.read(desk, proposed), {})
  await setReading(desk, people.admin, 1, { reading: 'blind' })

  const sheetOf = async (id: string) => {
    const claim = await story.read(desk, id)
    return { claim, verdictRevision: claim.working?.revision ?? 0, newId: desk.newId() }
  }
  async function restore() {
    const { claim } = await story.read(desk, proposed)
    if (claim.stage === 'decided') await reopen(desk, author, claim, {})
    if (claim.stage !== 'in_review') await propose(desk, author, await sheetOf(proposed), mind)
    const draft = await story.read(desk, drafted)
    if (draft.claim.stage === 'set_aside') await bringBack(desk, author, draft)
    const free = await story.read(desk, drafted)
    if (free.claim.stage === 'inbox') await giveClaim(desk, author, free, author.id)
  }
  const drafted = await story.claim(desk, author, article, about)
  await restore()
  await bringEvidence(desk, author, drafted, desk.newId(), story.evidenceForm)
  await saveDraft(desk, author, await sheetOf(drafted), mind)

  const [evidence] = await desk.store.claims.evidence([proposed])
  if (!evidence) throw new Error('there is no evidence')
  const [own] = await desk.store.claims.evidence([drafted])
  if (own) await retakeEvidence(desk, author, own, { text: `Protokoll.\n\n${story.bridge}` })
  const [contact, source, drift, tie] = [desk.newId(), desk.newId(), desk.newId(), desk.newId()]
  await link(desk, author, drafted, tie, { sense: 'updates', other: proposed, why: 'Später' })
  await recordContact(desk, author, drafted, contact, story.contactForm)
  const nowhere = { source: null, snapshot: null, version: null }
  const lost = { claim: drafted, about: own?.id ?? '', aboutKind: 'evidence', ...nowhere } as const
  const found = driftOf(drift, null, { ...lost, status: 'gone' }, false, act)
  const url = 'https://example.org/protokoll'
  await desk.store.save([addSource(source, url, null, act), ...(found ? [found] : [])])
  const version = (await desk.store.articles.find(article))?.version ?? ''
  const at = { article, version, start: 100, end: 300 }
  await setAsides(desk, author, at, { newId: desk.newId(), input: { reason: 'opinion' } })
  const invitation = desk.newId()
  await invitePerson(desk, people.admin, invitation, { role: 'viewer' })
  const somebody = await person(desk, 'viewer', 'Ugo')
  const search = desk.newId()
  await save(desk, people.reader, search, { name: 'Brücken', query: 'language=de' })
  await share(desk, people.reader, search, true)
  await desk.store.savedSearches.change(search, { feed: digest('a-feed') })
  const tip = await letter(desk, proposed)

  const [appearance] = await desk.store.claims.appearances([proposed])
  const kept = await desk.store.articles.version(version)
  const versions = await desk.store.verdicts.of([proposed, drafted])
  const claimed = await desk.store.claims.appearances([drafted])
  return {
    ...{ desk, web: webOf(desk), author, people, restore },
    async revisionOf(noun, id) {
      const { claims, verdicts, desks, people } = desk.store
      const found: Record<string, () => Promise<{ revision: number } | null | undefined>> = {
        claims: () => claims.find(id),
        verdicts: () => verdicts.find(id),
        evidence: () => claims.evidenceById(id),
        appearances: () => claims.appearance(id),
        contacts: () => claims.contact(id),
        people: () => people.find(id),
        links: () => desk.store.links.find(id),
        settings: () => desks.find(),
        'settings/scale': async () => (await desks.scale()).find((one) => one.id === id),
      }
      return (await found[noun]?.())?.revision ?? 1
    },
    claims: { proposed, drafted },
    ids: {
      claims: [proposed, drafted],
      verdicts: [...versions.map(({ id }) => id), ...versions.flatMap(({ slug }) => slug ?? [])],
      'verdicts/:address/versions': ['1', '2'],
      tips: [tip],
      articles: [article],
      appearances: [appearance?.id ?? '', ...claimed.map(({ id }) => id)],
      evidence: [evidence.id, own?.id ?? ''],
      contacts: [contact],
      claimants: claimed.flatMap(({ claimantId }) => claimantId ?? []),
      snapshots: [kept?.snapshot ?? ''],
      sources: [source],
      drifts: [drift],
      links: [tie],
      people: [somebody.id],
      searches: [search],
      feeds: ['a-feed'],
      'people/invitations': [invitation],
      'settings/scale': ['mixed', 'true', 'false'],
      'me/sessions': [invitation],
      join: ['used'],
      signin: ['used'],
      password: ['used'],
      'me/tokens': [invitation],
      'people/:id/tokens': [invitation],
      // What others published, and what the public was told: nothing of it is hidden from anybody.
      rulings: [invitation],
      imports: [invitation],
      publishers: ['ponti.example'],
      webhooks: [invitation],
      deliveries: [invitation],
      v1alpha1: ['claims:search'],
      'v1alpha1/pages': [drafted, proposed],
    },
  }
}
