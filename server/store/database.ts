/** What Kith asks of a database. Both stores run the same Cypher text through it. */

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
export type Params = Record<string, Value>
export type Row = Record<string, Value>

export interface RunOptions {
  /** `read` is refused a write by the store itself. Default `read`. */
  access?: 'read' | 'write'
  /** Milliseconds, default 30,000. The embedded store cannot stop a query; the console's child process can be killed. */
  timeout?: number
  /** Rows, default all. */
  limit?: number
}

export interface Transaction {
  readonly store: 'grafeo' | 'neo4j'
  run<R = Row>(query: string, params?: Params): Promise<R[]>
}

export interface Database extends Transaction {
  run<R = Row>(query: string, params?: Params, options?: RunOptions): Promise<R[]>
  /** All that `work` asks is asked of one graph, though a build may put another in its place meanwhile. */
  read<T>(work: (transaction: Transaction) => Promise<T>, options?: Pick<RunOptions, 'timeout'>): Promise<T>
  /** All of `work` or nothing of it. */
  write<T>(work: (transaction: Transaction) => Promise<T>, options?: Pick<RunOptions, 'timeout'>): Promise<T>
  close(): Promise<void>
}
