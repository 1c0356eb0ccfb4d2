import type { Desk } from '../src/domain/desk.ts'
import { readingModes } from '../src/domain/reading.ts'
import type { Frame } from './frame.ts'
import { type Html, html, nothing } from './html.ts'
import { page } from './layout.ts'
import { alert, heading, postForm, type Refused, submit, theirs } from './parts.ts'

/** `theirs`: what somebody else saved in between; `desk` then carries its revision. */
export type ReadingSettingsProps = Refused & {
  desk: Desk
  /** Topics that claims on this desk have. */
  topics: string[]
  theirs?: Desk
  problem?: string | null
}

/** How proposals are read before they are published. For admins. */
export function readingSettingsPage(frame: Frame, props: ReadingSettingsProps): Html {
  const { t } = frame
  const { desk, problem, topics } = props
  const form = {
    id: 'reading-settings',
    action: '/settings/reading',
    revision: desk.revision,
    guard: true,
    typed: props.typed,
    errors: props.errors,
  }
  const choices = readingModes.map((value) => ({
    value,
    label: t(`reading_mode.${value}`),
    hint: t(`reading_mode_hint.${value}`),
  }))
  const listed = (some: string[] | null) => some?.join(', ') ?? ''
  const known = topics.length ? t('reading_settings.topics_known', { topics: listed(topics) }) : ''
  const hint = [t('reading_settings.topics_hint'), known].filter(Boolean).join(' ')
  const back = { href: '/settings', label: t('settings.title') }
  return page(
    frame,
    { title: t('reading_settings.title'), width: 'narrow' },
    html`
${heading({ title: t('reading_settings.title'), lead: t('reading_settings.lead'), back })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}${props.theirs ? theirs(frame, saved(frame, props.theirs)) : nothing}
${postForm(
  frame,
  form,
  (fields) => html`
${fields.radios({ name: 'reading', label: t('reading_settings.overall'), value: desk.reading ?? 'one_editor', choices, required: true })}
${fields.text({ name: 'blindTopics', label: t('reading_settings.blind_topics'), hint, value: listed(desk.blindTopics) })}
${fields.text({ name: 'twoReaderTopics', label: t('reading_settings.two_reader_topics'), value: listed(desk.twoReaderTopics) })}
<div class="actions">${submit(t('settings.submit'), { tone: 'primary' })}</div>`,
)}`,
  )
}

const saved = ({ t }: Frame, desk: Desk): [string, string | null][] => [
  [t('reading_settings.overall'), t(`reading_mode.${desk.reading ?? 'one_editor'}`)],
  [t('reading_settings.blind_topics'), desk.blindTopics?.join(', ') ?? null],
  [t('reading_settings.two_reader_topics'), desk.twoReaderTopics?.join(', ') ?? null],
]
