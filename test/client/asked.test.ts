import { describe, expect, it } from '@jest/globals'
import {
  type Asked,
  type Param,
  remember,
  setParam,
  toAsked,
  toParam,
  toParams,
  toValues,
} from '../../client/state/asked.ts'
import { addQuery, type Query, removeQuery, renameQuery, toQueries } from '../../client/state/queries.ts'

const asked = (query: string, when = 1): Asked => ({ query, params: [], when, rows: 1, milliseconds: 2 })
const row = (name: string, type: Param['type'], text: string): Param => ({ name, type, text })

describe('the last questions', () => {
  it('stand with the latest first, each once', () => {
    const all = [asked('a', 1), asked('b', 2), asked('a', 3)].reduce<readonly Asked[]>(
      (now, one) => remember(one)(now),
      [],
    )
    expect(all.map(({ query, when }) => [query, when])).toEqual([
      ['a', 3],
      ['b', 2],
    ])
  })
  it('are fifty at most', () => {
    const all = Array.from({ length: 60 }, (_, at) => asked(`q${at}`)).reduce<readonly Asked[]>(
      (now, one) => remember(one)(now),
      [],
    )
    expect(all).toHaveLength(50)
    expect(all[0]?.query).toBe('q59')
  })
  it('come back from what is kept, without what is no question', () => {
    expect(toAsked(JSON.stringify([asked('a'), { query: 1 }, null, { ...asked('b'), rows: null }]))).toEqual([
      asked('a'),
      { ...asked('b'), rows: null },
    ])
    for (const text of [null, '', '{', '3', '{"a": 1}']) expect(toAsked(text)).toEqual([])
  })
})

describe('parameters', () => {
  it('have values of their types', () => {
    const { values, faults } = toValues([
      row('a', 'text', '5'),
      row('b', 'number', ' 5 '),
      row('c', 'boolean', 'True'),
      row('d', 'json', '["x", {"y": null}]'),
      row('名', 'text', ''),
    ])
    expect(values).toEqual({ a: '5', b: 5, c: true, d: ['x', { y: null }], 名: '' })
    expect(faults.size).toBe(0)
  })
  it.each([
    [row('1a', 'text', 'x'), 'name'],
    [row('', 'text', 'x'), 'name'],
    [row('a', 'number', 'five'), 'number'],
    [row('a', 'number', ''), 'number'],
    [row('a', 'number', '9007199254740993'), 'inexact'],
    [row('a', 'boolean', 'yes'), 'boolean'],
    [row('a', 'json', '{'), 'json'],
  ])('tell at the row what is wrong with %j', (param, fault) => {
    const { values, faults } = toValues([row('fine', 'number', '1'), param])
    expect([...faults]).toEqual([[1, fault]])
    expect(values).toEqual({ fine: 1 })
  })
  it('have one name each, and no name reaches a prototype', () => {
    expect([...toValues([row('a', 'text', '1'), row('a', 'text', '2')]).faults]).toEqual([[1, 'twice']])
    const { values } = toValues([row('__proto__', 'json', '{"polluted": true}')])
    expect(Object.keys(values)).toEqual(['__proto__'])
    expect('polluted' in values).toBe(false)
  })
  it('are filled in place, and added where they are new', () => {
    const rows = setParam(row('b', 'text', '2'))(setParam(row('a', 'text', '9'))([row('a', 'text', '1')]))
    expect(rows).toEqual([row('a', 'text', '9'), row('b', 'text', '2')])
  })
  it.each([['x'], [3], [false], [null], [[1, 'a']], [{ a: 1 }]])('come from the value %j and give it back', (value) => {
    expect(toValues([toParam('p', value)]).values).toEqual({ p: value })
  })
  it('come back from what is kept, without what is none', () => {
    expect(toParams(JSON.stringify([row('a', 'text', '1'), { name: 'b', type: 'list', text: '' }]))).toEqual([
      row('a', 'text', '1'),
    ])
  })
})

describe('saved queries', () => {
  const add = (name: string, query: string) => addQuery({ name, query, params: [] })
  const both = add('two', 'B')(add('one', 'A')([]))
  const namesOf = (queries: readonly Query[]) => queries.map(({ name, query }) => `${name} ${query}`)
  it('stand with the latest first; one of the same name is replaced', () => {
    expect(namesOf(both)).toEqual(['two B', 'one A'])
    expect(namesOf(add(' one ', 'C')(both))).toEqual(['one C', 'two B'])
  })
  it('are renamed and removed', () => {
    const id = both[1]?.id ?? ''
    expect(namesOf(renameQuery(id, 'three')(both))).toEqual(['two B', 'three A'])
    expect(namesOf(renameQuery(id, 'two')(both))).toEqual(['two A'])
    expect(namesOf(removeQuery(id)(both))).toEqual(['two B'])
  })
  it('come back from what is kept', () => {
    expect(toQueries(JSON.stringify([...both, { id: 'x', name: 'a', query: 'b', params: [] }]))).toEqual(both)
    expect(toQueries('nonsense')).toEqual([])
  })
})
