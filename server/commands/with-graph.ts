/** Opens the graph for one command, and closes it whatever comes. */
import { readConfig } from '../config.ts'
import type { Database } from '../store/database.ts'
import { openGraph } from '../store/open.ts'
import { requireWhole } from '../store/read.ts'

export async function withGraph<T>(url: string | undefined, work: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig({ graph: url })
  const database = openGraph(config.graph, config.credentials)
  try {
    await requireWhole(database)
    return await work(database)
  } finally {
    await database.close()
  }
}
