/** What is said of a query that is wrong, or that names what the graph has not: the place, and what was probably meant. */
import { describe, expect, it } from '@jest/globals'
import { toFault } from '../../../server/console/fault.ts'
import { checkText } from '../../../server/console/guard.ts'
import { nearest } from '../../../server/console/near.ts'
import { notesOn } from '../../../server/console/notes.ts'
import { KithError } from '../../../server/errors.ts'

const GRAPH = {
  labels: ['Document', 'Passage', 'Entity', 'Model', 'Method', 'Paper'],
  types: ['HAS', 'MENTIONS', 'CO_MENTION', 'VARIANT_OF'],
  properties: ['id', 'name', 'kind', 'mentions', 'weight', 'year'],
}

describe('a note', () => {
  it.each([
    ['MATCH (n:Modle) RETURN n', 'Modle', 'Model'],
    ['MATCH (n:model) RETURN n', 'model', 'Model'],
    ['MATCH (n:Entity:Metod) RETURN n', 'Metod', 'Method'],
    ['MATCH (n:Model|Papers) RETURN n', 'Papers', 'Paper'],
    ['MATCH (n) WHERE n:Documnet RETURN n', 'Documnet', 'Document'],
    ['MATCH (n:`Modell`) RETURN n', '`Modell`', 'Model'],
    ['MATCH (a)-[:COMENTION]-(b) RETURN a', 'COMENTION', 'CO_MENTION'],
    ['MATCH (a)-[e:VARIANT_OF|MENTION]->(b) RETURN a', 'MENTION', 'MENTIONS'],
    ['MATCH (a)-[:CO_MENTIONS*1..2]-(b) RETURN a', 'CO_MENTIONS', 'CO_MENTION'],
    ['MATCH (n:Model) WHERE n.nmae = "x" RETURN n', 'nmae', 'name'],
    ['MATCH (n:Model {Id: "x"}) RETURN n', 'Id', 'id'],
    ['MATCH (a)-[e:CO_MENTION {wieght: 1}]-(b) RETURN a', 'wieght', 'weight'],
    ['MATCH (n:Model) RETURN n {.id, .nam}', 'nam', 'name'],
    ['MATCH (n:Model)\nRETURN n.unheardOf', 'unheardOf', null],
  ])('on %j is at %s', (query, word, suggestion) => {
    const [note, ...others] = notesOn(query, GRAPH)
    expect(others).toEqual([])
    expect({ word: wordAt(query, note?.at), suggestion: note?.suggestion }).toEqual({ word, suggestion })
    expect(note?.message).toMatch(/^The graph has no (?:label|relation type|property) \w+\.$/)
  })

  it.each([
    'MATCH (n:Model {id: $id})-[e:CO_MENTION]-(m) WHERE m.name = "x:Nope" RETURN n.id, e.weight',
    'MATCH (n:Model) WITH {total: 1, n: n} AS row RETURN row.total AS total',
    'MATCH (n:Model) WITH n.name AS n RETURN n.whatever',
    'UNWIND [{a: 1}] AS x RETURN x.a AS a, date("2024-01-01").year AS year',
    'MATCH (n) WHERE EXISTS { (n)-[:HAS]->(:Passage) } RETURN count{ (n)--() } AS c',
    'MATCH (n) RETURN CASE n.kind WHEN "a" THEN {x: 1} ELSE {y: 2} END AS m',
    'MATCH (n) RETURN [x IN n.name WHERE x <> ":Nope" | x] AS l, n.name[1..2] AS s',
    'MATCH (a)-[e]->(b) WHERE e:HAS RETURN a',
    '// :Nope\nMATCH (n:Model) /* .nope */ RETURN n',
  ])('is not made on %j', (query) => {
    expect(notesOn(query, GRAPH)).toEqual([])
  })
})

