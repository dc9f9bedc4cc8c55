/** A stranger's Cypher on the embedded graph: nothing is written, nothing else is read, and nothing they ask stops Kith. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sha256Of } from '../../../server/canonical.ts'
import { type Console, openConsole } from '../../../server/console/console.ts'
import type { Value } from '../../../server/store/database.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { readGraph } from '../../../server/store/read.ts'
import { smallGraph } from '../graph.ts'
import { PARAMS, READS, READS_OF_NEO4J, WRITES } from './queries.ts'

const NOBODY = { username: '', password: '', database: '' }
const CANARY = 'canary-7c1e'
/** The graph times itself, nine times: it would run for days, and takes no memory. */
const RUNAWAY = 'MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i) RETURN count(a.id) AS n'
/** Milliseconds a question may take here. */
const DEADLINE = 1_500

let folder: string
let url: string
let kith: Console
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  url = `file:${join(folder, 'graph')}`
  writeFileSync(join(folder, 'canary.csv'), `${CANARY},secret\n`)
  await replaceGraph(url, NOBODY, smallGraph(), { sha256: sha256Of(smallGraph()) })
  kith = openConsole(url, NOBODY, { deadline: DEADLINE })
  // The first question waits for the child to start.
  await kith.query('RETURN 1 AS n')
})
afterAll(async () => {
  await kith.close()
  rmSync(folder, { recursive: true, force: true })
})

const failure = (code: string, says: RegExp = /./) => ({
  name: 'KithError',
  code,
  message: expect.stringMatching(says),
})
const isAlive = async () => expect((await kith.query('RETURN 7 AS n')).rows).toEqual([[7]])

describe('writing', () => {
  it.each(WRITES)('is refused: %s', async (query) => {
    await expect(kith.query(query, PARAMS)).rejects.toMatchObject({ name: 'KithError' })
  })

  it('has changed nothing', async () => {
    const database = openGraph(url, NOBODY)
    expect(sha256Of(await readGraph(database))).toBe(sha256Of(smallGraph()))
    await database.close()
  })
})

it.each(READS)('answers: %s', async (query) => {
  const { columns, rows } = await kith.query(query, PARAMS)
  for (const row of rows) expect(row).toHaveLength(columns.length)
})

