import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { claimantKinds } from '../../src/domain/appearance.ts'
import { asideReasons } from '../../src/domain/aside.ts'
import { claimKinds, setAsideReasons } from '../../src/domain/claim.ts'
import { columnFields } from '../../src/domain/columns.ts'
import { replies, ways } from '../../src/domain/contact.ts'
import { lookStates } from '../../src/domain/coverage.ts'
import {
  evidenceKinds,
  interests,
  ranks,
  stances,
  visibilities,
} from '../../src/domain/evidence.ts'
import { importFormats, importStatuses } from '../../src/domain/import.ts'
import { labelMeanings } from '../../src/domain/label.ts'
import { kinds } from '../../src/domain/ledger.ts'
import { relations } from '../../src/domain/link.ts'
import { roles } from '../../src/domain/member.ts'
import { shapes, tones } from '../../src/domain/rating.ts'
import { fieldCodes, refusalCodes } from '../../src/domain/refusal.ts'
import { restorable } from '../../src/domain/restoring.ts'
import { unreadCodes } from '../../src/domain/ruling-record.ts'
import { outcomes } from '../../src/domain/search-record.ts'
import { moves, stages } from '../../src/domain/stage.ts'
import { statuses, steps } from '../../src/domain/status.ts'
import { decisionKinds, story } from '../../src/domain/story.ts'
import { correctionKinds, reasons } from '../../src/domain/verdict.ts'
import en from '../../views/messages/en.json' with { type: 'json' }
import it from '../../views/messages/it.json' with { type: 'json' }

const english: Record<string, string> = en
const italian: Record<string, string> = it
const keys = Object.keys(english)

/** Every file under a folder whose name ends so. */
const files = (folder: string, end: string): string[] =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(new URL(`../../${folder}/${name}`, import.meta.url), 'utf8'))

type Node = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names of what a message is given, in all its branches. */
function names(nodes: Node[]): string[] {
  return nodes.flatMap((node) => {
    const own = 'value' in node && node.type !== 0 ? [node.value] : []
    const branches =
      'options' in node ? Object.values(node.options).flatMap(({ value }) => names(value)) : []
    return [...own, ...branches]
  })
}

const given = (message: string, language: string): string[] =>
  [...new Set(names(new IntlMessageFormat(message, language).getAst()))].sort()

describe('the messages', () => {
  test('are the same ones in both languages, in the same order', () => {
    expect(keys.length).toBeGreaterThan(200)
    expect(Object.keys(italian)).toEqual(keys)
  })

  test.each(keys)('%s is given the same values in both languages', (key) => {
    expect(given(italian[key] ?? '', 'it')).toEqual(given(english[key] ?? '', 'en'))
  })

  test('have typographic apostrophes: a straight one is a quotation mark to ICU', () => {
    const straight = keys.filter((key) => `${english[key]}${italian[key]}`.includes("'"))
    expect(straight).toEqual([])
  })

  test('are not empty, and begin and end without white space', () => {
    const odd = keys.filter((key) =>
      [english[key], italian[key]].some((text) => !text || text !== text.trim()),
    )
    expect(odd).toEqual([])
  })

  const vocabularies: Record<string, readonly string[]> = {
    refusal: refusalCodes,
    field: fieldCodes,
    stage: stages,
    move: Object.keys(moves),
    status: statuses,
    kind: claimKinds,
    claimant: claimantKinds,
    stance: stances,
    shape: shapes,
    tone: tones,
    evidence_kind: evidenceKinds,
    interest: interests,
    rank: ranks,
    visibility: visibilities,
    outcome: outcomes,
    way: ways,
    reply: replies,
    set_aside_reason: setAsideReasons,
    aside_reason: asideReasons,
    look: lookStates,
    reason: reasons,
    correction_kind: correctionKinds,
    relation: relations,
    told_kind: kinds,
    import_status: importStatuses,
    import_format: importFormats,
    label_meaning: labelMeanings,
    column: columnFields,
    unread: [...unreadCodes, 'twice', 'not_fetched'],
    told_decision: decisionKinds,
    role: [...roles, 'admin'],
    role_hint: [...roles, 'admin'],
  }

  test.each(Object.entries(vocabularies))('name every %s of the domain', (area, words) => {
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter((word) => !keys.includes(`${area}.${word}`))).toEqual([])
  })

  test('tell every decision that the domain records', () => {
    const recorded = files('src/domain', '.ts').flatMap((text) =>
      [...text.matchAll(/record\(\s*'(\w+)',\s*'(\w+)'/g)].map(
        ([, kind, verb]) => `${kind}.${verb}`,
      ),
    )
    const told = [
      ...recorded,
      ...Object.keys(moves).map((move) => `claim.${move}`),
      ...Object.keys(steps).map((step) => `verdict.${step}`),
      ...['amend', 'rank', 'deprecate'].map((verb) => `evidence.${verb}`),
      ...Object.keys(restorable).map((kind) => `${kind}.restore`),
    ]
    expect(recorded.length).toBeGreaterThan(20)
    expect(told.filter((one) => !keys.includes(`verb.${one}`))).toEqual([])
  })

  test('name every field that a history tells', () => {
    const nameless = kinds.flatMap((kind) =>
      Object.keys(story[kind])
        .filter((field) => !keys.includes(`told_field.${kind}_${field}`))
        .filter((field) => !keys.includes(`told_field.${field}`))
        .map((field) => `${kind}.${field}`),
    )
    expect(nameless).toEqual([])
  })

  test('are all used: by name, or by the part before a value', () => {
    const sources = [...files('views', '.ts'), ...files('src/web', '.ts')].join('\n')
    const beginnings = [...sources.matchAll(/`([a-zA-Z_]+\.[a-zA-Z_.]*)\$\{/g)].map(
      ([, way]) => way ?? '',
    )
    // The domain's words, and what is said after an act, are all there, shown by now or not.
    const ways = ['notice.', ...beginnings, ...Object.keys(vocabularies).map((area) => `${area}.`)]
    const unused = keys.filter(
      (key) => !sources.includes(`'${key}'`) && !ways.some((way) => key.startsWith(way)),
    )
    expect(unused).toEqual([])
  })
})
