import { defineCommand } from 'citty'
import { verifyLedger } from '../desk/ledger.ts'
import { checkpointFromTerminal } from '../desk/terminal.ts'
import { complain, exits, json, onDesk, progress, say } from './output.ts'

const PASSES = { 1: 'in order', 2: 'life by life' }

/** Whoever changes everything takes the checkpoints away, or signs others with a key of their own. */
const UNSIGNED =
  'No checkpoint that the desk’s key signed covers it: were it all written anew, this would not show.'

export const ledgerVerify = defineCommand({
  meta: { name: 'verify', description: 'Prove that the record is whole and unaltered' },
  args: { json },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      const report = await verifyLedger(desk, ({ pass, done, total }) => {
        if (!args.json) progress(`${PASSES[pass]}: ${done} of ${total} entries`)
      })
      progress(null)
      const { entries, subjects, checkpoints, otherKeys, fault } = report
      if (args.json) say(JSON.stringify(report))
      else if (!fault) {
        say(`The ledger is whole: ${entries} entries on ${subjects} subjects.`)
        const signed = checkpoints === 1 ? 'one checkpoint' : `${checkpoints} checkpoints`
        if (checkpoints > 0) say(`It is what ${signed} signed.`)
      }
      if (otherKeys.length > 0) {
        complain(`Signed with keys that are not here, hence not checked: ${otherKeys.join(', ')}.`)
      }
      if (!fault && checkpoints === 0) complain(UNSIGNED)
      if (!fault) return
      process.exitCode = exits.failed
      const where = fault.seq === null ? '' : ` at entry ${fault.seq}`
      complain(`The ledger is broken${where}: ${fault.subject}: ${fault.why}.`)
    }),
})

export const ledgerCheckpoint = defineCommand({
  meta: { name: 'checkpoint', description: 'Sign the record as it stands' },
  args: { json },
  run: ({ args }) =>
    onDesk(args.json, async (desk) => {
      const checkpoint = await checkpointFromTerminal(desk)
      if (args.json) return void say(JSON.stringify(checkpoint))
      if (!checkpoint) return void say('There is nothing to sign: the ledger is empty.')
      const { size, at, root, key } = checkpoint
      say(`Signed: ${size} entries, ${at}, root ${root}, key ${key}.`)
    }),
})
