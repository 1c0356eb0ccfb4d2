import { describe, expect, it } from 'vitest'
import { readTable } from '../support/figures-table.ts'

describe('figures as papers write them', () => {
  it.each([
    ['it', 120],
    ['en', 80],
  ] as const)('are read right 97 times in 100 and more: %s', (language, fewest) => {
    const rows = readTable(language)
    expect(rows.length).toBeGreaterThanOrEqual(fewest)
    const wrong = rows.filter(({ right }) => !right)
    expect(wrong.length / rows.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.03)
  })
})
