import { type Label, labelKeyOf, mapLabel } from '../../domain/label.ts'
import { demand, type Member } from '../../domain/member.ts'
import { inOrder } from '../../domain/rating.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Ruling } from '../../domain/ruling.ts'
import { actOf, demandRevision, isEmpty, known, once } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { suggestedFor } from './suggestions.ts'

const PAGE = 50
const LABELS = 500

/** PostgreSQL refuses to look for what no text has in it. @throws Refusal `not_found` */
function demandText(...texts: string[]): void {
  if (texts.some((text) => text.includes('\0'))) throw new Refusal('not_found')
}

/** The publishers there are rulings of, and how many of their labels nobody has mapped. */
export async function listPublishers({ store }: Desk, member: Member, after: string) {
  demand(member, 'viewer')
  const found = await store.labels.publishers(after.replaceAll('\0', ''), PAGE + 1)
  const shown = found.slice(0, PAGE)
  const decided = await store.labels.of(shown.map(({ publisher }) => publisher))
  const rows = shown.map((row) => {
    const settled = decided.filter(
      ({ publisher, meaning }) => publisher === row.publisher && meaning !== 'open',
    )
    return { ...row, open: Math.max(0, row.labels - settled.length) }
  })
  return { rows, more: found.length > PAGE ? (shown.at(-1)?.publisher ?? null) : null }
}

/** A publisher's labels, with what each amounts to, or might. @throws Refusal `not_found` */
export async function readPublisher({ store }: Desk, member: Member, publisher: string) {
  demand(member, 'viewer')
  demandText(publisher)
  const [used, decided, scale] = await Promise.all([
    store.labels.usedBy(publisher, LABELS),
    store.labels.of([publisher]),
    store.desks.scale(),
  ])
  if (used.length === 0) throw new Refusal('not_found')
  const by = new Map(decided.map((label) => [label.labelKey, label]))
  const rows = used.map((one) => {
    const suggested = suggestedFor(one.label, scale)
    return { used: one, label: by.get(one.labelKey) ?? null, suggested }
  })
  const name = used.find((one) => one.name)?.name ?? null
  return { publisher, name, rows, scale: inOrder(scale) }
}

/** One label of a publisher's, with what it amounts to, or might. @throws Refusal `not_found` */
export async function readLabel({ store }: Desk, member: Member, publisher: string, named: string) {
  demand(member, 'viewer')
  const labelKey = labelKeyOf(named)
  const used = known(await store.labels.used(publisher, labelKey))
  const label = await store.labels.find(publisher, labelKey)
  return { used, label, suggested: suggestedFor(used.label, await store.desks.scale()) }
}

/**
 * Decides what a publisher's label amounts to; all rulings with it do so at once.
 * @param newId of what is decided, where nothing was before: the same form again finds it there
 * @param revision that the person read; 0 for none
 * @throws Refusal `forbidden`, `not_found`, `conflict`, `invalid`
 */
export async function decideLabel(
  desk: Desk,
  member: Member,
  publisher: string,
  read: { newId: string; label: string; revision: number },
  input: unknown,
): Promise<void> {
  demand(member, 'editor')
  demandText(publisher, read.label)
  const { store } = desk
  const labelKey = labelKeyOf(read.label)
  const used = known(await store.labels.used(publisher, labelKey))
  const before = await store.labels.find(publisher, labelKey)
  const { label } = used
  const scale = await store.desks.scale()
  const act = actOf(desk, member)
  const change = mapLabel(read.newId, before, { publisher, labelKey, label }, scale, input, act)
  if (!before) {
    if (read.revision !== 0) throw new Refusal('conflict')
    const there = async () => (await store.labels.find(publisher, labelKey))?.id === read.newId
    return once(
      async () => (await there()) || null,
      () => store.save([change]),
    )
  }
  // Sent twice, or by two people who agree.
  if (isEmpty(change)) return
  demandRevision(before, read.revision)
  await store.save([change])
}

/** What rulings amount to on the desk's scale: a rating's id by the ruling's; nothing where nobody said so. */
export async function amountsTo(
  { store }: Pick<Desk, 'store'>,
  rulings: Pick<Ruling, 'id' | 'publisher' | 'labelKey'>[],
): Promise<Map<string, string>> {
  const decided = await store.labels.of([...new Set(rulings.map(({ publisher }) => publisher))])
  const key = ({ publisher, labelKey }: Pick<Label, 'publisher' | 'labelKey'>) =>
    JSON.stringify([publisher, labelKey])
  const by = new Map(decided.map((label) => [key(label), label.rating]))
  return new Map(
    rulings.flatMap((ruling) => {
      const rating = by.get(key(ruling))
      return rating ? [[ruling.id, rating] as const] : []
    }),
  )
}
