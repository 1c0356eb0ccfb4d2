import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { chromiumPath, inBrowser, launchChromium } from './chromium.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from './postgres.ts'

describe.skipIf(postgresMissing)(onPostgres('the test support'), () => {
  test('each test gets a database of its own, empty or copied from another', async () => {
    const first = await freshPostgresDatabase()
    const client = new pg.Client({ connectionString: first.url })
    await client.connect()
    await client.query('CREATE TABLE word (word text)')
    await client.query(`INSERT INTO word VALUES ('claim')`)
    await client.end()

    const copy = await freshPostgresDatabase(first.name)
    const reader = new pg.Client({ connectionString: copy.url })
    await reader.connect()
    expect((await reader.query('SELECT word FROM word')).rows).toEqual([{ word: 'claim' }])
    await reader.end()

    await copy.drop()
    await first.drop()
    const late = new pg.Client({ connectionString: first.url })
    await expect(late.connect()).rejects.toThrow('does not exist')
  })
})

describe.skipIf(!chromiumPath)(inBrowser('the test support'), () => {
  test('a page opens and shows its text', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      await page.goto('data:text/html,<h1>Riscontro</h1>')
      expect(await page.textContent('h1')).toBe('Riscontro')
    } finally {
      await browser.close()
    }
  })
})
