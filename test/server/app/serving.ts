/** The application over a graph in a folder of its own, and what to close when the tests have ended. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import type { Graph } from '../../../ingest/types.ts'
import { type AppOptions, createApp } from '../../../server/app.ts'
import { sha256Of } from '../../../server/canonical.ts'
import { type Console, openConsole } from '../../../server/console/console.ts'
import type { Database } from '../../../server/store/database.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { smallGraph } from '../graph.ts'

export interface Serving {
  app: Express
  database: Database
  console: Console
  /** Other doors around the same graph. */
  behind(doors: Partial<AppOptions> & { database?: Database }): Express
  /** Builds another graph in its place. */
  replace(graph: Graph): Promise<void>
  close(): Promise<void>
}

const NOBODY = { username: '', password: '', database: '' }

/** @param graph null for a folder in which nothing was built */
export async function serving(graph: Graph | null = smallGraph()): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const url = `file:${join(folder, 'graph')}`
  const replace = (next: Graph) => replaceGraph(url, NOBODY, next, { sha256: sha256Of(next) })
  if (graph) await replace(graph)
  const database = openGraph(url, NOBODY)
  const console = openConsole(url, NOBODY)
  const quiet = pino({ level: 'silent' })
  const behind: Serving['behind'] = ({ log = quiet, database: other = database, ...doors }) =>
    createApp(other, { console, log, ...doors })
  return {
    app: behind({}),
    database,
    console,
    behind,
    replace,
    close: async () => {
      await console.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
