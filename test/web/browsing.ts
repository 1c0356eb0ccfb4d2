import type { Member } from '../../src/domain/member.ts'
import { type Fields, type Web, wordsOf } from '../support/web.ts'

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" }
const plain = (text: string): string =>
  text.replace(/&(quot|amp|lt|gt|#39);/g, (whole, name: string) => entities[name] ?? whole)

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)
  return found ? plain(found[1] ?? '') : null
}

/** The markup of the first form on a page that is sent there so, without its closing tag. */
export function formTag(html: string, action: string, method = 'post'): string {
  const forms = html.match(/<form [\s\S]*?<\/form>/g) ?? []
  const sent = forms.filter((form) => attribute(form, 'method') === method)
  const found = sent.find((form) => attribute(form, 'action') === action)
  if (!found) throw new Error(`no form is sent to ${action}`)
  return found
}

/** What a form would send if nobody touched it. */
export function formOf(
  html: string,
  action: string,
  method = 'post',
): Record<string, string | string[]> {
  const form = formTag(html, action, method)
  const sent: Record<string, string | string[]> = {}
  const put = (name: string | null, value: string) => {
    if (!name) return
    const there = sent[name]
    sent[name] = there === undefined ? value : [there, value].flat()
  }
  for (const tag of form.match(/<input [^>]*>/g) ?? []) {
    const type = attribute(tag, 'type')
    if (type === 'file' || (/radio|checkbox/.test(type ?? '') && !tag.includes(' checked')))
      continue
    put(attribute(tag, 'name'), attribute(tag, 'value') ?? '')
  }
  for (const [tag, text] of form.matchAll(/<textarea [^>]*>\n?([\s\S]*?)<\/textarea>/g)) {
    put(attribute(tag, 'name'), plain(text ?? ''))
  }
  for (const [tag] of form.matchAll(/<select [\s\S]*?<\/select>/g)) {
    const chosen =
      /<option value="([^"]*)" selected/.exec(tag) ?? /<option value="([^"]*)"/.exec(tag)
    put(attribute(tag, 'name'), plain(chosen?.[1] ?? ''))
  }
  return sent
}

/** A person's browser without script: pages, and forms filled in as they stand on them. */
export function browsing(web: Web) {
  async function read(by: Member | null, path: string): Promise<string> {
    const answer = await web.get(by, path)
    const html = await answer.text()
    if (answer.status === 200) return html
    throw new Error(`GET ${path}: ${answer.status} ${wordsOf(html).slice(0, 300)}`)
  }

  /** Sends a form of a page with some fields filled in. @returns where it leads */
  async function send(by: Member, page: string, action: string, fields: Fields = {}) {
    const answer = await web.post(by, action, {
      ...formOf(await read(by, page), action),
      ...fields,
    })
    if (answer.status === 303) return answer.headers.get('location') ?? ''
    throw new Error(
      `POST ${action}: ${answer.status} ${wordsOf(await answer.text()).slice(0, 600)}`,
    )
  }

  return { read, send }
}

export const idIn = (address: string): string => /[\da-f-]{36}/.exec(address)?.[0] ?? ''
