import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstScale } from '../../../src/domain/first-scale.ts'
import { suggestRating } from '../../../src/domain/label-suggestion.ts'
import { lookAtTable } from '../../../src/interchange/reading/columns.ts'
import { decoded } from '../../../src/interchange/reading/decoded.ts'
import { inChunks, readIn, recordsIn, refusedIn } from '../../support/reading.ts'
import { hasXfact } from '../../support/xfact.ts'

const file = join(import.meta.dirname, '../../../../shared/data/xfact-it/claims.tsv')

describe.skipIf(!hasXfact)('the Italian claims of X-Fact', () => {
  it('are all read by what was guessed: labels, dates in both forms, links where there are any', async () => {
    const bytes = readFileSync(file)
    const { columns } = await lookAtTable(decoded(inChunks(bytes, 65_536)), {
      publisher: null,
      language: null,
    })
    expect(columns).toMatchObject({ delimiter: '\t', isQuoted: false, hasHead: true })
    const named = columns.names.flatMap((name, i) =>
      columns.fields[i] ? [[name, columns.fields[i]]] : [],
    )
    expect(Object.fromEntries(named)).toEqual({
      language: 'language',
      site: 'publisher',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`link_${i}`, 'link'])),
      claimDate: 'claimedOn',
      reviewDate: 'reviewedOn',
      claimant: 'claimant',
      claim: 'statement',
      label: 'label',
    })
    const records = await recordsIn(bytes, { format: 'table', columns }, {}, 65_536)
    const rulings = readIn(records)
    expect(refusedIn(records)).toEqual([])
    expect(rulings).toHaveLength(1418)
    expect(new Set(rulings.map(({ key }) => key)).size).toBe(1418)

    const publishers = Map.groupBy(rulings, ({ publisher }) => publisher)
    expect(publishers.get('pagellapolitica.it')).toHaveLength(1258)
    expect(publishers.get('agi.it')).toHaveLength(160)
    expect(new Set(rulings.map(({ label }) => suggestRating(label, firstScale)?.rating))).toEqual(
      new Set(['true', 'mixed', 'false']),
    )

    const rows = bytes
      .toString('utf8')
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split('\t'))
    for (const [i, ruling] of rulings.entries()) {
      const row = rows[i] ?? []
      const written = row.slice(7, 12).filter((link) => link.startsWith('http'))
      expect(ruling.links).toEqual([...new Set(written)])
      expect(ruling.claimedOn === null).toBe(row[12] === 'none')
      // Midnight in Rome, as summer and winter have it, is the day after in UTC’s words.
      const [date = '', time = ''] = (row[12] ?? '').split('T')
      const next = new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000)
      const isEve = time === '22:00:00Z' || time === '23:00:00Z'
      if (isEve) expect(ruling.claimedOn).toBe(next.toISOString().slice(0, 10))
      if (time === '00:00:00Z') expect(ruling.claimedOn).toBe(date)
    }
  })
})
