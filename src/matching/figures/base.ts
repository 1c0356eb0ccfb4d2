import type { Figure, Written } from './figure.ts'
import { figuresIn } from './figures-in.ts'

/** What a percentage does not say: since when it changed, or what it is a share of. */
export type BaseMissing = { text: string; lacks: 'since' | 'whole' }

/** So many characters around a figure are its surroundings, as far as the sentence goes. */
const NEAR = 70

const change =
  /(?:^|[^\p{L}])(?:aument\p{L}+|cresc\p{L}+|cresciut[oaie]|cal(?:o|ano|at[oaie]|ando|are|erà|ò)|diminu\p{L}+|ridott[oaie]|riduzion[ei]|ridu(?:ce|cono|rrà|rre)|scend(?:e|ono|erà)|sces[oaie]|salit[oaie]|salgono|rincar\p{L}+|croll\p{L}+|tagliat[oaie]|tagli[oa]|perso|guadagnat[oaie]|ris(?:e|en|ing|es)|rose|fall(?:s|en)?|fell|increas\p{L}+|decreas\p{L}+|gr(?:ow|ew|own|owth)|drop(?:s|ped)?|declin\p{L}+|jump(?:s|ed)?|soar(?:s|ed)?|plunged|shr(?:ank|unk|inks)|cut|up|down)[^.;:!?%]{0,30}$/iu

/** Between such a word and a figure of the change: `salita al 9%` says how high, not by how much. */
const by =
  /(?:del|dello|dell['’]|della|di|d['’]un|di un|di circa|di oltre|by|by about|by over|by nearly|by almost|by some|by more than|di quasi|di più del|di più di|of)\s*$/iu
const directly =
  /(?:ris(?:e|en|ing|es)|rose|fall(?:s|en)?|fell|increased|decreased|grew|grown|dropped|declined|jumped|soared|plunged|shrank|up|down)(?: (?:about|nearly|almost|over|some|around|more than|only|just))?\s*$/iu

/** Words that say since when, or against what: a figure of a date does so too. */
const since =
  /(?:^|[^\p{L}])(?:rispetto|confronto|paragon\p{L}+|contro|annu[oaie]|annual[ei]|mensil[ei]|tendenzial[ei]|congiuntural[ei]|ultim[oaie]|scors[oaie]|precedent[ei]|passat[oaie]|prim[oai] (?:di|della|del|dell|\p{L}+ mesi)|dopo|da quando|dall?[’']?(?:inizio| inizio| dopoguerra| crisi| lockdown| pandemia)|ogni (?:anno|mese)|all[’']anno|quest[’']anno|al mese|durante|nel corso|con il governo|sotto il governo|since|from|compared|against|versus|year|yearly|annual(?:ly)?|month(?:ly)?|quarter(?:ly)?|last|previous(?:ly)?|past|than|after|before|during|under the|over the|pre-pandemic|decade)(?=$|[^\p{L}])/iu

/** Behind a share of nobody knows whom: what it does, and no `of`. */
const does =
  /^,?\s*(?:non |si |lo |la |li |ne |ci )*(?:ha|hanno|è|sono|era|erano|vota|votano|vuole|vogliono|pensa|pensano|crede|credono|dice|dicono|vive|vivono|paga|pagano|lavora|lavorano|have|has|are|is|were|was|do|does|did|said|say|says|want|wants|believe|believes|think|thinks|voted|vote|live|lives|pay|pays|work|works|support|supports|oppose)(?=$|[^\p{L}])/iu

/** Rates and the like are called by a name, before the figure. */
const named =
  /\p{L}+\s+(?:al|allo|all['’]|del|dello|dell['’]|è|at|of|is|was|to|per il|per l['’]|pari al)\s*(?:il |lo |l['’])?$/iu

/**
 * The first percentage of a text that says neither since when nor of what. It would rather say
 * nothing than ask where the text, or its reader, knows.
 */
export function baseMissing({ text, language }: Written): BaseMissing | null {
  if (language !== 'it' && language !== 'en') return null
  const figures = figuresIn({ text, language })
  const isDated = figures.some(
    ({ unit, measure }) =>
      unit === 'date' || (unit === 'quantity' && /^(d|wk|mo|yr|decade|century)$/.test(measure)),
  )
  const shares = figures.filter(
    ({ unit, vague }) => !vague && /^(percent|percentage_points|multiple)$/.test(unit),
  )
  for (const figure of shares) {
    const before = text.slice(Math.max(0, figure.from - NEAR), figure.from)
    const after = text.slice(figure.to, figure.to + NEAR)
    if (isChange(figure, before)) {
      if (!isDated && shares.length === 1 && !since.test(text))
        return { text: figure.text, lacks: 'since' }
    } else if (isShareOfNobody(figure, before, after)) {
      return { text: figure.text, lacks: 'whole' }
    }
  }
  return null
}

function isChange({ unit, text }: Figure, before: string): boolean {
  if (unit === 'multiple')
    return /^(raddoppiat|triplicat|quadruplicat|dimezzat|doubled|tripled|halved|quadrupled)/i.test(
      text,
    )
  return directly.test(before) || (by.test(before) && change.test(before.replace(by, '')))
}

/** A percentage that is said of people, of whom nothing was said yet. */
function isShareOfNobody(figure: Figure, before: string, after: string): boolean {
  if (figure.unit !== 'percent' || figure.of.length > 0 || /^(un|una|one|a)\s/i.test(figure.text))
    return false
  // What came before may have named them: `degli iscritti il 40% …`.
  const isFirst =
    /^[«"“'’(\s]*(?:(?:il|lo|l['’]|solo il|oltre il|quasi il|circa il|più del|the|only|over|nearly|about|almost|more than)\s*)*$/iu.test(
      before,
    )
  return isFirst && does.test(after) && !named.test(before)
}
