import { MAX_MEANING, type Rating, type Shape, shapes, tones } from '../../src/domain/rating.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { type Fields, ratingLabel, ratingShape } from '../parts.ts'
import { meanings } from '../texts/meanings.ts'

const NUMBERS = [5, 4, 3, 2, 1]

/**
 * What a rating says and how it is drawn. What is chosen shows at once: `scale.css` paints every shape
 * in the chosen colour, and of the colours' samples the chosen shape.
 * @param rating null for one more
 */
export function ratingFields(
  frame: Frame,
  fields: Fields,
  scale: Rating[],
  rating: Rating | null,
): Html {
  const { t } = frame
  const others = scale.filter(({ id, retiredAt }) => !retiredAt && id !== rating?.id)
  const numbers = NUMBERS.map((value) => {
    const other = others.find(({ number }) => number === value)
    const hint = other && ratingLabel(frame, other)
    return { value: String(value), label: String(value), ...(hint ? { hint } : {}) }
  })
  const drawn = shapes.map((value) => ({
    value,
    label: shapeChoice(frame, value),
    ...usedBy(value),
  }))
  const painted = tones.map((value) => ({
    value,
    label: html`<span class="samples">${samples(value)}</span> ${t(`tone.${value}`)}`,
  }))
  function usedBy(shape: Shape) {
    const users = others.filter((one) => one.shape === shape)
    const hint = users.map((one) => `${ratingLabel(frame, one)} (${t(`tone.${one.tone}`)})`)
    return hint.length ? { hint: hint.join(', ') } : {}
  }
  return html`
${look(frame, fields, rating)}
${fields.text({ name: 'labelEn', label: t('scale.label_en'), value: rating?.labelEn, required: true, size: 'medium', lang: 'en' })}
${fields.text({ name: 'labelIt', label: t('scale.label_it'), value: rating?.labelIt, required: true, size: 'medium', lang: 'it' })}
${meaning(frame, fields, rating, 'meaningEn')}
${meaning(frame, fields, rating, 'meaningIt')}
${fields.radios({ name: 'number', label: t('scale.number'), hint: t('scale.number_hint'), value: rating?.number, unmarked: true, inline: true, choices: [...numbers, { value: '', label: t('scale.number_none') }] })}
${fields.radios({ name: 'shape', label: t('scale.shape'), hint: t('scale.shape_hint'), value: rating?.shape, required: true, inline: true, choices: drawn })}
${fields.radios({ name: 'tone', label: t('scale.tone'), value: rating?.tone, required: true, inline: true, choices: painted })}`
}

/** When the rating is given, for readers; what comes with the program stands in for it. */
function meaning(
  { t }: Frame,
  fields: Fields,
  rating: Rating | null,
  name: 'meaningEn' | 'meaningIt',
): Html {
  const lang = name === 'meaningEn' ? 'en' : 'it'
  const given = meanings[rating?.id ?? '']?.[lang]
  const hint = given
    ? html`${t('scale.meaning_given')} <span lang="${lang}">${given}</span>`
    : t('scale.meaning_hint', { max: MAX_MEANING })
  const label = t(lang === 'en' ? 'scale.meaning_en' : 'scale.meaning_it')
  return fields.area({ name, label, hint, value: rating?.[name], rows: 2, lang })
}

const shapeChoice = ({ t }: Frame, shape: Shape): Html =>
  html`<span class="painted">${ratingShape({ shape, tone: 'grey' })}</span> ${t(`shape.${shape}`)}`

/** Every shape in one colour; the style sheet shows the one that is chosen. */
const samples = (tone: Rating['tone']): Html[] =>
  shapes.map((shape) => html`<span class="look-${shape}">${ratingShape({ shape, tone })}</span>`)

/** The rating as it stands, beside what is typed: with script its words follow, its look always does. */
function look({ t }: Frame, fields: Fields, rating: Rating | null): Html {
  const typed = fields.typed
  const words = (['labelEn', 'labelIt'] as const).map((name) => ({
    lang: name === 'labelEn' ? 'en' : 'it',
    id: fields.id(name),
    text: [typed?.[name] ?? rating?.[name] ?? ''].flat()[0],
  }))
  return html`<div class="look"><p class="look-title">${t('scale.look')}</p><p class="look-words">${words.map(
    ({ id, lang, text }) =>
      html`<span class="rating"><span class="samples painted">${samples('grey')}</span> <span data-echo="${id}" lang="${lang}">${text}</span></span> `,
  )}</p></div>`
}
