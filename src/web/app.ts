import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { languageDetector } from 'hono/language'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { languages } from '../../views/messages.ts'
import { MOST_UPLOADED } from '../desk/imports/receiving.ts'
import { MAX_FILE_BYTES } from '../desk/incoming.ts'
import type { Desk } from '../desk/open.ts'
import { has } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { accountRoutes } from './account.ts'
import { API, api, apiPages } from './api/api.ts'
import { asksByToken, bearers, isApi } from './api/auth.ts'
import { tokenRoutes } from './api/tokens.ts'
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
import { factCheckRoutes } from './fact-checks/routes.ts'
import { verdictFeedRoutes } from './feeds/verdicts.ts'
import { originOf } from './frame.ts'
import { historyRoutes } from './history.ts'
import { importRoutes } from './imports/imports.ts'
import { mappingRoutes } from './imports/mapping.ts'
import { publisherRoutes } from './imports/publishers.ts'
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
import { rulingRoutes } from './rulings.ts'
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
const importLimit = limit(MOST_UPLOADED + 65_536, MOST_UPLOADED)

/** Where an article, or the text or the file of a source, comes in. */
const brings =
  /^(\/api\/v1)?\/(articles|articles\/readings|claims\/[^/]+\/evidence|evidence\/[^/]+\/snapshot)$/

/** What may be sent: files stand only in forms of several parts. */
function limitOf(c: Page) {
  const viewer = c.get('viewer')
  if (viewer && c.req.path === '/imports' && has(viewer, 'editor')) return importLimit
  if (!viewer || !brings.test(c.req.path)) return formLimit
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
  // Only read, and by programs: whence they come, and who is signed in, is nothing to them.
  app.route('/', factCheckRoutes())
  const sameSite = csrf({ origin: (origin, c) => origin === originOf(c) })
  // Only tokens count there, and no browser sends one by itself.
  app.use((c, next) => (isApi(c) ? next() : sameSite(c, next)))
  const byToken = bearers(config.apiRate)
  app.use((c, next) => (asksByToken(c) ? byToken(c, next) : session(c, next)))
  app.use((c, next) => limitOf(c)(c, next))
  app.get('/health', (c) => c.text('ok'))
  app.get('/', (c) => {
    const nobody = config.publicPages ? '/verdicts' : '/signin'
    return c.redirect(c.get('viewer') ? '/claims' : nobody, 303)
  })
  for (const routes of [
    verdictFeedRoutes,
    publicRoutes,
    correctionRoutes,
    accountRoutes,
    tokenRoutes,
    apiPages,
    peopleRoutes,
    scaleRoutes,
    articleRoutes,
    readerRoutes,
    asideRoutes,
    similarRoutes,
    seenRoutes,
    rulingRoutes,
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
    importRoutes,
    mappingRoutes,
    publisherRoutes,
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
  app.route(API, api)
  return app
}