it.each(READS_OF_NEO4J)('does not take for a write: %s', async (query) => {
  const said = await kith.query(query, PARAMS).then(
    () => 'answered',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message.split('\n')[0]}`,
  )
  expect(['answered', expect.stringMatching(/^invalid: .*Expected identifier/)]).toContainEqual(said)
})

describe('files', () => {
  const path = () => join(folder, 'canary.csv')
  it.each([
    (file: string) => `LOAD CSV FROM '${file}' AS row RETURN row`,
    (file: string) => `LOAD CSV FROM 'file://${file}' AS row RETURN row`,
    (file: string) => `load csv from "${file}" as row return row`,
    (file: string) => `MATCH (n) LOAD CSV FROM '${file}' AS row RETURN row`,
    (file: string) => `UNWIND [1] AS x LOAD CSV FROM '${file}' AS row RETURN row`,
    (file: string) => `LOAD DATA FROM '${file}' FORMAT CSV AS row RETURN row`,
    (file: string) => `RETURN 1 AS n UNION LOAD CSV FROM '${file}' AS row RETURN row AS n`,
    (file: string) => `CALL { LOAD CSV FROM '${file}' AS row RETURN row } RETURN row`,
    (file: string) => `/**/LOAD/**/CSV/**/FROM/**/'${file}'/**/AS/**/row/**/RETURN/**/row`,
    (file: string) => `\\u004cOAD CSV FROM '${file}' AS row RETURN row`,
    (file: string) => `EXPLAIN LOAD CSV FROM '${file}' AS row RETURN row`,
    (file: string) => `PROFILE LOAD CSV FROM '${file}' AS row RETURN row`,
  ])('are not read, however one asks (%#)', async (ask) => {
    const said = await kith.query(ask(path())).then(JSON.stringify, (error: Error) => error.message)
    expect(said).not.toContain(CANARY)
    expect(said).toMatch(/refused|syntax|Expected|does not run/i)
  })

  it('are there to be read', () => {
    expect(readFileSync(path(), 'utf8')).toContain(CANARY)
  })
})

describe('a query that runs wild', () => {
  it('is stopped in time, and the next question answered', async () => {
    const started = performance.now()
    await expect(kith.query(RUNAWAY)).rejects.toMatchObject(failure('timeout', /longer than 1\.5 seconds/))
    expect(performance.now() - started).toBeLessThan(DEADLINE + 1_000)
    await isAlive()
  })

  it('is stopped after five seconds where nothing else is said', async () => {
    const usual = openConsole(url, NOBODY)
    await usual.query('RETURN 1 AS n')
    const started = performance.now()
    await expect(usual.query(RUNAWAY)).rejects.toMatchObject(failure('timeout', /longer than 5 seconds/))
    const milliseconds = performance.now() - started
    expect(milliseconds).toBeGreaterThan(4_000)
    expect(milliseconds).toBeLessThan(6_000)
    await usual.close()
  })

  it.each([
    ['a list of a billion', 'RETURN size(range(1, 1000000000)) AS n'],
    ['a billion rows', 'UNWIND range(1, 1000000000) AS x RETURN x'],
    ['a billion rows in order', 'UNWIND range(1, 1000000000) AS x RETURN x ORDER BY -x LIMIT 1'],
    ['a string that doubles', 'RETURN size(reduce(s = "x", i IN range(1, 40) | s + s)) AS n'],
    ['a collection of all', 'UNWIND range(1, 100000000) AS x RETURN size(collect(x)) AS n'],
  ])('that makes %s takes bounded memory and time', async (_name, query) => {
    const started = performance.now()
    const before = process.memoryUsage().rss
    const said = await kith.query(query).then(
      () => 'answered',
      ({ code }: { code: string }) => code,
    )
    expect(['answered', 'timeout', 'refused', 'invalid', 'too_large']).toContain(said)
    expect(performance.now() - started).toBeLessThan(DEADLINE + 1_500)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
    await isAlive()
  })

  it.each([
    ['a list nested by a query', 'RETURN reduce(a = [1], i IN range(1, 10000) | [a]) AS deep'],
    ['a list nested deeper', 'RETURN reduce(a = [1], i IN range(1, 1000000) | [a]) AS deep'],
    ['an expression of 10,000 brackets', `RETURN ${'('.repeat(10_000)}1${')'.repeat(10_000)} AS n`],
    ['a list of 40,000 brackets', `RETURN ${'['.repeat(40_000)}${']'.repeat(40_000)} AS n`],
    ['20,000 conditions', `MATCH (n) WHERE ${'n.id = "x" OR '.repeat(7_000)}true RETURN count(n.id) AS n`],
    ['10,000 additions', `RETURN ${'1+'.repeat(10_000)}1 AS n`],
    ['10,000 NOTs', `RETURN ${'NOT '.repeat(10_000)}true AS n`],
    ['a regular expression of evil', 'RETURN "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" =~ "(a+)+$" AS n'],
  ])('because of %s ends in an answer or a sentence, and the next question is answered', async (_name, query) => {
    const said = await kith.query(query).then(
      () => 'answered',
      ({ name, code, message }: { name: string; code: string; message: string }) => {
        expect({ name, short: message.length < 1_500 }).toEqual({ name: 'KithError', short: true })
        return code
      },
    )
    expect(['answered', 'timeout', 'refused', 'invalid', 'too_large']).toContain(said)
    await isAlive()
  })
})

describe('an answer', () => {
  it('of 200,000 rows is cut at 1,000, and says so', async () => {
    const { rows, truncated } = await kith.query('UNWIND range(1, 200000) AS x RETURN x')
    expect({ rows: rows.length, truncated }).toEqual({ rows: 1_000, truncated: true })
    expect(rows[999]).toEqual([1_000])
  })

  it.each([999, 1_000])('of %d rows is whole', async (size) => {
    const { rows, truncated } = await kith.query('UNWIND range(1, $size) AS x RETURN x', { size })
    expect({ rows: rows.length, truncated }).toEqual({ rows: size, truncated: false })
  })

  it('is cut at two megabytes, and says so', async () => {
    const text = '长'.repeat(100_000)
    const { rows, truncated } = await kith.query('UNWIND range(1, 50) AS x RETURN $text AS text', { text })
    expect({ rows: rows.length, truncated }).toEqual({ rows: 6, truncated: true })
  })

  it('of one string of ten megabytes is cut before it', async () => {
    const query = 'RETURN reduce(s = "0123456789", i IN range(1, 20) | s + s) AS text'
    const said = await kith.query(query).then(({ rows, truncated }) => ({ rows: rows.length, truncated }))
    expect(said).toEqual({ rows: 0, truncated: true })
  })

  it('shows nodes, edges, paths and maps, and no number of the database', async () => {
    const { rows } = await kith.query(
      'MATCH p = (a:Model {id: "model/mamba"})-[e:CO_MENTION]->(b:Model) RETURN a, e, p, {a: [1, null, {b: true}]} AS map',
    )
    const [node, edge, path, map] = rows[0] as [Thing, Thing, unknown, unknown]
    expect(node).toMatchObject({ $: 'node', labels: expect.arrayContaining(['Entity', 'Model']) })
    expect(node.properties).toMatchObject({ id: 'model/mamba', name: 'Mamba', mentions: 2 })
    expect(edge).toMatchObject({ $: 'edge', type: 'CO_MENTION', properties: { weight: 3, support: 1 } })
    expect(JSON.stringify(path)).toContain('model/rwkv')
    expect(map).toEqual({ a: [1, null, { b: true }] })
    expect(JSON.stringify(rows)).not.toMatch(/"_id"|"_labels"|"_source"|"elementId"|"identity"/)
  })
  interface Thing {
    properties: Record<string, unknown>
  }

  it('keeps whole numbers to 2^53, and tells those beyond digit by digit', async () => {
    const { rows } = await kith.query(
      'RETURN 9007199254740991 AS most, 9007199254740993 AS beyond, -1 AS less, 0.5 AS half',
    )
    expect(rows[0]?.[0]).toBe(9_007_199_254_740_991)
    expect(rows[0]?.[1]).toEqual({ $: 'int', value: '9007199254740993' })
    expect(rows[0]?.slice(2)).toEqual([-1, 0.5])
  })

  it('takes __proto__ and constructor for names', async () => {
    const { rows } = await kith.query('RETURN {constructor: 1, toString: 2, `__proto__`: {polluted: true}} AS map')
    expect(rows[0]?.[0]).toMatchObject({ constructor: 1, toString: 2 })
    await kith.query('RETURN 1 AS `__proto__`, 2 AS constructor')
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('of nothing has its columns all the same', async () => {
    const { columns, rows } = await kith.query('MATCH (n:Nothing) RETURN n.a AS a, n.b AS b')
    expect({ columns, rows }).toEqual({ columns: ['a', 'b'], rows: [] })
  })
})

describe('parameters', () => {
  it.each<[string, Value]>([
    ['a string', "'; MATCH (n) DELETE n //"],
    ['Chinese and an emoji', '外推🦙'],
    ['a whole number', 42],
    ['a negative number', -7],
    ['a fraction', 0.25],
    ['a truth', true],
    ['nothing', null],
    ['a list', [1, 'a', [2, [3]]]],
    ['a map', { a: { b: { c: [1, { d: null }] } } }],
  ])('may be %s', async (_name, value) => {
    expect((await kith.query('RETURN $value AS value', { value })).rows).toEqual([[value]])
  })

  it('nested 100,000 deep are refused, and the next question is answered', async () => {
    let deep: Value = []
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    await expect(kith.query('RETURN $deep AS deep', { deep })).rejects.toMatchObject({
      name: 'KithError',
      code: 'invalid',
    })
    await isAlive()
  })

  it('nested 5,000 deep end in an answer or a sentence', async () => {
    let deep: Value = []
    for (let depth = 0; depth < 5_000; depth++) deep = { a: deep }
    const said = await kith.query('RETURN 1 AS n', { deep }).then(
      () => 'answered',
      ({ name }: { name: string }) => name,
    )
    expect(['answered', 'KithError']).toContain(said)
    await isAlive()
  })

  it('that are missing are named', async () => {
    await expect(kith.query('RETURN $nothing AS n')).rejects.toMatchObject(failure('invalid', /\$nothing/))
  })
})

it('answers questions in turn, and refuses to let more than 8 of one client wait', async () => {
  const asked = Array.from({ length: 24 }, (_, n) => kith.query('RETURN $n AS n', { n }))
  const told = await Promise.allSettled(asked)
  const answers = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value.rows[0]?.[0]] : []))
  const refused = told.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
  expect(answers).toEqual(Array.from({ length: 9 }, (_, n) => n))
  expect(new Set(refused)).toEqual(new Set(['too_many']))
  await isAlive()
})

it('answers nobody else while one runs wild, and everyone after', async () => {
  const wild = kith.query(RUNAWAY)
  const next = kith.query('RETURN 2 AS n')
  await expect(wild).rejects.toMatchObject(failure('timeout'))
  expect((await next).rows).toEqual([[2]])
})

it('stops at once when it is closed, even in mid-question', async () => {
  const other = openConsole(url, NOBODY)
  const asked = other.query(RUNAWAY)
  const told = asked.then(
    () => 'answered',
    () => 'refused',
  )
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const started = performance.now()
  await other.close()
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(await told).toBe('refused')
  await expect(other.query('RETURN 1 AS n')).rejects.toMatchObject(failure('unavailable'))
})

it('says where there is no graph yet', async () => {
  const other = openConsole(`file:${join(folder, 'nothing')}`, NOBODY)
  await expect(other.query('RETURN 1 AS n')).rejects.toMatchObject(failure('not_found', /kith build/))
  await other.close()
})
