/**
 * Neo4j as the child process reads it: a reading session with a timeout of its own. What comes over the wire is made
 * into values here, so that a list of a billion fills the child and not the server.
 */
import neo4j, { type ManagedTransaction, type Result, type Session } from 'neo4j-driver'
import { KithError } from '../errors.ts'
import { type Credentials, toKithError } from '../store/neo4j.ts'
import { queryText } from '../store/queries.ts'
import { createAnswer } from './answer.ts'
import { idOf } from './cells.ts'
import { EXPLAIN, toFault } from './fault.ts'
import { checkGrowth } from './growth.ts'
import { createNeo4jCells, type Ends } from './neo4j-cells.ts'
import { notesOn, type Vocabulary } from './notes.ts'
import { checkNeo4jPlan, type Neo4jPlan } from './operators.ts'
import { mapParams } from './params.ts'
import { fromNeo4j } from './plan.ts'
import type { Question, Reader } from './reader.ts'

/** Milliseconds for which the names that the graph uses are taken as known. */
const FRESH = 30_000
/** Milliseconds to wait for the server to answer at all. */
const PATIENCE = 5_000

export function openNeo4jReader(url: string, { username, password, database }: Credentials): Reader {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password), {
    useBigInt: true,
    maxTransactionRetryTime: 0,
    connectionTimeout: PATIENCE,
    connectionAcquisitionTimeout: PATIENCE,
    userAgent: 'kith-console',
  })
  const inSession = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: 200 })
    try {
      return await work(session)
    } catch (error) {
      throw toKithError(error, url)
    } finally {
      await session.close().catch(() => {})
    }
  }
  const read = <T>(timeout: number, work: (transaction: ManagedTransaction) => Promise<T>): Promise<T> =>
    inSession((session) => session.executeRead(work, { timeout }))
  const checkedPlan = (query: string, params: object, timeout: number): Promise<Neo4jPlan> =>
    read(timeout, async (transaction) => {
      const { summary } = await transaction.run(EXPLAIN + query, params)
      if (summary.queryType !== 'r')
        throw new KithError('refused', 'The query writes or calls a procedure: the console only reads the graph.')
      if (!summary.plan) throw new KithError('refused', 'Neo4j told no plan for this query, so it is not run.')
      checkNeo4jPlan(summary.plan)
      return summary.plan
    }).catch(asFault(query, timeout, true))
  let known: { at: number; vocabulary: Promise<Vocabulary> } | null = null
  const notes = async (query: string) => {
    if (!known || performance.now() - known.at > FRESH) {
      known = { at: performance.now(), vocabulary: read(PATIENCE, readVocabulary) }
      known.vocabulary.catch(() => {
        known = null
      })
    }
    return notesOn(query, await known.vocabulary)
  }
  return {
    async ask({ query, params, limit, deadline }) {
      checkGrowth(query)
      const values = withIntegers(params)
      await checkedPlan(query, values, deadline)
      const started = performance.now()
      const answer = await read(deadline, (transaction) =>
        collect(transaction, transaction.run(query, values), limit),
      ).catch(asFault(query, deadline, false))
      return { ...answer.end(performance.now() - started), notes: await notes(query) }
    },
    async explain({ query, params, deadline }) {
      const plan = await checkedPlan(query, withIntegers(params), deadline)
      return { plan: fromNeo4j(plan), notes: await notes(query) }
    },
    // A write that a reading session should refuse is undone where it does not.
    probe: (query) =>
      inSession(async (session) => {
        const transaction = await session.beginTransaction({ timeout: PATIENCE })
        try {
          await transaction.run(query)
        } finally {
          await transaction.rollback().catch(() => {})
        }
      }),
    close: () => driver.close(),
  }
}

async function collect(transaction: ManagedTransaction, result: Result, limit: number) {
  const ends: Ends = new Map()
  const cells = createNeo4jCells(ends)
  const answer = createAnswer(await result.keys(), limit)
  for await (const record of result) {
    if (!answer.add(record.keys.map((key) => cells.toCell(record.get(key))))) break
  }
  const ids = cells.unknownEnds()
  if (ids.length) {
    const { records } = await transaction.run(queryText('ends', 'neo4j'), { ids })
    for (const record of records) ends.set(String(record.get('node')), idOf(record.get('id')))
  }
  cells.tellEnds()
  return answer
}

async function readVocabulary(transaction: ManagedTransaction): Promise<Vocabulary> {
  const names = async (query: string): Promise<string[]> =>
    (await transaction.run(query)).records.map((record) => String(record.get('name')))
  return {
    labels: await names(queryText('labels', 'neo4j')),
    types: await names(queryText('relation-types', 'neo4j')),
    properties: await names(queryText('properties', 'neo4j')),
  }
}

function withIntegers(params: Question['params']): Question['params'] {
  return mapParams(params, (value) =>
    typeof value === 'bigint' || Number.isSafeInteger(value) ? neo4j.int(value) : value,
  ) as Question['params']
}

/** What Neo4j says of the query itself gets its place in the text. */
function asFault(query: string, deadline: number, isExplained: boolean) {
  return (error: unknown): never => {
    if (!(error instanceof KithError)) throw error
    if (error.code === 'timeout')
      throw new KithError(
        'timeout',
        `The query took longer than ${deadline / 1_000} seconds and was stopped. Ask for less at once.`,
      )
    throw error.code === 'invalid' ? toFault(error.message, query, isExplained) : error
  }
}
