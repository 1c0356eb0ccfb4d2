import { defineCommand } from 'citty'
import {
  accountCreate,
  accountDeactivate,
  accountList,
  accountPassword,
  accountReactivate,
} from './account.ts'
import { articleImport, articleRead } from './article.ts'
import { backup } from './backup.ts'
import { doctor } from './doctor.ts'
import { exportVerdicts } from './export.ts'
import { figures } from './figures.ts'
import { ledgerCheckpoint, ledgerVerify } from './ledger.ts'
import { recheckCommand } from './recheck.ts'
import { search } from './search.ts'
import { similar } from './similar.ts'
import { verifyExport } from './verify.ts'

/** Every command, as it is typed: a noun and a verb, or a verb alone. */
export const commands = defineCommand({
  meta: { name: 'riscontro', description: 'The desk, from a terminal' },
  subCommands: {
    account: defineCommand({
      meta: { name: 'account', description: 'Who works here: create, list, let in, close' },
      subCommands: {
        create: accountCreate,
        deactivate: accountDeactivate,
        list: accountList,
        password: accountPassword,
        reactivate: accountReactivate,
      },
    }),
    article: defineCommand({
      meta: { name: 'article', description: 'Articles: import, read' },
      subCommands: { import: articleImport, read: articleRead },
    }),
    backup,
    doctor,
    export: defineCommand({
      meta: { name: 'export', description: 'What the public was told' },
      subCommands: { verdicts: exportVerdicts },
    }),
    figures,
    ledger: defineCommand({
      meta: { name: 'ledger', description: 'The record of every decision' },
      subCommands: { checkpoint: ledgerCheckpoint, verify: ledgerVerify },
    }),
    recheck: recheckCommand,
    search,
    similar,
    verify: verifyExport,
  },
})
