import { articleQueries } from './articles.ts'
import { asideQueries } from './asides.ts'
import { checkpointQueries } from './checkpoints.ts'
import { claimantQueries } from './claimants.ts'
import { claimQueries } from './claims.ts'
import { connect } from './connect.ts'
import type { Connection } from './connection.ts'
import { deliveryQueries } from './deliveries.ts'
import { deskQueries } from './desks.ts'
import { doctorQueries } from './doctor.ts'
import { driftQueries } from './drifts.ts'
import { dueQueries } from './due.ts'
import { exportChoiceQueries } from './export-choices.ts'
import { exportMarkQueries } from './export-marks.ts'
import { facetUpkeep } from './facets/checking.ts'
import { factQueries } from './facts.ts'
import { importQueries } from './imports.ts'
import { labelQueries } from './labels.ts'
import { ledgerQueries } from './ledger.ts'
import { linkQueries } from './links.ts'
import { movedQueries } from './moved.ts'
import { passwordLinkQueries } from './password-links.ts'
import { pastQueries } from './past.ts'
import { peopleQueries } from './people.ts'
import { publicationLines } from './publication-lines.ts'
import { publicationQueries } from './publications.ts'
import { queueQueries } from './queue.ts'
import { queueChoiceQueries } from './queue-choices.ts'
import { readingQueries } from './readings.ts'
import { requestQueries } from './requests.ts'
import { rulingQueries } from './rulings.ts'
import { saver } from './save.ts'
import { savedSearchQueries } from './saved-searches.ts'
import { snapshotQueries } from './snapshots.ts'
import { sourceLists } from './source-lists.ts'
import { sourceQueries } from './sources.ts'
import { standingQueries } from './standing.ts'
import { storyQueries } from './stories.ts'
import { tipQueries } from './tips.ts'
import { tokenQueries } from './tokens.ts'
import { toldQueries } from './told.ts'
import { topicQueries } from './topics.ts'
import { treeQueries } from './tree.ts'
import { verdictQueries } from './verdicts.ts'
import { verifier } from './verify.ts'
import { webhookQueries } from './webhooks.ts'
import { wordQueries } from './words.ts'

/** Everything that the desk asks of its database, one noun at a time. */
export const storeOn = (connection: Connection) => ({
  engine: connection.engine,
  save: saver(connection),
  desks: deskQueries(connection),
  people: peopleQueries(connection),
  passwordLinks: passwordLinkQueries(connection),
  articles: articleQueries(connection),
  asides: asideQueries(connection),
  sources: sourceQueries(connection),
  snapshots: snapshotQueries(connection),
  claims: claimQueries(connection),
  claimants: claimantQueries(connection),
  links: linkQueries(connection),
  savedSearches: savedSearchQueries(connection),
  queue: queueQueries(connection),
  queueChoices: queueChoiceQueries(connection),
  facts: factQueries(connection),
  facets: facetUpkeep(connection),
  topics: topicQueries(connection),
  words: wordQueries(connection),
  verdicts: verdictQueries(connection),
  due: dueQueries(connection),
  readings: readingQueries(connection),
  rulings: rulingQueries(connection),
  imports: importQueries(connection),
  labels: labelQueries(connection),
  webhooks: webhookQueries(connection),
  deliveries: deliveryQueries(connection),
  tips: tipQueries(connection),
  tokens: tokenQueries(connection),
  requests: requestQueries(connection),
  told: toldQueries(connection),
  publications: publicationQueries(connection),
  publicationLines: publicationLines(connection),
  moved: movedQueries(connection),
  exportChoices: exportChoiceQueries(connection),
  exportMarks: exportMarkQueries(connection),
  sourceLists: sourceLists(connection),
  drifts: driftQueries(connection),
  standing: standingQueries(connection),
  ledger: ledgerQueries(connection),
  tree: treeQueries(connection),
  checkpoints: checkpointQueries(connection),
  stories: storyQueries(connection),
  past: pastQueries(connection),
  doctor: doctorQueries(connection),
  verify: verifier(connection),
  copyTo: connection.copyTo,
  close: () => connection.close(),
})

export type Store = ReturnType<typeof storeOn>

/** @param address a path, `:memory:`, or `postgres://…` */
export const openStore = async (address: string): Promise<Store> => storeOn(await connect(address))
