/** The application: doors, routes, then the one error handler. Opens no port. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { ZodError } from 'zod'
import { requests } from './api.ts'
import { derive } from './ask/derived.ts'
import { readNames } from './ask/names.ts'
import { askOverview } from './ask/overview.ts'
import { readTables } from './ask/picture.ts'
import type { Console } from './console/console.ts'
import { checkOrigin, checkToken, checkWrite, type DoorOptions } from './doors.ts'
import { KithError, STATUS } from './errors.ts'
import { readPapers } from './find/related.ts'
import { createMetrics } from './metrics.ts'
import { openApi } from './openapi.ts'
import { ROOT } from './root.ts'
import { addAboutRoutes } from './routes/about.ts'
import { addAskRoutes } from './routes/ask.ts'
import { addExportRoutes } from './routes/export.ts'
import { addGraphRoutes } from './routes/graph.ts'
import type { Served } from './routes/served.ts'
import type { Database } from './store/database.ts'

export interface AppOptions extends DoorOptions {
  console: Console
  log: Logger
  /** Requests one client may make in a minute. Default 1,200. */
  requestsPerMinute?: number | undefined
}

const REQUESTS_PER_MINUTE = 1_200

export function createApp(
  database: Database,
  { console, log, requestsPerMinute = REQUESTS_PER_MINUTE, ...doors }: AppOptions,
): Express {
  const app = express()
  const metrics = createMetrics()
  app.disable('x-powered-by')
  app.use(pinoHttp({ logger: log, redact: ['req.headers.authorization', 'req.headers.cookie'] }), metrics.measure)
  app.use(helmet(HELMET), checkOrigin(doors), compression())
  const client = join(ROOT, 'dist', 'client')
  if (existsSync(client)) {
    app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
    // The page names the assets of its own build, so it is asked for anew each time.
    app.use(
      express.static(client, {
        cacheControl: false,
        setHeaders: (page) => page.setHeader('Cache-Control', 'no-cache'),
      }),
    )
  }
  app.get('/metrics', checkToken(doors), metrics.show)
  app.use(
    '/api',
    rateLimit({
      windowMs: 60_000,
      limit: requestsPerMinute,
      standardHeaders: true,
      legacyHeaders: false,
      handler: tooMany,
    }),
  )
  app.use('/api', checkToken(doors), checkWrite, express.json({ limit: '1mb' }), routes(serve(database, console)))
  app.use(() => {
    throw new KithError('not_found', 'There is nothing here. /api/openapi.json says what there is.')
  })
  app.use(answerError(log))
  return app
}

function serve(database: Database, console: Console): Served {
  const names = derive(database, readNames)
  const tables = derive(database, readTables)
  return {
    database,
    console,
    names,
    tables,
    papers: derive(database, async (graph) => readPapers(graph, await names())),
    overview: derive(database, async (graph) => askOverview(graph, requests.overview.parse({}).limit, await tables())),
  }
}

function routes(served: Served): express.Router {
  const router = express.Router()
  router.get('/openapi.json', (_request, response) => void response.json(openApi()))
  for (const add of [addGraphRoutes, addAboutRoutes, addAskRoutes, addExportRoutes]) add(router, served)
  return router
}

const HELMET = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Kith speaks plain HTTP on this machine.
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
} as const

const tooMany: express.RequestHandler = () => {
  throw new KithError('too_many', 'There are too many requests from here. Wait a minute.')
}

/** A KithError tells its sentence; anything else is logged whole and told to nobody. */
function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const known = toKnown(error)
    if (!known) log.error(error)
    const { code, message } = known ?? new KithError('internal', 'Something broke inside Kith. The log says what.')
    response.status(STATUS[code]).json({ error: { code, message } })
  }
}

function toKnown(error: unknown): KithError | null {
  if (error instanceof KithError) return error
  if (error instanceof ZodError) {
    const [issue] = error.issues
    return new KithError('invalid', `${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'it cannot be'}.`)
  }
  // What express itself refuses: a body that is no JSON or too large, an address that cannot be decoded.
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500) {
    if (error.status === 404) return new KithError('not_found', 'There is no such file.')
    return new KithError(
      error.status === 413 ? 'too_large' : 'invalid',
      `The request cannot be read: ${error.message}.`,
    )
  }
  return null
}
