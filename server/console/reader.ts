/** What a store's own part does in the child process: plans a question, looks at the plan, runs it, tells its rows. */
import type { CypherAnswer, CypherPlan } from '../api/console.ts'
import type { Credentials } from '../store/neo4j.ts'
import type { Rows } from './answer.ts'

/** Where a graph is. */
export type Target = { store: 'grafeo'; file: string } | { store: 'neo4j'; url: string; credentials: Credentials }

export interface Question {
  /** One statement; its text was checked. */
  query: string
  params: Record<string, unknown>
  /** Rows at most. */
  limit: number
  /** Milliseconds after which the store itself should stop, where it can. */
  deadline: number
}

export type Told = Rows & Pick<CypherAnswer, 'notes'>
export type Planned = Omit<CypherPlan, 'store'>

export interface Reader {
  /** @throws KithError */
  ask(question: Question): Promise<Told>
  explain(question: Question): Promise<Planned>
  /** Runs a query as it is, in a way that leaves nothing behind: for canaries, which the store itself must refuse. */
  probe(query: string): Promise<void>
  close(): Promise<void>
}
