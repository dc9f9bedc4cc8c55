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
import { readSchema } from './ask/schema.ts'
import type { Console } from './console/console.ts'
import { checkOrigin, checkSite, checkToken, checkWrite, type DoorOptions } from './doors.ts'
import { KithError, STATUS } from './errors.ts'
import type { Embedder } from './find/embedder.ts'
import { readGaps } from './find/gaps.ts'
import { readPassages } from './find/passages.ts'
import { readTitles } from './find/passages-papers.ts'
import { readPapers } from './find/related.ts'
import { createSearch } from './find/search.ts'
import { readDays } from './keep/days.ts'
import { createMetrics } from './metrics.ts'
import { openApi } from './openapi.ts'
import { ROOT } from './root.ts'
import { addAboutRoutes } from './routes/about.ts'
import { addAskRoutes } from './routes/ask.ts'
import { addConsoleRoutes } from './routes/console.ts'
import { addExportRoutes } from './routes/export.ts'
import { addGapsRoutes } from './routes/gaps.ts'
import { addGraphRoutes } from './routes/graph.ts'
import { addKeepRoutes } from './routes/keep.ts'
import { addPassageRoutes } from './routes/passages.ts'
import { addSchemaRoutes } from './routes/schema.ts'
import { addSearchRoutes } from './routes/search.ts'
import type { Served } from './routes/served.ts'
import { addSurveyRoutes } from './routes/survey.ts'
import type { Database } from './store/database.ts'

export interface AppOptions extends DoorOptions {
  console: Console
  log: Logger
  /** Where follows and what was read are kept; null where that is not known, which is the default. */
  keptFile?: (() => Promise<string | null>) | undefined
  /** Someone's own model of meaning, for the ranking of papers; null for none, which is the default. */
  embedder?: (() => Promise<Embedder | null>) | undefined
  /** Requests one client may make in a minute. Default 1,200. */
  requestsPerMinute?: number | undefined
}

const REQUESTS_PER_MINUTE = 1_200

export function createApp(
  database: Database,
  {
    console,
    log,
    keptFile = async () => null,
    embedder = async () => null,
    requestsPerMinute = REQUESTS_PER_MINUTE,
    ...doors
  }: AppOptions,
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
  app.use(
    '/api',
    checkToken(doors),
    checkSite,
    checkWrite,
    express.json({ limit: '1mb' }),
    routes(serve(database, console, { keptFile, embedder })),
  )
  app.use(() => {
    throw new KithError('not_found', 'There is nothing here. /api/openapi.json says what there is.')
  })
  app.use(answerError(log))
  return app
}

function serve(
  database: Database,
  console: Console,
  { keptFile, embedder }: { keptFile: Served['keptFile']; embedder: () => Promise<Embedder | null> },
): Served {
  const names = derive(database, readNames)
  const tables = derive(database, readTables)
  const papers = derive(database, async (graph) =>
    readPapers(graph, await names(), { namings: (await tables()).namings, embedder: await embedder() }),
  )
  return {
    database,
    console,
    keptFile,
    names,
    tables,
    papers,
    gaps: derive(database, async (graph) => readGaps(graph, await names(), await tables(), (await papers()).library)),
    days: derive(database, readDays),
    search: createSearch({ names, titles: derive(database, readTitles), passages: derive(database, readPassages) }),
    overview: derive(database, async (graph) => askOverview(graph, requests.overview.parse({}).limit, await tables())),
    schema: derive(database, readSchema),
  }
}

function routes(served: Served): express.Router {
  const router = express.Router()
  router.get('/openapi.json', (_request, response) => void response.json(openApi()))
  for (const add of [
    addGraphRoutes,
    addSearchRoutes,
    addPassageRoutes,
    addAboutRoutes,
    addAskRoutes,
    addSurveyRoutes,
    addGapsRoutes,
    addConsoleRoutes,
    addSchemaRoutes,
    addExportRoutes,
    addKeepRoutes,
  ])
    add(router, served)
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
    const told = known ?? new KithError('internal', 'Something broke inside Kith. The log says what.')
    response.status(STATUS[told.code]).json({ error: { code: told.code, message: told.message, ...told.hint } })
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
