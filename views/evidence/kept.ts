import type { Evidence } from '../../src/domain/evidence.ts'
import type { RefusalCode } from '../../src/domain/refusal.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { Source } from '../../src/domain/source.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import type { Values } from '../messages.ts'
import { type Fields, refusalMessage, stamp } from '../parts.ts'
import { goneMark } from '../source/state.ts'

/** What the desk has of the source of a piece of evidence. */
export type KeptSource = {
  snapshot: Snapshot | null
  source: Source | null
  /** Why the last visit came to nothing, unless a snapshot was taken since. */
  missed: { code: RefusalCode; values: Values; at: string } | null
}

/** In a line: when the source was kept, or why it is not. */
export function keptLine(frame: Frame, { id }: Evidence, kept: KeptSource | undefined): Html {
  const { t } = frame
  const { snapshot, source, missed } = kept ?? { snapshot: null, source: null, missed: null }
  const there = snapshot
    ? html`<a href="/snapshots/${snapshot.id}">${t('evidence.kept')} ${stamp(frame, snapshot.takenAt)}</a>`
    : html`<a href="/evidence/${id}#snapshot">${t('evidence.not_kept')}</a>`
  const isGone = source?.goneSince != null
  const why = missed && !isGone ? refusalMessage(frame, missed.code, missed.values) : null
  const changes = source && html`<a href="/sources/${source.id}">${t('evidence.source_page')}</a>`
  return html`${isGone ? goneMark(frame, source, snapshot) : nothing}<p class="note kept">${joined([there, changes, why])}</p>`
}

/** For a source that the desk cannot fetch: its text pasted, or its file. */
export function sourceFields({ t }: Frame, fields: Fields): Html {
  return html`
${fields.area({ name: 'sourceText', label: t('evidence.source_text'), hint: t('evidence.source_text_hint'), rows: 6, serif: true, unmarked: true })}
${fields.file({ name: 'sourceFile', label: t('evidence.source_file'), hint: t('evidence.source_file_hint'), accept: '.txt,.html,.htm,.pdf,.png,.jpg,.jpeg,.gif,.webp,text/plain,text/html,application/pdf,image/*', unmarked: true })}`
}

/** The same on the form that adds evidence, folded until it is needed. */
export function sourceFold(frame: Frame, fields: Fields): Html {
  const names = ['sourceText', 'sourceFile']
  // Words that are not in a text, without an address: it came from here, and a file has to be chosen again.
  const isAgain = 'quoteReason' in fields.errors && !fields.typed?.url
  const isOpen = isAgain || names.some((name) => fields.typed?.[name] || fields.errors[name])
  return html`<details class="more" id="${fields.id('source')}"${isOpen ? html` open` : ''}><summary>${frame.t('evidence.source_more')}</summary>
<div class="more-body">${sourceFields(frame, fields)}</div></details>`
}
