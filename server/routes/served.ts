/** What the routes answer from. */
import type { Overview } from '../api.ts'
import type { Derived } from '../ask/derived.ts'
import type { Names } from '../ask/names.ts'
import type { Tables } from '../ask/picture.ts'
import type { Console } from '../console/console.ts'
import type { Papers } from '../find/related.ts'
import type { Database } from '../store/database.ts'

export interface Served {
  database: Database
  console: Console
  names: Derived<Names>
  tables: Derived<Tables>
  papers: Derived<Papers>
  overview: Derived<Overview>
}
