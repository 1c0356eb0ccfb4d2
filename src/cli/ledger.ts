import { defineCommand } from 'citty'
import { verifyLedger } from '../desk/ledger.ts'
import { complain, exits, json, onDesk, progress, say } from './output.ts'

export const ledgerVerify = defineCommand({
  meta: { name: 'verify', description: 'Prove that the record is whole and unaltered' },
  args: { json },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      const report = await verifyLedger(desk, (done) => {
        if (!args.json) progress(`${done} entries read`)
      })
      progress(null)
      const { entries, subjects, fault } = report
      if (args.json) say(JSON.stringify(report))
      else if (!fault) say(`The ledger is whole: ${entries} entries on ${subjects} subjects.`)
      if (!fault) return
      process.exitCode = exits.failed
      const where = fault.seq === null ? '' : ` at entry ${fault.seq}`
      complain(`The ledger is broken${where}: ${fault.subject}: ${fault.why}.`)
    }),
})
