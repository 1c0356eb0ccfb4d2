import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file that pages load: where a browser asks for it, where it stands, and what it is. */
export type Asset = { path: string; file: string; type: string }

const own = (name: string): string => fileURLToPath(new URL(`assets/${name}`, import.meta.url))
const packaged = (name: string): string => fileURLToPath(import.meta.resolve(name))

/** In the order of the cascade; the first one names the layers. */
const sheets = [
  'fonts',
  'desk-fonts',
  'tokens',
  'base',
  'parts',
  'forms',
  'frame',
  'pages',
  'articles',
  'coverage',
  'similar',
  'queue',
  'claims',
  'snapshots',
  'origins',
  'chain',
  'verdict',
  'readings',
  'validity',
  'links',
  'passages',
  'planning',
  'scale',
  'exports',
  'sources',
  'history',
  'letters',
  'webhooks',
  'print',
]

/** Of the public pages, which weigh little: type of one weight, and none of the desk’s tools. */
const publicSheets = [
  'fonts',
  'public-fonts',
  'tokens',
  'base',
  'parts',
  'public',
  'methodology',
  'print',
]

const style = (name: string): Asset => ({
  path: `/assets/${name}.css`,
  file: own(`${name}.css`),
  type: 'text/css; charset=utf-8',
})
const styles = sheets.map(style)
const publicStyles = publicSheets.map(style)
/** What a public page with a form loads besides. */
const publicFormStyles = ['forms', 'report'].map(style)

const script = 'text/javascript; charset=utf-8'
const scripts: Asset[] = [
  { path: '/assets/htmx.js', file: packaged('htmx.org/dist/htmx.min.js'), type: script },
  { path: '/assets/riscontro.js', file: own('riscontro.js'), type: script },
  { path: '/assets/drafts.js', file: own('drafts.js'), type: script },
  { path: '/assets/reader.js', file: own('reader.js'), type: script },
  { path: '/assets/chain.js', file: own('chain.js'), type: script },
  { path: '/assets/coverage.js', file: own('coverage.js'), type: script },
  { path: '/assets/seen.js', file: own('seen.js'), type: script },
]

/** Serif with optical sizes, upright and italic; sans upright. Latin, and what Latin lacks. */
const fontFiles: [folder: string, file: string][] = [
  ['source-serif-4', 'source-serif-4-latin-opsz-normal'],
  ['source-serif-4', 'source-serif-4-latin-ext-opsz-normal'],
  ['source-serif-4', 'source-serif-4-latin-opsz-italic'],
  ['source-serif-4', 'source-serif-4-latin-ext-opsz-italic'],
  ['source-sans-3', 'source-sans-3-latin-wght-normal'],
  ['source-sans-3', 'source-sans-3-latin-ext-wght-normal'],
]

/** The serif of the public pages, a quarter of the size of the one with every weight. */
const publicFontFiles = ['source-serif-4-latin-400-normal', 'source-serif-4-latin-ext-400-normal']

const font = (place: string, name: string): Asset => ({
  path: `/assets/fonts/${name}.woff2`,
  file: packaged(`${place}/files/${name}.woff2`),
  type: 'font/woff2',
})
const fonts = fontFiles.map(([folder, name]) => font(`@fontsource-variable/${folder}`, name))
const publicFonts = publicFontFiles.map((name) => font('@fontsource/source-serif-4', name))

const icon: Asset = { path: '/assets/icon.svg', file: own('icon.svg'), type: 'image/svg+xml' }

/** Everything that is served under /assets. */
export const assets: Asset[] = [
  ...new Map(
    [
      ...styles,
      ...publicStyles,
      ...publicFormStyles,
      ...scripts,
      ...fonts,
      ...publicFonts,
      icon,
    ].map((one) => [one.path, one]),
  ).values(),
]

/** An address that changes with the content, so that a browser may keep it for ever. */
const versioned = ({ path, file }: Asset): string =>
  `${path}?v=${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10)}`

/** What the head of every page loads. Read once, when the desk starts. */
export const head = {
  styles: styles.map(versioned),
  scripts: scripts.map(versioned),
  icon: versioned(icon),
  /** Fetched with the page rather than after its style sheets. */
  fonts: fonts.filter(({ path }) => /latin-(opsz|wght)-normal/.test(path)).map(({ path }) => path),
}

/** What the head of a public page loads; it runs no script. */
export const publicHead = {
  styles: publicStyles.map(versioned),
  formStyles: publicFormStyles.map(versioned),
  icon: versioned(icon),
  fonts: [...publicFonts, ...fonts]
    .filter(({ path }) => /serif-4-latin-400|sans-3-latin-wght/.test(path))
    .map(({ path }) => path),
}
