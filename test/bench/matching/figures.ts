/** How many expressions of the tables are read right, and which are not. */
import { readTable } from '../../support/figures-table.ts'

for (const language of ['it', 'en'] as const) {
  const rows = readTable(language)
  const wrong = rows.filter(({ right }) => !right)
  const share = (100 * (rows.length - wrong.length)) / rows.length
  console.log(
    `figures ${language}: ${rows.length - wrong.length} of ${rows.length} right (${share.toFixed(1)} %)`,
  )
  for (const { text, expected, read } of wrong) {
    console.log(`  wrong: ${text}\n    expected ${expected}\n    read     ${read}`)
  }
}
