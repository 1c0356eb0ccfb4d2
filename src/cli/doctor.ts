import { defineCommand } from 'citty'
import { examine, type Fault, type Orphan } from '../desk/doctor.ts'
import { complain, exits, json, onDesk, progress, say } from './output.ts'

export const doctor = defineCommand({
  meta: { name: 'doctor', description: 'See whether everything kept is there, and whole' },
  args: {
    'remove-orphans': {
      type: 'boolean',
      description: 'take away files of no snapshot, older than an hour and the last decision',
      default: false,
    },
    rebuild: {
      type: 'boolean',
      description: 'make anew what claims are listed, counted and found by, from what they are',
      default: false,
    },
    json,
  },
  run: ({ args: { json, rebuild, 'remove-orphans': removeOrphans } }) =>
    onDesk(json, async (desk) => {
      const faults: Fault[] = []
      const orphans: Orphan[] = []
      const told = (done: number) => {
        if (!json) progress(`${done} snapshots and files looked at`)
      }
      const found = examine(desk, { removeOrphans, rebuild, progress: told })
      let next = await found.next()
      for (; !next.done; next = await found.next()) {
        progress(null)
        if ('fault' in next.value) {
          const { fault } = next.value
          complain(`${fault.subject}: ${fault.why}.`)
          if (json) faults.push(fault)
          process.exitCode = exits.failed
        } else {
          const { orphan } = next.value
          if (json) orphans.push(orphan)
          else say(`${orphan.removed ? 'removed' : 'orphan'}  ${orphan.path}  ${orphan.size} bytes`)
        }
      }
      progress(null)
      const { snapshots, files, uncited } = next.value
      if (json) return void say(JSON.stringify({ snapshots, files, uncited, faults, orphans }))
      if (await desk.store.words.isBehind()) {
        complain('Searches do not find everything yet: the desk sees to it while it is open.')
      }
      if (process.exitCode === exits.failed) return
      say(
        `Everything is there: ${snapshots} snapshots (${uncited} cited by nothing), ${files} files.`,
      )
    }),
})
