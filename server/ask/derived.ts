/** What is made of a whole graph (an index of names, say) is made once for each graph, when it is first asked for. */
import type { Database } from '../store/database.ts'
import { requireWhole } from '../store/read.ts'
import { graphState } from '../store/state.ts'

export type Derived<T> = () => Promise<T>

/** @param make a failed making is tried again at the next asking */
export function derive<T>(database: Database, make: (database: Database) => Promise<T>): Derived<T> {
  let made: { sha256: string; value: Promise<T> } | null = null
  return async () => {
    await requireWhole(database)
    const sha256 = (await graphState(database))?.sha256 ?? ''
    if (made?.sha256 === sha256) return made.value
    const value = make(database)
    const present = { sha256, value }
    made = present
    value.catch(() => {
      if (made === present) made = null
    })
    return value
  }
}