describe('a fault', () => {
  it.each([
    [
      'MATCH (n RETURN n',
      'GRAFEO-Q001: syntax error: [Cypher] Expected RParen\n  --> query:1:18',
      'Line 1, column 10: Expected ")".',
      'RETURN',
      undefined,
    ],
    [
      'MATCH (n:Model) RETRUN n',
      'GRAFEO-Q001: syntax error: [Cypher] Expected end of query\n  --> query:1:25',
      'Line 1, column 17: Expected end of query.',
      'RETRUN',
      'RETURN',
    ],
    [
      "RETURN '🦙🦙' AS a b",
      'GRAFEO-Q001: syntax error: [Cypher] Expected end of query\n  --> query:1:26',
      'Line 1, column 20: Expected end of query.',
      'b',
      undefined,
    ],
    [
      "MATCH (n)\nWHERE n.name == 'a'",
      'GRAFEO-Q001: syntax error: [Cypher] Expected expression\n  --> query:2:15',
      'Line 2, column 15: Expected expression.',
      '=',
      undefined,
    ],
    [
      'MATCH (nod) RETURN no.name',
      "GRAFEO-Q002: semantic error: Undefined variable 'no' in property access",
      "Line 1, column 20: Undefined variable 'no' in property access.",
      'no',
      'nod',
    ],
    [
      'RETURN $x',
      'GRAFEO-Q002: semantic error: Missing parameter: $x',
      'Line 1, column 8: Missing parameter: $x.',
      '$x',
      undefined,
    ],
    [
      'MATCH (n:Model) RETRUN n',
      "Invalid input 'RETRUN': expected a graph pattern, 'FOREACH', ',' or <EOF> (line 1, column 25 (offset: 24))\n\"EXPLAIN …\"",
      "Line 1, column 17: Invalid input 'RETRUN' is not expected here.",
      'RETRUN',
      'RETURN',
    ],
    [
      'MATCH (n) RETURN m',
      'Variable `m` not defined (line 1, column 26 (offset: 25))',
      'Line 1, column 18: Variable `m` not defined.',
      'm',
      'n',
    ],
  ])('of %j: %j', (query, message, sentence, word, suggestion) => {
    const fault = toFault(`Query error: ${message}`, query, true)
    expect(fault.message).toBe(sentence)
    expect({ word: wordAt(query, fault.hint.at), suggestion: fault.hint.suggestion }).toEqual({ word, suggestion })
  })

  it('without a place is a sentence alone', () => {
    const fault = toFault('GRAFEO-Q006: division by zero: 1 / 0', 'RETURN 1 / 0', false)
    expect({ message: fault.message, hint: fault.hint }).toEqual({ message: 'division by zero: 1 / 0.', hint: {} })
  })

  it('of the text has its place, too', () => {
    for (const [query, word, suggestion] of [
      ['MATCH (n)\nSET n.x = 1', 'SET', undefined],
      ['RETURN apoc.util.sleep(1)', 'apoc', undefined],
      ['RETURN toUper("a")', 'toUper', 'toUpper'],
      ['RETURN 1; RETURN 2', 'RETURN', undefined],
    ] as const) {
      const said = caught(() => checkText(query))
      expect({ word: wordAt(query, said.hint.at), suggestion: said.hint.suggestion }).toEqual({ word, suggestion })
    }
  })
})

describe('the nearest word', () => {
  it.each([
    ['Modle', 'Model'],
    ['metod', 'Method'],
    ['x', undefined],
    ['Wholly different', undefined],
    ['Model', undefined],
  ])('to %j is %j', (typed, wanted) => {
    expect(nearest(typed, GRAPH.labels)).toBe(wanted)
  })
})

function caught(work: () => void): KithError {
  try {
    work()
  } catch (error) {
    if (error instanceof KithError) return error
  }
  throw new Error('It was not refused.')
}

function wordAt(query: string, at: { line: number; column: number; offset: number; length: number } | undefined) {
  if (!at) return undefined
  const lines = query.slice(0, at.offset).split('\n')
  expect({ line: at.line, column: at.column }).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 })
  return query.slice(at.offset, at.offset + at.length)
}
