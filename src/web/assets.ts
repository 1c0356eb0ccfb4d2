import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { assets } from '../../views/assets.ts'
import type { Env } from './env.ts'

/** Style, script and type, read once; their addresses change with their content. */
export const assetRoutes = new Hono<Env>()

for (const { path, file, type } of assets) {
  const bytes = readFile(file)
  assetRoutes.get(path, async (c) => {
    const kept = c.req.query('v') || type === 'font/woff2'
    c.header('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('Content-Type', type)
    return c.body(new Uint8Array(await bytes))
  })
}
