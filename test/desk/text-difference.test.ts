import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedDifference, textDifference } from '../../src/desk/text-difference.ts'
import { wordDifference } from '../../src/desk/word-difference.ts'

const told = (before: string, after: string) =>
  textDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind[0]} ${text.trim()}]`))
    .join('')

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(told('Il ponte costa due milioni.', 'Il ponte costa tre milioni.')).toMatch(
      /^Il ponte costa ?\[r due\]\[a tre\] milioni\.$/,
    )
  })

  it('is looked for in the paragraphs that changed', () => {
    const before = 'Primo.\n\nIl ponte è aperto.\n\nUltimo.'
    const after = 'Primo.\n\nNuovo.\n\nIl ponte è chiuso.\n\nUltimo.'
    const runs = textDifference(before, after)
    expect(runs.at(0)).toMatchObject({ kind: 'same', text: expect.stringContaining('Primo.') })
    expect(runs.at(-1)).toMatchObject({ kind: 'same', text: expect.stringContaining('Ultimo.') })
    expect(told(before, after)).toContain('[a Nuovo')
    expect(told(before, after)).toMatch(/\[r aperto\]\[a chiuso\]/)
  })

  it('gives back either text, white space aside, whatever the two are', () => {
    const word = fc.constantFrom('ponte', 'riapre', '«due»', 'milioni,', 'È', '\n\n', '\n', ' ')
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))
    const plain = (some: string) => some.replace(/\s+/g, '')
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const runs of [textDifference(before, after), wordDifference(before, after)]) {
          const without = (kind: string) =>
            plain(runs.flatMap((run) => (run.kind === kind ? [] : run.text)).join(''))
          expect(without('removed')).toBe(plain(after))
          expect(without('added')).toBe(plain(before))
        }
      }),
    )
  })

  it('leaves out what is long and the same, but for what stands next to a change', () => {
    const long = (word: string) => Array.from({ length: 200 }, (_, i) => `${word}${i}`).join(' ')
    const before = `${long('a')} uno ${long('b')} due ${long('c')}`
    const runs = foldedDifference(textDifference(before, before.replace(' uno ', ' tre ')))
    expect(runs.map(({ kind }) => kind)).toEqual([
      'left_out',
      'same',
      'removed',
      'added',
      'same',
      'left_out',
    ])
    const shown = runs.flatMap((run) => (run.kind === 'left_out' ? [] : run.text)).join('')
    expect(shown.length).toBeLessThan(500)
    expect(runs.at(0)).toEqual({ kind: 'left_out', words: 177 })
    expect(foldedDifference(textDifference(before, before))).toEqual([
      { kind: 'left_out', words: 602 },
    ])
  })

  it('of two long texts with nothing in common takes no longer than a page may', () => {
    const text = (word: string) =>
      Array.from({ length: 40_000 }, (_, i) => `${word}${i}${i % 30 ? '' : '.\n\n'}`).join(' ')
    const from = performance.now()
    textDifference(text('a'), text('b'))
    expect(performance.now() - from).toBeLessThan(3000)
  })
})
