import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { languageDetector } from 'hono/language'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { languages } from '../../views/messages.ts'
import type { Desk } from '../desk/open.ts'
import { Refusal } from '../domain/refusal.ts'
import { accountRoutes } from './account.ts'
import { articleRoutes } from './articles.ts'
import { assetRoutes } from './assets.ts'
import { claimantRoutes } from './claimants.ts'
import { claimRoutes } from './claims.ts'
import { contactRoutes } from './contacts.ts'
import { driftRoutes } from './drifts.ts'
import type { Env, Setting } from './env.ts'
import { logged, onError } from './errors.ts'
import { evidenceRoutes } from './evidence.ts'
import { exportRoutes } from './exports.ts'
import { originOf } from './frame.ts'
import { peopleRoutes } from './people.ts'
import { queueRoutes } from './queue.ts'
import { readerRoutes } from './reader.ts'
import { scaleRoutes } from './scale.ts'
import { session } from './session.ts'
import { similarRoutes } from './similar.ts'
import { sourceRoutes } from './sources.ts'
import { verdictRoutes } from './verdicts.ts'

/** Bytes of a form. An article of 1 MB grows threefold on the way, where its letters are escaped. */
const FORM_LIMIT = 512_000
const ARTICLE_LIMIT = 4 * 1024 * 1024

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      const max = maxSize === ARTICLE_LIMIT ? 1_000_000 : maxSize
      throw new Refusal('too_large', { values: { max } })
    },
  })
const articleLimit = limit(ARTICLE_LIMIT)
const formLimit = limit(FORM_LIMIT)

/** Where a whole article comes in, from somebody who is signed in. */
const brings = new Set(['/articles', '/articles/readings'])

const self = ["'self'"]
const none = ["'none'"]

/** The desk as a web application; `app.request(…)` answers without a server. */
export function createApp(desk: Desk, config: Setting, log: Logger): Hono<Env> {
  const app = new Hono<Env>()
  app.onError(onError)
  app.notFound(() => {
    throw new Refusal('not_found')
  })
  app.use(requestId(), async (c, next) => {
    c.set('desk', desk)
    c.set('config', config)
    c.set('log', log)
    c.set('viewer', null)
    const from = performance.now()
    await next()
    const ms = Math.round(performance.now() - from)
    log.info({ method: c.req.method, path: logged(c), status: c.res.status, ms }, 'request')
  })
  app.use(compress())
  app.use(
    languageDetector({
      supportedLanguages: [...languages],
      fallbackLanguage: 'en',
      order: ['cookie', 'header'],
      lookupCookie: 'language',
      caches: false,
    }),
  )
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        fontSrc: self,
        imgSrc: ["'self'", 'data:'],
        connectSrc: self,
        formAction: self,
        baseUri: none,
        frameAncestors: none,
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: config.origin?.startsWith('https:') ? 'max-age=15552000' : false,
    }),
  )
  app.route('/', assetRoutes)
  app.use(async (c, next) => {
    await next()
    // Pages of the desk are for whoever is signed in, and for nobody's cache.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  })
  app.use(csrf({ origin: (origin, c) => origin === originOf(c) }))
  app.use(session)
  app.use((c, next) =>
    (c.get('viewer') && brings.has(c.req.path) ? articleLimit : formLimit)(c, next),
  )
  app.get('/health', (c) => c.text('ok'))
  app.get('/', (c) => c.redirect(c.get('viewer') ? '/claims' : '/signin', 303))
  for (const routes of [
    accountRoutes,
    peopleRoutes,
    scaleRoutes,
    articleRoutes,
    readerRoutes,
    similarRoutes,
    queueRoutes,
    claimRoutes,
    claimantRoutes,
    evidenceRoutes,
    contactRoutes,
    verdictRoutes,
    sourceRoutes,
    driftRoutes,
    exportRoutes,
  ]) {
    app.route('/', routes)
  }
  return app
}
