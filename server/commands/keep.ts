/** What `kith follow`, `unfollow`, `read` and `digest` share: the graph's names, and the file of what is kept. */
import { type Names, readNames } from '../ask/names.ts'
import { readConfig } from '../config.ts'
import { changeKept, keptFile, readKept } from '../keep/kept.ts'
import type { Change } from '../keep/kept-text.ts'
import type { Database } from '../store/database.ts'
import { withGraph } from './with-graph.ts'

export interface KeepOptions {
  graph?: string | undefined
  kept?: string | undefined
}

export interface Keeping {
  database: Database
  names: Names
  /** Null where it is not known where the notes lie. */
  file: string | null
  kept: () => ReturnType<typeof readKept>
  change: (change: Change) => ReturnType<typeof changeKept>
}

export async function withKept<T>({ graph, kept }: KeepOptions, work: (keeping: Keeping) => Promise<T>): Promise<T> {
  const file = await keptFile(readConfig({ graph, kept }))
  return withGraph(graph, async (database) =>
    work({
      database,
      names: await readNames(database),
      file,
      kept: () => readKept(file),
      change: (change) => changeKept(file, change),
    }),
  )
}
