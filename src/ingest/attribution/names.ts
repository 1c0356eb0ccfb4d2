import { wordsIn } from './tokens.ts'

/** Words that join a body to an office; a name after them is the body’s. */
const JOINS = wordsIn(
  `di del dello della dell dei degli delle al alla all agli per of the for at in from by`,
)

/** Bodies of one word, after which a person’s name may follow: degli Esteri Andrey Rudenko. */
const BODIES =
  wordsIn(`esteri interno interni difesa economia salute giustizia ambiente cultura istruzione lavoro
  trasporti cremlino pentagono quirinale viminale governo senato camera onu nato ue usa fmi regione comune
  pentagon kremlin treasury commerce defense defence justice consiglio stato`)

/** Offices that English writes with a capital before a name. */
const OFFICES =
  wordsIn(`mr mrs ms dr sir president prime minister deputy foreign defence defense interior finance
  mayor senator sen secretary general gen state governor gov chancellor vice king queen prince pope judge
  justice attorney chief professor prof representative rep congressman congresswoman ambassador captain
  colonel spokesman spokeswoman former acting`)

const bare = (word: string): string => word.toLowerCase().replace(/[.’']+$/, '')
const isName = (word: string | undefined): word is string =>
  word !== undefined && /^\p{Lu}[\p{L}’'-]*\.?$/u.test(word)

/** The name of a person after their office, where the two can be told apart; else all of it. */
export function nameIn(link: string): string {
  const words = link.split(' ')
  let from = words.length
  while (isName(words[from - 1])) from -= 1
  const before = bare((words[from - 1] ?? '').replace(/^.*[’']/, ''))
  const elided = /[’']\p{Lu}/u.test(words[from - 1] ?? '') && !BODIES.has(before)
  const isBodys = from > 0 && (JOINS.has(before) || elided)
  const start = isBodys && BODIES.has(bare(words[from] ?? '')) ? from + 1 : from
  if (isBodys && start === from) return link
  let name = start
  while (OFFICES.has(bare(words[name] ?? ''))) name += 1
  const many = words.length - name
  const shortened = name > 0 && many >= 2 && many <= 3
  return shortened ? words.slice(name).join(' ') : link
}

/** How far before a surname its first name may begin, and how often the surname is looked at. */
const NEAR = 60
const TIMES = 20

/** A surname alone by the whole name that stands further up, where one does. */
export function whole(name: string, above: string): string {
  if (!/^\p{Lu}[\p{L}’'-]+$/u.test(name)) return name
  let at = above.length
  for (let time = 0; time < TIMES && at > 0; time++) {
    at = above.lastIndexOf(` ${name}`, at - 1)
    if (at < 0) return name
    const first = firstNameBefore(above.slice(Math.max(0, at - NEAR), at))
    const isWord = !/[\p{L}\p{N}]/u.test(above.charAt(at + 1 + name.length))
    if (first && isWord) return `${first} ${name}`
  }
  return name
}

function firstNameBefore(text: string): string | null {
  const words = text.split(/\s/)
  const first = words.at(-1)
  const isFirst = isName(first) && !first.endsWith('.') && !OFFICES.has(bare(first))
  return isFirst && !JOINS.has(bare(words.at(-2) ?? '')) ? first : null
}
