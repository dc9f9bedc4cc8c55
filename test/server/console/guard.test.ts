/** The console's first layer: what the text of a query gives away. */
import { describe, expect, it } from '@jest/globals'
import { checkText } from '../../../server/console/guard.ts'
import { checkGrafeoPlan, checkNeo4jPlan } from '../../../server/console/operators.ts'
import { READS, READS_OF_NEO4J } from './queries.ts'

it.each([...READS, ...READS_OF_NEO4J])('lets a question pass: %s', (query) => {
  expect(() => checkText(query)).not.toThrow()
})

it.each([
  ['CREATE (n)', 'refused', /CREATE/],
  ['MATCH (n) set n.x = 1', 'refused', /SET/],
  ['LOAD CSV FROM "x" AS row RETURN row', 'refused', /LOAD/],
  ['RETURN 1; RETURN 2', 'refused', /two statements/],
  ['', 'invalid', /empty/],
  ['  \n// nothing\n', 'invalid', /empty/],
  [`RETURN ${'('.repeat(101)}1${')'.repeat(101)}`, 'too_large', /more than 100 deep/],
  [`RETURN 1 //${'x'.repeat(100_000)}`, 'too_large', /100000 is the most/],
])('says of %.40j that it is %s', (query, code, says) => {
  expect(() => checkText(query)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(says) }))
})

it.each([
  ['"', 'a string that does not end'],
  ['`', 'a name that does not end'],
  ['/*', 'a comment that does not end'],
  ['\\', 'backslashes'],
  ['{', 'braces'],
  ['CALL (', 'calls'],
  ["'\\", 'escapes'],
])('reads 100,000 of %j (%s) in no time', (piece) => {
  const before = process.cpuUsage()
  try {
    checkText(piece.repeat(Math.floor(100_000 / piece.length)))
  } catch {
    // Refused or not: only the time counts.
  }
  // Of the processor, not of the clock: other tests run beside this one.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000)
})

describe('a plan', () => {
  it.each([
    'LoadCsv',
    'LoadData',
    'CallProcedure',
    'Create',
    'CreateNode',
    'SetProperty',
    'Delete',
    'Merge',
    'Unheard',
  ])('of Grafeo that holds %s is refused', (operator) => {
    expect(() => checkGrafeoPlan(`Return\n  ${operator}\n    NodeScan`)).toThrow(
      expect.objectContaining({ code: 'refused', message: expect.stringContaining(operator) }),
    )
  })

  it.each([
    'LoadCSV@neo4j',
    'ProcedureCall@neo4j',
    'Create@neo4j',
    'Merge@neo4j',
    'SetProperty@neo4j',
    'SetLabels@neo4j',
    'DetachDelete@neo4j',
    'RemoveLabels@neo4j',
    'Foreach@neo4j',
    'TransactionForeach@neo4j',
    'CreateIndex',
    'DropConstraint',
    'ShowIndexes',
    'TerminateTransactions',
  ])('of Neo4j that holds %s is refused', (operatorType) => {
    const scan = { operatorType: 'NodeByLabelScan@neo4j', children: [] }
    const plan = { operatorType: 'ProduceResults@neo4j', children: [{ operatorType, children: [scan] }] }
    expect(() => checkNeo4jPlan(plan)).toThrow(expect.objectContaining({ code: 'refused' }))
  })
})
