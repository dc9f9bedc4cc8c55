/** What the routes answer from. */
import type { Overview } from '../api.ts'
import type { Adjacency } from '../ask/adjacency.ts'
import type { Derived } from '../ask/derived.ts'
import type { Names } from '../ask/names.ts'
import type { Namings } from '../ask/namings.ts'
import type { Papers } from '../ask/papers.ts'
import type { Console } from '../console/console.ts'
import type { Database } from '../store/database.ts'

export interface Served {
  database: Database
  console: Console
  names: Derived<Names>
  namings: Derived<Namings>
  adjacency: Derived<Adjacency>
  papers: Derived<Papers>
  overview: Derived<Overview>
}
