import { startsSentences } from '../abbreviations.ts'
import type { Grammar } from './grammar.ts'
import type { Around } from './sentence.ts'
import { englishHeads, mediaNames } from './speakers.ts'
import { wordsIn } from './tokens.ts'

const prepositions =
  wordsIn(`of to in on at by for from with about against between into over under after before during
  without within through towards toward near than like via per including despite because`)

/** Verbs that say, whatever follows. */
export const saying =
  wordsIn(`said says say told tells added adds claimed announced reported wrote writes tweeted warned
  warns insisted insists argued argues confirmed confirms revealed alleged alleges explained explains
  acknowledged acknowledges admitted admits stressed believes maintains maintained asserted asserts declared
  declares testified disclosed predicted predicts concluded estimated recalled replied responded boasted
  vowed contended suggested noted stated posted`)

/** The same words can be nouns, or mean something else: only before a clause or a quotation. */
export const clausal = wordsIn(
  'claims claim reports report estimates estimate states notes posted suggests suggest predict argue warn insist believe',
)

const between =
  wordsIn(`has have had also later then earlier repeatedly reportedly previously recently still already
  publicly privately since again initially subsequently now today yesterday`)

const denies = wordsIn('not never if whether when unless nobody no what')

const stop = wordsIn(
  [...prepositions].join(' '),
  [...saying].filter((word) => !/^(?:report|estimate|claim)/.test(word)).join(' '),
  `claimed reported estimated and or but that which who whom whose this these those it he she they we you i his
  her its their our my is are was were be been being has have had do does did will would can could may might
  must should shall not never as if when while where because so than then there here also yesterday today
  tomorrow monday tuesday wednesday thursday friday saturday sunday according citing quoting quoted cited
  speaking still already later earlier however meanwhile what why how the a an all each every any no both
  said called asked`,
)

/** Participles and adverbs that stand before no noun of those who say things. */
const noLead = /(?:ly|ing)$/

const grammar: Grammar = {
  articles: wordsIn('the a an'),
  before: wordsIn(
    `some several many two three four five multiple other various most unnamed anonymous`,
  ),
  heads: englishHeads,
  media: mediaNames,
  headLast: true,
  of: wordsIn('of'),
  at: wordsIn('for at in by from on'),
  mute: wordsIn(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december constitution treaty convention act bible koran god christmas
    easter plan law`),
  begins: (word) =>
    startsSentences(word, 'en') ||
    /^(?:\p{L}+ly|He|She|They|Earlier|Later|Yesterday|Today|Then|Now|Still|Nobody|Somebody|Someone|Everyone|Who|Yes|Perhaps|Instead|Asked|Speaking|Writing|Once|Here|Please)$/u.test(
      word,
    ),
  stop,
  leads: (low) => !stop.has(low) && !noLead.test(low) && /^[\p{L}\p{N}]/u.test(low),
  follows: () => false,
  nearness: new Map([
    ['familiar', wordsIn('with')],
    ['close', wordsIn('to')],
    ['briefed', wordsIn('on')],
    ['with', wordsIn('knowledge direct')],
    ['involved', wordsIn('in')],
  ]),
}

const around: Around = {
  between,
  denies,
  prepositions,
  and: wordsIn('and'),
  who: wordsIn('who which'),
}

/** What is known of English. */
export const english = { grammar, around }
