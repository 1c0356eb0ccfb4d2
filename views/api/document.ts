import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { askForm, buttonLink, emptyState, heading, note, section } from '../parts.ts'

/** One thing that programs can ask. */
export type ApiEndpoint = {
  id: string
  method: string
  path: string
  tag: string
  summary: string
  description: string | null
  scope: string
  parameters: {
    name: string
    place: string
    required: boolean
    shape: string
    description: string | null
  }[]
  /** What its body is like; null where it has none. */
  body: string | null
  answers: { status: string; description: string; shape: string | null }[]
}

export type ApiProps = {
  /** Words that every endpoint that is shown says of itself. */
  q: string
  endpoints: ApiEndpoint[]
  /** What answers are made of, by name. */
  schemas: { name: string; shape: string }[]
  /** Where the endpoints stand. */
  url: string
}

/** What programs can ask of the desk. What the document says stands in English, as programs have it. */
export function apiPage(frame: Frame, props: ApiProps): Html {
  const { t, viewer } = frame
  const { endpoints, schemas, url, q } = props
  const tags = [...Map.groupBy(endpoints, ({ tag }) => tag)]
  const links = tags.map(([tag]) => html`<a href="#${idOf(tag)}" lang="en">${tag}</a>`)
  const actions = html`${viewer ? buttonLink('/me/tokens', t('api.tokens'), 'primary') : nothing}<a class="button plain" href="/api/v1/openapi.json" hx-boost="false">${t('api.document')}</a>`
  return page(
    frame,
    { title: t('api.title'), width: 'wide' },
    html`
${heading({ title: t('api.title'), lead: t('api.lead'), actions })}
${q ? nothing : manners(frame, url)}
${section('endpoints', t('api.endpoints'), html`${asking(frame, q)}${note(html`<span id="api-count" role="status">${t('api.count', { count: endpoints.length })}</span>`)}${links.length > 1 ? html`<nav class="api-tags" aria-label="${t('api.tags')}">${joined(links)}</nav>` : nothing}`)}
${endpoints.length ? tags.map(([tag, own]) => group(frame, tag, own)) : emptyState(t('api.none'), html`<a href="/docs/api">${t('exports.clear')}</a>`)}
${schemas.length ? section('schemas', t('api.schemas'), html`<div lang="en">${schemas.map(schemaOf)}</div>`) : nothing}`,
  )
}

const idOf = (tag: string): string => `tag-${tag.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`

function asking(frame: Frame, q: string): Html {
  const { t } = frame
  const options = { id: 'api', action: '/docs/api', label: t('api.search'), button: t('told.show') }
  return askForm(frame, options, (fields) =>
    fields.text({ name: 'q', label: t('api.search'), value: q, size: 'medium', unmarked: true }),
  )
}

/** What stands between backticks is what programs say. */
const coded = (text: string): Html[] =>
  text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : html`${part}`))

/** What goes for every request. */
function manners(frame: Frame, url: string): Html {
  const { t } = frame
  const rules = (['token', 'revision', 'once', 'refused', 'lists', 'rate'] as const).map(
    (one) => html`<li>${coded(t(`api.rule_${one}`))}</li>`,
  )
  const example = `curl ${url}/claims?stage=inbox \\
  -H "Authorization: Bearer $TOKEN"

curl ${url}/claims/$ID/release \\
  -X POST -H "Authorization: Bearer $TOKEN" \\
  -H 'If-Match: "7"' -H "Idempotency-Key: $(uuidgen)"`
  return html`<ul class="api-rules">${rules}</ul><pre class="code" tabindex="0"><code lang="en">${example}</code></pre>`
}

const group = (frame: Frame, tag: string, own: ApiEndpoint[]): Html =>
  section(
    idOf(tag),
    html`<span lang="en">${tag}</span>`,
    html`${own.map((one) => row(frame, one))}`,
  )

function row(frame: Frame, one: ApiEndpoint): Html {
  const { t } = frame
  const { parameters, body, answers } = one
  const taken = parameters.map(
    ({ name, place, required, shape, description }) =>
      html`<li><code>${name}</code> <span class="note">${place}${required ? '' : `, ${t('form.optional')}`}</span> <code class="api-shape">${shape}</code>${description ? html` <span lang="en">${description}</span>` : nothing}</li>`,
  )
  const refused = answers.filter(({ status }) => Number(status) >= 400)
  const done = answers.filter(({ status }) => Number(status) < 400)
  return html`<details class="api-endpoint" id="${one.id}"><summary><code class="api-method api-${one.method.toLowerCase()}">${one.method}</code> <code class="api-path">${one.path}</code> <span class="api-summary" lang="en">${one.summary}</span></summary>
<div class="api-more">${one.description ? html`<p lang="en">${one.description}</p>` : nothing}
${note(html`${t('api.scope')} <code>${one.scope}</code>`)}
${taken.length ? html`<h3>${t('api.parameters')}</h3><ul class="api-list">${taken}</ul>` : nothing}
${body === null ? nothing : html`<h3>${t('api.body')}</h3>${shapeOf(body)}`}
${done.map(({ status, shape }) => html`<h3>${t('api.answer')} <code>${status}</code></h3>${shape === null ? nothing : shapeOf(shape)}`)}
<h3>${t('api.refusals')}</h3><ul class="api-list" lang="en">${refused.map(({ status, description }) => html`<li><code>${status}</code> ${description}</li>`)}</ul></div></details>`
}

const shapeOf = (shape: string): Html =>
  html`<pre class="code" tabindex="0" lang="en"><code>${shape}</code></pre>`

const schemaOf = ({ name, shape }: ApiProps['schemas'][number]): Html =>
  html`<details class="api-endpoint" id="schema-${name}"><summary><code class="api-path">${name}</code></summary>
<div class="api-more">${shapeOf(shape)}</div></details>`
