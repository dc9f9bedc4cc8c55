/** Settings: one row each. The only file that reads process.env. A flag beats a variable, a variable the default. */
import { z } from 'zod'
import { KithError } from './errors.ts'
import type { Credentials } from './store/open.ts'

export interface Setting {
  name: string
  default: string
  help: string
}

/** The README's table says the same; a test compares them. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'KITH_GRAPH',
    default: 'file:.kith/graph',
    help: 'the graph: file:<folder>, neo4j://…, neo4j+s://… or bolt://…',
  },
  { name: 'NEO4J_URI', default: '', help: 'the graph where KITH_GRAPH is not set' },
  { name: 'NEO4J_USERNAME', default: 'neo4j', help: 'the name to log in to Neo4j with' },
  { name: 'NEO4J_PASSWORD', default: '', help: 'the password to log in to Neo4j with' },
  { name: 'NEO4J_DATABASE', default: 'neo4j', help: 'the database in Neo4j' },
  {
    name: 'KITH_LEDGER',
    default: '',
    help: 'the file of what people decided, where it is not `kith.ledger.yaml` beside the documents',
  },
  {
    name: 'KITH_KEPT',
    default: '',
    help: 'the file of what is followed and was read, where it is not `kith.kept.yaml` beside the documents',
  },
  {
    name: 'KITH_EMBEDDER',
    default: '',
    help: 'a JavaScript module of your own whose `embed(texts)` adds a model of meaning to the ranking of papers',
  },
  { name: 'KITH_PORT', default: '4747', help: 'the port to listen on' },
  {
    name: 'KITH_HOST',
    default: '127.0.0.1',
    help: 'the address to listen on; any other than this machine’s own needs KITH_TOKEN',
  },
  { name: 'KITH_TOKEN', default: '', help: 'an access token that every request must bear' },
  { name: 'KITH_LOG', default: 'warn', help: 'what goes into the log: fatal, error, warn, info, debug or silent' },
]

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

export interface Config {
  graph: string
  credentials: Credentials
  /** The ledger's file, or null for the one beside the documents. */
  ledger: string | null
  /** The file of what is followed and was read, or null for the one beside the documents. */
  kept: string | null
  /** A module that exports `embed`, or null for none. */
  embedder: string | null
  port: number
  host: string
  token: string | null
  log: (typeof LOG_LEVELS)[number]
}

export interface Flags {
  graph?: string | undefined
  ledger?: string | undefined
  kept?: string | undefined
  port?: number | undefined
  host?: string | undefined
}

const port = z.coerce.number().int().min(0).max(65_535)

/** @throws KithError `invalid` for a setting that cannot be */
export function readConfig(flags: Flags = {}, env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const get = (name: string) => env[name] || (SETTINGS.find((setting) => setting.name === name)?.default ?? '')
  const host = flags.host ?? get('KITH_HOST')
  const token = get('KITH_TOKEN') || null
  if (!isLoopback(host) && !token) {
    throw new KithError(
      'invalid',
      `Listening on ${host} opens the graph to others, so KITH_TOKEN must be set: every request then has to bear it.`,
    )
  }
  return {
    graph: flags.graph ?? (env.KITH_GRAPH || env.NEO4J_URI || get('KITH_GRAPH')),
    credentials: { username: get('NEO4J_USERNAME'), password: get('NEO4J_PASSWORD'), database: get('NEO4J_DATABASE') },
    ledger: (flags.ledger ?? get('KITH_LEDGER')) || null,
    kept: (flags.kept ?? get('KITH_KEPT')) || null,
    embedder: get('KITH_EMBEDDER') || null,
    port: check('KITH_PORT', port, flags.port ?? get('KITH_PORT'), 'a number from 0 to 65535'),
    host,
    token,
    log: check('KITH_LOG', z.enum(LOG_LEVELS), get('KITH_LOG'), LOG_LEVELS.join(', ')),
  }
}

/** Whether faults are to be told with all their detail. Needs no other setting to be right. */
export function isDebugging(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return env.KITH_LOG === 'debug'
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/** Reads `.env` in the working folder, where there is one. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      throw new KithError('invalid', 'The file .env cannot be read. Write NAME=value lines into it, or remove it.', {
        cause: error,
      })
    }
  }
}

function check<T>(name: string, schema: z.ZodType<T>, value: unknown, wanted: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new KithError('invalid', `${name} is "${String(value)}". It must be ${wanted}.`)
}
