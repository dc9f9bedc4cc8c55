import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { offersAt } from '../../client/editor/offer.ts'
import { paramLines, paramsIn, toParamLines, toValue, withoutParamLines } from '../../client/editor/params.ts'
import { placeAt } from '../../client/editor/place.ts'
import { partsOf, variablesOf } from '../../client/editor/read.ts'
import { isOpen, tokensOf } from '../../client/editor/tokens.ts'
import type { Schema } from '../../client/types.ts'

/** The last `|` is where the cursor stands. */
const at = (text: string) => {
  const cursor = text.lastIndexOf('|')
  return placeAt(text.slice(0, cursor) + text.slice(cursor + 1), cursor)
}

const property = (name: string) => ({ name, type: 'string' as const, count: 1, example: null })
const SCHEMA: Schema = {
  labels: [
    { name: 'Model', count: 30, properties: [property('name'), property('mentions')], sample: '' },
    { name: 'Paper', count: 900, properties: [property('name'), property('year')], sample: '' },
  ],
  relations: [{ name: 'CO_MENTION', count: 5, ends: [], properties: [property('weight')], sample: '' }],
  functions: [{ name: 'count', signature: 'count(value)', group: 'aggregating' }],
}
const KNOWN = { schema: SCHEMA, params: new Map([['id', 'model/rwkv']]) }
const offered = (text: string) => offersAt(at(text), KNOWN).map((offer) => offer.text)

describe('the words of a query', () => {
  it.each([
    ["RETURN 'a // b' // c", ['RETURN:keyword', "'a // b':string", '// c:comment']],
    ['MATCH (n:Model)', ['MATCH:keyword', '(:sign', 'n:variable', '::sign', 'Model:label', '):sign']],
    ['-[e:USES|RUNS_ON]-', ['USES:type', 'RUNS_ON:type']],
    ['MATCH (n:Model|Paper)', ['Model:label', 'Paper:label']],
    ['RETURN place.start, count(n)', ['start:property', 'count:function']],
    ['WHERE n.x IN (1)', ['IN:keyword']],
    ['{id: $id}', ['id:property', '$id:parameter']],
    ['[x IN list | x.name]', ['list:variable', 'x:variable', 'name:property']],
    ['MATCH (`a b`:`C D`)', ['`a b`:variable', '`C D`:label']],
    ["RETURN 'it\\'s' AS s", ["'it\\'s':string", 'AS:keyword']],
    ['/* MATCH */ RETURN 1', ['/* MATCH */:comment', 'RETURN:keyword', '1:number']],
  ])('%s', (text, wanted) => {
    const parts = partsOf(text).map((part) => `${part.text}:${part.role}`)
    expect(parts).toEqual(expect.arrayContaining(wanted))
  })

  it('are all of the text but its spaces, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tokens = tokensOf(text)
        expect(tokens.map((token) => text.slice(token.from, token.to))).toEqual(tokens.map((token) => token.text))
        let end = 0
        for (const { from, to } of tokens) {
          expect(text.slice(end, from).trim()).toBe('')
          end = to
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })

  it.each([
    ["'abc", true],
    ["'abc'", false],
    ["'", true],
    ["'a\\'", true],
    ["'a\\\\'", false],
  ])('the string %s is open: %s', (text, open) => {
    const [token] = tokensOf(text)
    expect(token && isOpen(token)).toBe(open)
  })

  it('tells what a variable stands for', () => {
    const names = variablesOf(
      partsOf('MATCH p = (a:Model)-[e:USES]->(b) WITH a, count(b) AS n UNWIND [1] AS x RETURN y'),
    )
    expect([...names]).toEqual([
      ['p', null],
      ['a', 'Model'],
      ['e', 'USES'],
      ['b', null],
      ['n', null],
      ['x', null],
    ])
  })
})

