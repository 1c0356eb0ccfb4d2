import { once } from 'node:events'
import { defineCommand } from 'citty'
import { archived } from '../desk/backup/archive.ts'
import { type BackupProgress, backUp } from '../desk/backup/backup.ts'
import type { Desk } from '../desk/open.ts'
import { json, onDesk, progress, say, stoppable } from './output.ts'

const told: BackupProgress = (step, done, total) => {
  if (step === 'files') progress(`${done} files copied`)
  else progress(`the database: ${Math.floor((100 * done) / Math.max(total ?? 1, 1))} %`)
}

/** Writes the archive to standard output, as fast as its reader takes it. */
async function pipe(desk: Desk, signal: AbortSignal): Promise<void> {
  for await (const bytes of archived(desk, { progress: told, signal })) {
    signal.throwIfAborted()
    if (!process.stdout.write(bytes)) await once(process.stdout, 'drain', { signal })
  }
}

export const backup = defineCommand({
  meta: {
    name: 'backup',
    description: 'Copy the desk while it runs, and see that the copy is whole',
  },
  args: {
    out: {
      type: 'string',
      description: 'a folder to make; a file .db for the database alone; - writes a tar archive',
      valueHint: 'FOLDER|FILE.db|-',
      required: true,
    },
    json: { ...json, description: 'say as JSON what was copied; with -, what went wrong' },
  },
  run: ({ args: { out, json } }) =>
    onDesk(json, (desk) =>
      stoppable(async ({ signal }) => {
        if (out === '-') return pipe(desk, signal).finally(() => progress(null))
        const made = await backUp(desk, out, { signal, ...(!json && { progress: told }) })
        progress(null)
        const { files, bytes } = made
        if (json) say(JSON.stringify(made))
        else say(`${out} is whole: ${bytes} bytes, with ${files} files.`)
      }),
    ),
})
