import { describe, expect, it } from 'vitest'
import { addressOf } from '../../src/ingest/html/address.ts'
import { dayIn, dayInAddress } from '../../src/ingest/html/day.ts'
import { peopleIn, signedIn } from '../../src/ingest/html/people.ts'
import { readHtml } from '../../src/ingest/html.ts'
import { en, linked, paragraphs } from './html-words.ts'

describe('a day, as pages write it', () => {
  const days: [string, string | null, string | null][] = [
    ['2024-05-21T00:30:00+02:00', null, '2024-05-21'],
    ['2024-05-21T23:30:00-0700', null, '2024-05-21'],
    ['20240521', null, '2024-05-21'],
    ['20240521T103000Z', null, '2024-05-21'],
    ['2024/5/3 10:00', null, '2024-05-03'],
    ['1716300000', null, '2024-05-21'],
    ['1716300000000', null, '2024-05-21'],
    ['Tue, 21 May 2024 10:00:00 GMT', null, '2024-05-21'],
    ['Tue May 21 2024 10:00:00 GMT+0200', null, '2024-05-21'],
    ['May 21, 2024 8:00 AM', 'en', '2024-05-21'],
    ['martedì 21 maggio 2024', 'it', '2024-05-21'],
    ['21.05.2024, 18.03 Uhr', 'de', '2024-05-21'],
    ['3. März 2024', 'de', '2024-03-03'],
    ['Publié le 1er août 2024 à 10h', 'fr', '2024-08-01'],
    ['21 de mayo de 2024', 'es', '2024-05-21'],
    ['21 mei 2024', 'nl', '2024-05-21'],
    ['21 maja 2024', 'pl', '2024-05-21'],
    ['21 мая 2024', 'ru', '2024-05-21'],
    ['2024年5月21日', 'zh', '2024-05-21'],
    ['2024-02-31', null, null],
    ['05/06/2024', 'en', null],
    ['soon', null, null],
    ['', null, null],
  ]
  for (const [written, language, day] of days) {
    it(written || 'nothing', () => expect(dayIn(written, language)).toBe(day))
  }

  it('is found in addresses', () => {
    expect(dayInAddress('https://a.example/2024/05/21/bridge')).toBe('2024-05-21')
    expect(dayInAddress('https://a.example/bridge-20240521.html')).toBe('2024-05-21')
    expect(dayInAddress('https://a.example/bridge-99999999.html')).toBeNull()
    expect(dayInAddress(null)).toBeNull()
  })

  it('is that of local time where one form is in UTC, and none after today', () => {
    const html = `<head>${linked({ '@type': 'NewsArticle', headline: 'Bridge', datePublished: '2024-05-20T22:30:00Z' })}<meta property="article:published_time" content="2024-05-21T00:30:00+02:00"></head>${paragraphs(en)}`
    expect(readHtml(html).date).toBe('2024-05-21')
    expect(readHtml(html, { today: '2024-05-20' }).date).toBe('2024-05-21')
    expect(readHtml(html, { today: '2024-05-19' }).date).toBeNull()
  })
})

describe('the people who sign', () => {
  const people: [string[], string | null][] = [
    [['Carla Bonetti'], 'Carla Bonetti'],
    [['di Carla Bonetti e Ugo Testa'], 'Carla Bonetti, Ugo Testa'],
    [['By JANE ROE'], 'Jane Roe'],
    [['By Jane Roe, Tom Foe and Ann Poe'], 'Jane Roe, Tom Foe, Ann Poe'],
    [['Von Anna Becker, Berlin'], 'Anna Becker'],
    [['Par Claire Dubois (avec AFP)'], 'Claire Dubois'],
    [['Lucía Gómez', 'Lucía Gómez', 'Pablo Ruiz'], 'Lucía Gómez, Pablo Ruiz'],
    [['Bonetti, Carla'], 'Carla Bonetti'],
    [['Jane Roe, Political Correspondent'], 'Jane Roe'],
    [['Jane Roe | Reuters'], 'Jane Roe'],
    [['dal nostro inviato Ugo Testa'], 'Ugo Testa'],
    [['Anna Becker und Tim Krug'], 'Anna Becker, Tim Krug'],
    [['José Ortega y Gasset'], 'José Ortega y Gasset'],
    [['Luigi Di Maio'], 'Luigi Di Maio'],
    [['Di Maio'], 'Di Maio'],
    [['https://www.facebook.com/jane.roe', 'jane-roe', '@janeroe'], null],
    [['Redazione', 'Redazione Cronaca', 'Redazione ANSA'], null],
    [['Staff', 'Newsroom', 'admin', 'Online-Redaktion', 'La rédaction', 'dpa', 'Reuters'], null],
    [['River News', 'The River'], null],
    [['jane@river.example', '', '12', 'undefined'], null],
  ]
  for (const [written, names] of people) {
    it(written.join(' + '), () => expect(peopleIn(written, ['River News', 'River'])).toBe(names))
  }

  it('are found in a line that says so, and only there', () => {
    expect(signedIn(['Alte Brücke', 'Von Anna Becker'])).toBe('Anna Becker')
    expect(signedIn(['Von der Brücke blieb nichts', 'Di notte la città dorme'])).toBeNull()
  })
})

describe('the address of an article', () => {
  it('is the canonical one, without tracking, on the web and on the same site', () => {
    const fetched = 'https://m.tide.example/b?utm_source=x&id=7#top'
    expect(addressOf(['https://www.tide.example/bridge'], fetched)).toBe(
      'https://www.tide.example/bridge',
    )
    expect(addressOf(['/bridge'], fetched)).toBe('https://m.tide.example/bridge')
    for (const wrong of [
      'https://tide.example/',
      'javascript:alert(1)',
      'https://else.net/b',
      '',
    ]) {
      expect(addressOf([wrong], fetched)).toBe('https://m.tide.example/b?id=7')
    }
    expect(addressOf(['ftp://tide.example/b', 'file:///etc/passwd', 'bridge'], null)).toBeNull()
    expect(addressOf(['https://user:secret@tide.example/b'], null)).toBeNull()
  })
})
