import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file that pages load: where a browser asks for it, where it stands, and what it is. */
export type Asset = { path: string; file: string; type: string }

const own = (name: string): string => fileURLToPath(new URL(`assets/${name}`, import.meta.url))
const packaged = (name: string): string => fileURLToPath(import.meta.resolve(name))

/** In the order of the cascade; the first one names the layers. */
const sheets = [
  'tokens',
  'base',
  'parts',
  'forms',
  'frame',
  'pages',
  'articles',
  'coverage',
  'queue',
  'claims',
  'snapshots',
  'origins',
  'chain',
  'verdict',
  'readings',
  'passages',
  'planning',
  'scale',
  'exports',
  'sources',
  'print',
]

const styles: Asset[] = sheets.map((name) => ({
  path: `/assets/${name}.css`,
  file: own(`${name}.css`),
  type: 'text/css; charset=utf-8',
}))

const script = 'text/javascript; charset=utf-8'
const scripts: Asset[] = [
  { path: '/assets/htmx.js', file: packaged('htmx.org/dist/htmx.min.js'), type: script },
  { path: '/assets/riscontro.js', file: own('riscontro.js'), type: script },
  { path: '/assets/drafts.js', file: own('drafts.js'), type: script },
  { path: '/assets/reader.js', file: own('reader.js'), type: script },
  { path: '/assets/chain.js', file: own('chain.js'), type: script },
  { path: '/assets/coverage.js', file: own('coverage.js'), type: script },
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

const fonts: Asset[] = fontFiles.map(([folder, name]) => ({
  path: `/assets/fonts/${name}.woff2`,
  file: packaged(`@fontsource-variable/${folder}/files/${name}.woff2`),
  type: 'font/woff2',
}))

const icon: Asset = { path: '/assets/icon.svg', file: own('icon.svg'), type: 'image/svg+xml' }

/** Everything that is served under /assets. */
export const assets: Asset[] = [...styles, ...scripts, ...fonts, icon]

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