describe('what is typed', () => {
  it.each([
    ['MATCH (n:|', { sort: 'label', typed: '' }],
    ['MATCH (n:Mo|)', { sort: 'label', typed: 'Mo', from: 9 }],
    ['MATCH (n) WHERE n:|', { sort: 'label' }],
    ['MATCH (n)-[:|]-()', { sort: 'type' }],
    ['MATCH (n)-[e:USES|RU|', { sort: 'type', typed: 'RU' }],
    ['MATCH (n:Model) RETURN n.|', { sort: 'property', of: 'Model' }],
    ['MATCH (n) RETURN n.na|', { sort: 'property', of: null, typed: 'na' }],
    ['MATCH ()-[e:USES]-() RETURN e.w|', { sort: 'property', of: 'USES' }],
    ['MATCH (n:Model {na|})', { sort: 'property', of: 'Model' }],
    ["MATCH (n:Model {id: 'rw|'})", { sort: 'value', property: 'id', of: 'Model', typed: 'rw', to: 23 }],
    ["MATCH (n:Paper) WHERE n.name = '|", { sort: 'value', property: 'name', of: 'Paper', typed: '' }],
    ["MATCH (n) WHERE n.id IN ['a', 'b|']", { sort: 'value', property: 'id', typed: 'b' }],
    ["RETURN 'a|b'", { sort: 'value', property: null }],
    ['RETURN $i|', { sort: 'parameter', typed: '$i' }],
    ['RETURN 1|', { sort: 'nothing' }],
    ['// MATCH (n:|', { sort: 'nothing' }],
    ['MA|', { sort: 'word', isFirst: true }],
    ['MATCH (n) RE|', { sort: 'word', isFirst: false, variables: ['n'] }],
    [':param a => 1\nMATCH (n:|', { sort: 'label' }],
  ])('in %s is told', (text, place) => {
    expect(at(text)).toMatchObject(place)
  })

  it('never breaks, wherever the cursor stands', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ':',
      '.',
      '|',
      '-',
      "'",
      '"',
      '`',
      '$',
      'n',
      'Model',
      'IN ',
      '//',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(60), (parts, cursor) => {
        const text = parts.join('')
        const place = placeAt(text, Math.min(cursor, text.length))
        expect(place.from).toBeLessThanOrEqual(Math.min(cursor, text.length))
        offersAt(place, KNOWN)
      }),
    )
  })
})

describe('what is offered', () => {
  it('are labels, types and properties of this graph', () => {
    expect(offered('MATCH (n:|')).toEqual(['Model', 'Paper'])
    expect(offered('MATCH ()-[:|')).toEqual(['CO_MENTION'])
    expect(offered('MATCH (n:Paper) RETURN n.|')).toEqual(['name', 'year'])
    expect(offered('MATCH (n) RETURN n.|').sort()).toEqual(['mentions', 'name', 'weight', 'year'])
    expect(offered('RETURN $|')).toEqual(['$id'])
  })
  it('are variables and functions where a value may stand, and clauses where the query begins', () => {
    expect(offered('MATCH (model:Model) RETURN m|')).toEqual(expect.arrayContaining(['model', 'count(', 'ORDER BY']))
    expect(offered('MA|')).toContain('MATCH')
    expect(offered('MA|')).not.toContain('count(')
  })
  it('are the kinds and scopes in a string that is compared with one', () => {
    expect(offered("MATCH (n) WHERE n.kind = '|'")).toContain('Hardware')
    expect(offered("MATCH ()-[e]-() WHERE e.scope = '|'")).toEqual(['sentence', 'turn', 'thread'])
  })
  it('never writes', () => {
    for (const text of ['|', 'MATCH (n) |']) expect(offered(text).join(' ')).not.toMatch(/CREATE|MERGE|DELETE|SET|LOAD/)
  })
})

describe(':param lines', () => {
  const text = `:param id => 'model/rwkv'\n  :PARAM some: [1, {a: "b"}];\nMATCH (n {id: $id}) RETURN n, $some, $id`
  it('set values, as JSON or as Cypher writes them', () => {
    expect(paramLines(text).map(({ name, value }) => [name, value])).toEqual([
      ['id', 'model/rwkv'],
      ['some', [1, { a: 'b' }]],
    ])
  })
  it('are no part of the query, whose places stay as they are', () => {
    const query = withoutParamLines(text)
    expect(query).toHaveLength(text.length)
    expect(query.indexOf('MATCH')).toBe(text.indexOf('MATCH'))
    expect(query.trim().startsWith('MATCH')).toBe(true)
    expect(paramsIn(query)).toEqual(['id', 'some'])
  })
  it('tell where a value is that cannot be read', () => {
    const [line] = paramLines(':param a => [1,')
    expect(line).toMatchObject({ name: 'a', value: undefined, from: 12, to: 15 })
  })
  it('say any value and come back from it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const [line] = paramLines(toParamLines({ a: value }))
        expect(line?.value).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it.each(['foo', 'n.id', "'a", '1 + 1', ''])('have no value in %j', (value) => expect(toValue(value)).toBeUndefined())
})
