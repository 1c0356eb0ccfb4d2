import { describe, expect, it } from 'vitest'
import { type Columns, columnFaults, columnsInput } from '../../../src/domain/columns.ts'
import { lookAtTable } from '../../../src/interchange/reading/columns.ts'
import { decoded } from '../../../src/interchange/reading/decoded.ts'
import { inChunks, readIn, recordsIn, refusedIn } from '../../support/reading.ts'

const nothing = { publisher: null, language: null }
const look = (source: string | Uint8Array) => lookAtTable(decoded(inChunks(source)), nothing)
const read = async (source: string | Uint8Array, change: Partial<Columns> = {}) => {
  const { columns } = await look(source)
  return recordsIn(source, { format: 'table', columns: { ...columns, ...change } })
}

describe('a table of rulings', () => {
  it('is parted, named and dated by looking at it', async () => {
    const { columns, rows } = await look(
      'ID;Dichiarazione;Autore;Giudizio;Data;Link;Fonte 1;Fonte 2;Note\n' +
        '7;"Il ponte; è chiuso";Anna Moretti;Falso;27/10/2018;https://a.example/7;https://b.example;;x\n',
    )
    expect(columns).toEqual({
      delimiter: ';',
      isQuoted: true,
      hasHead: true,
      names: [
        'ID',
        'Dichiarazione',
        'Autore',
        'Giudizio',
        'Data',
        'Link',
        'Fonte 1',
        'Fonte 2',
        'Note',
      ],
      fields: ['key', 'statement', 'claimant', 'label', 'reviewedOn', 'url', 'link', 'link', null],
      dayFirst: true,
      ...nothing,
    })
    expect(rows[0]?.[1]).toBe('Il ponte; è chiuso')
    expect(columnsInput.parse(JSON.parse(JSON.stringify(columns)))).toEqual(columns)
    expect(columnFaults(columns)).toEqual([])
  })

  it('is read in English, from latin-1, with a key of its own', async () => {
    const source =
      'key,claim,speaker,verdict,claim_date,url\nk1,Perché è così,Anna,True,2018-10-27,https://a.example/1\n'
    expect(readIn(await read(Buffer.from(source, 'latin1')))).toMatchObject([
      {
        key: 'k1',
        publisher: 'a.example',
        statement: 'Perché è così',
        claimant: 'Anna',
        claimedOn: '2018-10-27',
        original:
          '{"key":"k1","claim":"Perché è così","speaker":"Anna","verdict":"True","claim_date":"2018-10-27","url":"https://a.example/1"}',
      },
    ])
  })

  it('tells its columns by what is in them where they have no names', async () => {
    const source = [1, 2, 3, 4, 5, 6]
      .map(
        (i) =>
          `Una frase lunga abbastanza da sembrare detta, ${i}\t${i % 2 ? 'vero' : 'falso'}\thttps://a.example/${i}\t1${i}/10/2018`,
      )
      .join('\n')
    const { columns } = await look(source)
    expect(columns).toMatchObject({
      hasHead: false,
      names: ['1', '2', '3', '4'],
      fields: ['statement', 'label', 'url', 'reviewedOn'],
    })
    expect(readIn(await read(source))).toHaveLength(6)
  })

  it('has quotes that are letters where fields are parted by tabs', async () => {
    const source =
      'claim\tlabel\tsite\n"Chiuso", dice lei\tfalso\ta.example\n"Aperto"\tvero\ta.example\n'
    const rulings = readIn(await read(source))
    expect(rulings.map(({ statement }) => statement)).toEqual(['"Chiuso", dice lei', '"Aperto"'])
  })

  it('loses one row for a quote that nobody closed', async () => {
    const source = `claim,label,site\n"Prima, dice",vero,a.example\n"Chiuso,vero,a.example\n"Dopo, dice",vero,a.example\nUltima,vero,a.example\n`
    const records = await read(source)
    expect(readIn(records).map(({ statement }) => statement)).toContain('Ultima')
    expect(readIn(records).length).toBeGreaterThanOrEqual(3)
  })

  it('refuses rows with another number of fields, by their line', async () => {
    const records = await read(
      'claim,label,site\n"due\nrighe",vero,a.example\nuna,vero\nuna,vero,a.example,altro\nuna,vero,a.example,,\n',
    )
    expect(refusedIn(records)).toEqual(['columns', 'columns'])
    expect(records.map(({ line }) => line)).toEqual([2, 4, 5, 6])
  })

  it('takes none, null and n/a for nothing, and several addresses from one cell', async () => {
    const [record] = await read(
      'claim,label,site,claimant,claimDate,sources\nuna,vero,a.example,none,none,"https://b.example/1 https://b.example/2;https://b.example/3, x"\n',
    )
    expect(record).toMatchObject({
      read: {
        claimant: null,
        claimedOn: null,
        links: [1, 2, 3].map((i) => `https://b.example/${i}`),
      },
    })
  })

  it('reads a text that a spreadsheet was kept from taking for a formula', async () => {
    const [ruling] = readIn(await read("claim,label,site\n'=1+1 fa tre,falso,a.example\n"))
    expect(ruling?.statement).toBe('=1+1 fa tre')
  })

  it('notes dates that could be another day only where no other shows their order', async () => {
    const rows = (date: string) =>
      `claim,label,site,date,lingua\nuna,vero,a.example,${date},it\ndue,vero,a.example,03/04/2018,it\n`
    const noted = async (date: string) =>
      (await read(rows(date))).flatMap((one) => ('notes' in one ? one.notes : []))
    expect(await noted('27/10/2018')).toEqual([])
    expect(await noted('04/03/2018')).toHaveLength(2)
    const american = readIn(await read(rows('10/27/2018')))
    expect(american[1]?.reviewedOn).toBe('2018-03-04')
  })

  it('is corrected by a person, who is told what is missing or stands twice', async () => {
    const { columns } = await look('a,b,c\nuna,vero,tre\n')
    expect(columnFaults({ ...columns, fields: ['statement', 'statement', null] })).toEqual([
      { field: 'label', code: 'missing' },
      { field: 'statement', code: 'twice' },
    ])
    const fields: Columns['fields'] = ['statement', 'label', null]
    const records = await read('a,b,c\nuna,vero,tre\n', {
      fields,
      publisher: 'agi.it',
      language: 'it',
    })
    expect(readIn(records)).toMatchObject([{ publisher: 'agi.it', language: 'it', label: 'vero' }])
  })
})
