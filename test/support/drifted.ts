import type { Desk } from '../../src/desk/open.ts'
import { recheck } from '../../src/desk/recheck.ts'
import type { Member } from '../../src/domain/member.ts'
import { type Newspaper, openNewspaper, pageOf } from './newspaper.ts'
import { articleFrom, claimOn, quotedFrom, swift } from './standing.ts'

const opening = 'Il ponte di Vallechiara ha riaperto ieri al traffico dopo tre anni di lavori.'
const cost =
  'Lo ha annunciato la sindaca Anna Moretti: l’opera è costata meno di due milioni di euro.'
const others = [
  'Secondo l’opposizione i costi sono raddoppiati, e il bilancio dei lavori non è stato pubblicato.',
  'I lavori erano cominciati nella primavera di tre anni fa, dopo la frana che aveva chiuso la valle.',
  'Da domani gli autobus torneranno a passare per il centro del paese, come prima della frana.',
]
const record = 'Si autorizza la riapertura al traffico del ponte, nelle due direzioni di marcia.'

/** The pages of a newspaper and of a town, as they were when they were read first. */
const first = {
  '/ponte': pageOf('Il ponte riapre dopo tre anni', [opening, cost, ...others]),
  '/verbale': pageOf('Verbale di collaudo del ponte', [record, ...others]),
  '/bilancio': pageOf('Bilancio dei lavori', ['Costo totale: 1.940.000 euro.', ...others]),
  '/orario': pageOf('Orario degli autobus', ['La linea 3 riparte lunedì dal ponte.', ...others]),
}

/** And as they are later: one says another figure, one says it twice, one is cut, one is gone. */
const later: Record<string, { body?: string; status?: number }> = {
  '/ponte': {
    body: pageOf('Il ponte riapre dopo tre anni', [
      'Aggiornamento delle 18: la cifra è stata corretta dal Comune.',
      opening,
      cost.replace('meno di due', 'quasi tre'),
      ...others,
    ]),
  },
  '/verbale': {
    body: pageOf('Verbale di collaudo del ponte', ['Pagina in revisione.', ...others]),
  },
  '/bilancio': {
    body: pageOf('Bilancio dei lavori', [
      ...others,
      'Primo lotto. Costo totale: 1.940.000 euro. Fine.',
      'Secondo lotto. Costo totale: 1.940.000 euro. Fine.',
    ]),
  },
  '/orario': { status: 404, body: 'non c’è' },
}

/** A desk on which an article and three pieces of evidence stand on pages that changed since. */
export type Drifted = {
  paper: Newspaper
  article: string
  claim: string
  appearance: string
  /** By the path of the page that each is quoted from. */
  evidence: Record<'/verbale' | '/bilancio' | '/orario', string>
  /** Tasks by what became of the words. */
  tasks: Record<'changed' | 'ambiguous' | 'gone', string>
  /** The sources by their paths. */
  sources: Record<string, string>
}

/** Everything as it was read first; nothing has changed yet. */
export async function standingDesk(desk: Desk, member: Member) {
  const paper = await openNewspaper()
  for (const [path, body] of Object.entries(first)) paper.pages.set(path, { body })
  const at = (path: string) => paper.origin + path
  const article = await articleFrom(desk, member, at('/ponte'))
  const { claim, appearance } = await claimOn(desk, member, article, 'meno di due milioni di euro')
  const quote = (path: string, words: string) => quotedFrom(desk, member, claim, at(path), words)
  const evidence = {
    '/verbale': await quote('/verbale', 'Si autorizza la riapertura al traffico'),
    '/bilancio': await quote('/bilancio', 'Costo totale: 1.940.000 euro'),
    '/orario': await quote('/orario', 'La linea 3 riparte lunedì dal ponte'),
  }
  return { paper, article, claim, appearance, evidence }
}

/** The pages change, and the desk finds out. */
export async function driftedDesk(desk: Desk, member: Member): Promise<Drifted> {
  const standing = await standingDesk(desk, member)
  const { paper } = standing
  for (const [path, page] of Object.entries(later)) paper.pages.set(path, page)
  await recheck(desk, member, { signal: new AbortController().signal, pace: swift })
  const open = await desk.store.drifts.open(null, 10)
  const taskOf = (status: string) => {
    const task = open.find((one) => one.status === status)
    if (!task) throw new Error(`nothing is ${status}: ${open.map((one) => one.status)}`)
    return task.id
  }
  const paths = Object.keys(first)
  const found = await desk.store.sources.byUrls(paths.map((path) => paper.origin + path))
  return {
    ...standing,
    tasks: { changed: taskOf('changed'), ambiguous: taskOf('ambiguous'), gone: taskOf('gone') },
    sources: Object.fromEntries(found.map(({ id, url }) => [new URL(url).pathname, id])),
  }
}
