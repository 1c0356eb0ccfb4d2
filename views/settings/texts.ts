import { type Desk, type DeskText, deskTexts, MAX_TEXT } from '../../src/domain/desk.ts'
import { comparing, long } from '../conflict/fields.ts'
import type { Merging } from '../conflict/merged.ts'
import { conflictPage } from '../conflict/page.ts'
import type { Frame, Typed } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import type { Language } from '../messages.ts'
import {
  alert,
  type Fields,
  heading,
  langOf,
  longText,
  note,
  number,
  postForm,
  type Refused,
  submit,
} from '../parts.ts'
import { givenText, type TextName, textFor } from '../texts/read.ts'

export type TextsProps = Refused & {
  desk: Desk
  /** Whether what is typed is shown as readers will see it. */
  previewed?: boolean
  problem?: string | null
}

const texts: [name: DeskText, text: TextName, lang: Language][] = [
  ['methodologyEn', 'methodology', 'en'],
  ['methodologyIt', 'methodology', 'it'],
  ['scaleEn', 'scale', 'en'],
  ['scaleIt', 'scale', 'it'],
]

/** What the desk says in public of how it works. For admins. */
export function textsPage(frame: Frame, props: TextsProps): Html {
  const { t } = frame
  const { desk, problem, typed, errors, previewed } = props
  const form = { id: 'texts', action: '/settings/texts', revision: desk.revision, guard: true }
  const shown = typed ? withTyped(desk, typed) : desk
  return page(
    frame,
    { title: t('texts.title') },
    html`
${heading({ title: t('texts.title'), lead: t('texts.lead'), back: { href: '/settings', label: t('settings.title') } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${postForm(
  frame,
  { ...form, typed, errors, class: 'texts-form' },
  (fields) => html`
${note(t('texts.empty', { max: number(frame, MAX_TEXT) }))}
${texts.map(([name, , lang]) => area(frame, fields, desk, name, lang))}
<div class="actions">${submit(t('form.save'), { tone: 'primary' })}${submit(t('texts.preview'), { name: 'do', value: 'preview' })}${submit(t('texts.begin'), { tone: 'quiet', name: 'do', value: 'begin' })}</div>`,
)}
<section class="texts-read" id="preview" aria-labelledby="preview-heading"><h2 id="preview-heading">${t(previewed ? 'texts.as_typed' : 'texts.as_read')}</h2>
${texts.map(([name, text, lang]) => asRead(frame, shown, { name, text, lang }, previewed))}</section>`,
  )
}

const area = ({ t }: Frame, fields: Fields, desk: Desk, name: DeskText, lang: Language): Html =>
  fields.area({ name, label: t(`texts.${name}`), value: desk[name], rows: 14, serif: true, lang })

/** One text as readers of one language see it. */
function asRead(
  frame: Frame,
  desk: Desk,
  { name, text, lang }: { name: DeskText; text: TextName; lang: Language },
  open = false,
): Html {
  const told = textFor(desk, text, lang)
  return html`<details class="text-read" id="read-${name}"${open ? html` open` : ''}><summary>${frame.t(`texts.${name}`)}</summary>
<div class="preview"${langOf(frame, told.lang)}>${longText(told.text)}</div></details>`
}

/** The desk as a form has it, whatever is wrong with that. */
const withTyped = (desk: Desk, typed: Typed): Desk => ({
  ...desk,
  ...Object.fromEntries(deskTexts.map((name) => [name, [typed[name] ?? ''].flat()[0] || null])),
})

/** What is typed, with the text that comes with the program wherever nothing is. */
export function begun(desk: Desk, typed: Typed): Typed {
  const filled = texts.flatMap(([name, text, lang]) =>
    [typed[name] ?? ''].flat().join('').trim() ? [] : [[name, givenText(desk, text, lang)]],
  )
  return { ...typed, ...Object.fromEntries(filled) }
}

/** The same the other way round: a text that is what comes with the program is none of the desk's own. */
export function ownTexts(desk: Desk, typed: Typed): Typed {
  const given = texts.filter(([name, text, lang]) => {
    const sent = [typed[name] ?? ''].flat().join('').replaceAll('\r\n', '\n').trim()
    return sent === givenText(desk, text, lang)
  })
  return { ...typed, ...Object.fromEntries(given.map(([name]) => [name, ''])) }
}

/** Two admins wrote at once. */
export function textsConflict(frame: Frame, desk: Desk, merging: Merging): Html {
  const field = comparing(frame, desk, merging)
  return conflictPage(frame, {
    title: frame.t('texts.title'),
    back: '/settings/texts',
    action: '/settings/texts',
    compare: merging.compare,
    hidden: { revision: String(desk.revision) },
    fields: deskTexts.map((name) => field(name, `texts.${name}`, long)),
  })
}
