/** What the routes answer from. */
import type { Schema } from '../api/schema.ts'
import type { Overview } from '../api.ts'
import type { Derived } from '../ask/derived.ts'
import type { Names } from '../ask/names.ts'
import type { Tables } from '../ask/picture.ts'
import type { Console } from '../console/console.ts'
import type { Gaps } from '../find/gaps.ts'
import type { Papers } from '../find/related.ts'
import type { Search } from '../find/search.ts'
import type { Days } from '../keep/days.ts'
import type { Database } from '../store/database.ts'

export interface Served {
  database: Database
  console: Console
  /** Where follows and what was read are kept; null where that is not known. */
  keptFile: () => Promise<string | null>
  names: Derived<Names>
  tables: Derived<Tables>
  papers: Derived<Papers>
  gaps: Derived<Gaps>
  search: Search
  days: Derived<Days>
  overview: Derived<Overview>
  schema: Derived<Schema>
}
