import { expect, it } from 'vitest'
import { inTurns } from '../../src/desk/turns.ts'

it('whoever asks for very much waits for their own, and nobody else does', async () => {
  const turns = inTurns()
  const done: string[] = []
  const first = Promise.withResolvers<void>()
  const many = ['a1', 'a2', 'a3'].map((name, i) =>
    turns('anna', async () => {
      if (i === 0) await first.promise
      done.push(name)
    }),
  )
  await turns('bruno', async () => done.push('b'))
  expect(done).toEqual(['b'])
  first.resolve()
  await Promise.all(many)
  expect(done).toEqual(['b', 'a1', 'a2', 'a3'])
})

it('what fails holds up nothing that comes after it', async () => {
  const turns = inTurns()
  const failed = turns('anna', () => Promise.reject(new Error('broken')))
  const next = turns('anna', async () => 'done')
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
