import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { languageDetector } from 'hono/language'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { languages } from '../../views/messages.ts'
import { MAX_FILE_BYTES } from '../desk/incoming.ts'
import type { Desk } from '../desk/open.ts'
import { Refusal } from '../domain/refusal.ts'
import { accountRoutes } from './account.ts'
import { articleRoutes } from './articles.ts'
import { asideRoutes } from './asides.ts'
import { assetRoutes } from './assets.ts'
import { claimantRoutes } from './claimants.ts'
import { claimRoutes } from './claims.ts'
import { contactRoutes } from './contacts.ts'
import { correctionRoutes } from './corrections.ts'
import { driftRoutes } from './drifts.ts'
import { dueRoutes } from './due.ts'
import type { Env, Page, Setting } from './env.ts'
import { logged, onError } from './errors.ts'
import { evidenceRoutes } from './evidence.ts'
import { exportRoutes } from './exports.ts'
import { originOf } from './frame.ts'
import { historyRoutes } from './history.ts'
import { linkRoutes } from './links.ts'
import { methodologyRoutes } from './methodology.ts'
import { passageRoutes } from './passages.ts'
import { peopleRoutes } from './people.ts'
import { ownPolicy } from './policy.ts'
import { publicRoutes } from './public-verdicts.ts'
import { queueRoutes } from './queue.ts'
import { readerRoutes } from './reader.ts'
import { readingRoutes } from './readings.ts'
import { recordRoutes } from './record.ts'
import { reportRoutes } from './report.ts'
import { scaleRoutes } from './scale.ts'
import { searchRoutes } from './searches.ts'
import { seenRoutes } from './seen.ts'
import { session } from './session.ts'
import { similarRoutes } from './similar.ts'
import { snapshotRoutes } from './snapshots.ts'
import { sourceRoutes } from './sources.ts'
import { textRoutes } from './texts.ts'
import { tipRoutes } from './tips.ts'
import { verdictRoutes } from './verdicts.ts'
import { webhookRoutes } from './webhooks.ts'

/** Bytes of a form. An article of 1 MB grows threefold on the way, where its letters are escaped. */
const FORM_LIMIT = 512_000
const ARTICLE_LIMIT = 4 * 1024 * 1024
/** A page or a PDF, as large as one that is fetched, with what a form adds to it. */
const FILE_LIMIT = MAX_FILE_BYTES + 65_536

/** @param max what is said to be accepted, in bytes */
const limit = (maxSize: number, max = maxSize) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too_large', { values: { max } })
    },
  })
const formLimit = limit(FORM_LIMIT)
const articleLimit = limit(ARTICLE_LIMIT, 1_000_000)
const fileLimit = limit(FILE_LIMIT, MAX_FILE_BYTES)

/** Where an article, or the text or the file of a source, comes in. */
const brings = /^\/(articles|articles\/readings|claims\/[^/]+\/evidence|evidence\/[^/]+\/snapshot)$/

/** What may be sent: files stand only in forms of several parts. */
function limitOf(c: Page) {
  if (!c.get('viewer') || !brings.test(c.req.path)) return formLimit
  return /^multipart\//i.test(c.req.header('content-type') ?? '') ? fileLimit : articleLimit
}

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
  app.use(ownPolicy)
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
  app.use((c, next) => limitOf(c)(c, next))
  app.get('/health', (c) => c.text('ok'))
  app.get('/', (c) => {
    const nobody = config.publicPages ? '/verdicts' : '/signin'
    return c.redirect(c.get('viewer') ? '/claims' : nobody, 303)
  })
  for (const routes of [
    publicRoutes,
    correctionRoutes,
    accountRoutes,
    peopleRoutes,
    scaleRoutes,
    articleRoutes,
    readerRoutes,
    asideRoutes,
    similarRoutes,
    seenRoutes,
    queueRoutes,
    searchRoutes,
    claimRoutes,
    claimantRoutes,
    evidenceRoutes,
    passageRoutes,
    snapshotRoutes,
    contactRoutes,
    linkRoutes,
    verdictRoutes,
    readingRoutes,
    historyRoutes,
    sourceRoutes,
    driftRoutes,
    dueRoutes,
    tipRoutes,
    reportRoutes,
    methodologyRoutes,
    textRoutes,
    exportRoutes,
    recordRoutes,
    webhookRoutes,
  ]) {
    app.route('/', routes)
  }
  return app
}
