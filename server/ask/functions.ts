/**
 * The functions of Cypher that the console runs, with what they take. Every line was tried on both stores (the test of
 * this table tries them again): what only one of them has says which.
 */
import type { SchemaFunction } from '../api/schema.ts'
import type { Database } from '../store/database.ts'

type Store = Database['store']
type Row = readonly [signature: string, only?: Store]

const TABLE: Record<SchemaFunction['group'], readonly Row[]> = {
  aggregating: [
    ['avg(value)'],
    ['collect(value)'],
    ['count(value)'],
    ['max(value)'],
    ['min(value)'],
    ['percentileCont(value, share)'],
    ['percentileDisc(value, share)'],
    ['stDev(value)'],
    ['stDevP(value)'],
    ['sum(value)'],
  ],
  list: [
    ['head(list)'],
    ['isEmpty(list)', 'neo4j'],
    ['last(list)'],
    ['range(first, last)'],
    ['range(first, last, step)'],
    ['reduce(total = start, one IN list | total + one)'],
    ['reverse(list)'],
    ['size(list)'],
    ['tail(list)'],
  ],
  predicate: [
    ['all(one IN list WHERE one > 0)'],
    ['any(one IN list WHERE one > 0)'],
    ['none(one IN list WHERE one > 0)'],
    ['single(one IN list WHERE one > 0)'],
  ],
  text: [
    ['left(text, length)'],
    ['ltrim(text)'],
    ['replace(text, old, new)'],
    ['right(text, length)'],
    ['rtrim(text)'],
    ['split(text, mark)'],
    ['substring(text, start)'],
    ['substring(text, start, length)'],
    ['toLower(text)'],
    ['toUpper(text)'],
    ['trim(text)'],
  ],
  math: [
    ['abs(number)'],
    ['ceil(number)'],
    ['exp(number)'],
    ['floor(number)'],
    ['isNaN(number)', 'neo4j'],
    ['log(number)'],
    ['log10(number)'],
    ['pi()'],
    ['rand()'],
    ['round(number)'],
    ['sign(number)'],
    ['sqrt(number)'],
  ],
  graph: [
    ['endNode(edge)'],
    ['keys(thing)'],
    ['labels(node)'],
    ['length(path)'],
    ['nodes(path)'],
    ['properties(thing)'],
    ['relationships(path)'],
    ['startNode(edge)'],
    ['type(edge)'],
  ],
  value: [
    ['coalesce(value, otherwise)'],
    ['date(text)'],
    ['nullIf(value, other)'],
    ['toBoolean(truth)'],
    ['toFloat(value)'],
    ['toInteger(value)'],
    ['toString(value)'],
    ['valueType(value)', 'neo4j'],
  ],
}

/** By group, then by name. */
export function functionsOf(store: Store): SchemaFunction[] {
  return Object.entries(TABLE).flatMap(([group, rows]) =>
    rows
      .filter(([, only]) => only === undefined || only === store)
      .map(([signature]) => ({
        name: signature.replace(/\(.*/, ''),
        signature,
        group: group as SchemaFunction['group'],
      })),
  )
}
