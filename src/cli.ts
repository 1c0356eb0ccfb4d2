import { createWriteStream } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { defineCommand, runMain } from 'citty'
import { readConfig } from './config.ts'
import type { Incoming } from './desk/incoming.ts'
import { verifyLedger } from './desk/ledger.ts'
import { type Desk, openDesk } from './desk/open.ts'
import { exportFromTerminal, importFromTerminal, readAlone, why } from './desk/terminal.ts'

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const complain = (line: string): boolean => process.stderr.write(`${line}\n`)

/** A file, standard input, or an address; the extension says of a file whether it is a page. */
async function given(source: string): Promise<Incoming> {
  if (/^https?:\/\//i.test(source)) return { address: source }
  const bytes = source === '-' ? await buffer(process.stdin) : await readFile(source)
  return { bytes, contentType: /\.x?html?$/i.test(source) ? 'text/html' : null }
}

// Whoever reads our output, such as `head`, may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** Carries out a command; what goes wrong is said in words, and without a stack. */
async function carryOut(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.exitCode = 1
    complain(why(error))
  }
}

/** Opens the desk for one command, and closes it whatever happens. */
const onDesk = (work: (desk: Desk) => Promise<void>): Promise<void> =>
  carryOut(async () => {
    const config = readConfig()
    const desk = await openDesk(config.database, config)
    try {
      await work(desk)
    } finally {
      await desk.close()
    }
  })

const SOURCE = 'a text or HTML file, an address, or - for standard input'

const json = { type: 'boolean', description: 'print JSON', default: false } as const

const articleRead = defineCommand({
  meta: { name: 'read', description: 'Print what would be stored of an article; store nothing' },
  args: { source: { type: 'positional', description: SOURCE, valueHint: 'FILE|URL|-' }, json },
  run: ({ args }) =>
    carryOut(async () => {
      const { fetchLoopback } = readConfig()
      const source = await given(args.source ?? '-')
      const { titleProposed, ...reading } = await readAlone(source, fetchLoopback)
      if (args.json) return void say(JSON.stringify({ ...reading, titleProposed }, null, 2))
      const unknown = 'unknown'
      say(`title     ${reading.title ?? unknown}${titleProposed ? ' (proposed)' : ''}`)
      say(`outlet    ${reading.outlet ?? unknown}`)
      say(`byline    ${reading.byline ?? unknown}`)
      say(`date      ${reading.date ?? unknown}`)
      say(`language  ${reading.language ?? unknown}`)
      if (reading.url) say(`address   ${reading.url}`)
      for (const { number, text } of reading.sentences) {
        say(`${String(number).padStart(4)}  ${text}`)
      }
    }),
})

const OUTCOMES = {
  imported: 'imported',
  known: 'on the desk already',
  renewed: 'a new version of',
}

const articleImport = defineCommand({
  meta: { name: 'import', description: 'Keep articles from files and addresses' },
  args: { sources: { type: 'positional', description: SOURCE, valueHint: 'FILE|URL|-' }, json },
  async run({ args }) {
    await onDesk(async (desk) => {
      for (const file of args._) {
        try {
          const { id, outcome, title } = await importFromTerminal(desk, await given(file))
          const isNew = outcome === 'imported'
          if (args.json) say(JSON.stringify({ file, id, isNew, outcome, title }))
          else say(`${OUTCOMES[outcome]}  ${title ?? ''}  /articles/${id}`)
        } catch (error) {
          process.exitCode = 1
          if (args.json) say(JSON.stringify({ file, error: why(error) }))
          complain(`${file}: ${why(error)}`)
        }
      }
    })
  },
})

const exportVerdictsCommand = defineCommand({
  meta: { name: 'verdicts', description: 'Write every public verdict as JSON' },
  args: {
    out: { type: 'string', description: 'a file; standard output without', valueHint: 'FILE' },
  },
  async run({ args: { out } }) {
    await onDesk(async (desk) => {
      const document = await exportFromTerminal(desk)
      if (!out) return pipeline(document, process.stdout, { end: false })
      // The file is there whole, or as it was before.
      const partial = `${out}.${process.pid}.part`
      await pipeline(document, createWriteStream(partial))
      await rename(partial, out)
    })
  },
})

const ledgerVerify = defineCommand({
  meta: { name: 'verify', description: 'Prove that the record is whole and unaltered' },
  args: { json },
  async run({ args }) {
    await onDesk(async (desk) => {
      const onTerminal = process.stderr.isTTY && !args.json
      const report = await verifyLedger(desk, (done) => {
        if (onTerminal) process.stderr.write(`\r${done} entries read`)
      })
      if (onTerminal) complain('')
      if (report.fault) process.exitCode = 1
      if (args.json) return void say(JSON.stringify(report))
      const { entries, subjects, fault } = report
      if (!fault)
        return void say(`The ledger is whole: ${entries} entries on ${subjects} subjects.`)
      const where = fault.seq === null ? '' : ` at entry ${fault.seq}`
      complain(`The ledger is broken${where}: ${fault.subject}: ${fault.why}.`)
    })
  },
})

const main = defineCommand({
  meta: { name: 'riscontro', description: 'The desk, from a terminal' },
  subCommands: {
    article: defineCommand({
      meta: { name: 'article', description: 'Articles: import, read' },
      subCommands: { import: articleImport, read: articleRead },
    }),
    export: defineCommand({
      meta: { name: 'export', description: 'What the public was told' },
      subCommands: { verdicts: exportVerdictsCommand },
    }),
    ledger: defineCommand({
      meta: { name: 'ledger', description: 'The record of every decision' },
      subCommands: { verify: ledgerVerify },
    }),
  },
})

await runMain(main)
