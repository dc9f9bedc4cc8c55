/** What an answer holds of the graph: the things a row rests on, and what is drawn of all rows. */
import { describe, expect, it } from '@jest/globals'
import { countNodes, hasGraph, toDrawing, withMore } from '../../client/answer/drawing.ts'
import { endsWithoutName, isEmpty, namesIn, thingsIn } from '../../client/answer/things.ts'
import { subjectOfEdge, subjectOfNode } from '../../client/answer/told.ts'
import { KINDS } from '../../client/kinds.ts'
import type { Cell } from '../../client/types.ts'
import { edge, LOG, MAMBA, MET, model, node, PASSAGE, path, RWKV } from './answers.ts'

describe('the things of a row', () => {
  it('are its nodes, its edges and the ids in its text, each once', () => {
    const { entities, edges } = thingsIn([RWKV, 'model/rwkv', ['method/dpo', MET], { a: MAMBA }, MET, 'no id', 7])
    expect(entities).toEqual([
      { id: 'model/rwkv', kind: 'Model', name: 'RWKV' },
      { id: 'method/dpo', kind: 'Method', name: null },
      { id: 'model/mamba', kind: 'Model', name: 'Mamba' },
    ])
    expect(edges).toEqual([{ type: 'CO_MENTION', source: 'model/mamba', target: 'model/rwkv' }])
  })

  it('are the passage and the line of a document where an edge leads to one', () => {
    const has = edge('HAS', 'doc/log.md', PASSAGE.id, { line: 15 })
    const mentions = edge('MENTIONS', PASSAGE.id, 'model/rwkv')
    const { entities, passages, documents, edges } = thingsIn([LOG, has, mentions])
    expect(documents).toEqual([{ id: 'doc/log.md', name: 'A log', line: 15 }])
    expect(passages).toEqual([{ id: PASSAGE.id, about: ['model/rwkv'] }])
    expect(entities.map(({ id }) => id)).toEqual(['model/rwkv'])
    expect(edges).toEqual([])
  })

  it('are none where it holds only values, or an edge without ends', () => {
    expect(isEmpty(thingsIn([1, 'text', null, { a: [true] }, edge('USES', null, null)]))).toBe(true)
  })
})

describe('the drawing of an answer', () => {
  it('holds nodes, edges and paths from wherever they stand, each once', () => {
    const rows: Cell[][] = [[RWKV, MET], [[path([MAMBA, RWKV], [MET])]], [{ at: PASSAGE }]]
    const { nodes, edges, total, bare } = toDrawing(rows)
    expect(nodes.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'Model model/rwkv',
      'Model model/mamba',
      `Passage ${PASSAGE.id}`,
    ])
    expect(edges).toMatchObject([{ type: 'CO_MENTION', weight: 2.5, scope: 'turn' }])
    expect({ total, bare }).toEqual({ total: 3, bare: [] })
  })

  it('draws the ends that an edge alone names, and says that it knows only their ids', () => {
    const { nodes, bare } = toDrawing([[MET], ['method/dpo']])
    expect(nodes.map(({ name }) => name)).toEqual(['mamba', 'rwkv', 'dpo'])
    expect(bare).toEqual(['model/mamba', 'model/rwkv', 'method/dpo'])
  })

  it('draws the first of too many, and no edge without its ends', () => {
    const rows: Cell[][] = Array.from({ length: 5 }, (_, at) => [
      model(`model/m${at}`, `M${at}`),
      edge('USES', 'model/m0', `model/m${at}`),
    ])
    const { nodes, edges, total } = toDrawing(rows, 3)
    expect([nodes.length, total]).toEqual([3, 5])
    expect(edges.map(({ target }) => target)).toEqual(['model/m0', 'model/m1', 'model/m2'])
  })

  it('takes in names and edges that the graph knows beside it, and what the answer holds stays', () => {
    const drawing = toDrawing([[MET], [RWKV]])
    const known = { id: 'model/mamba', name: 'Mamba', kind: 'Model' as const, mentions: 9, firstSeen: null }
    const link = { type: 'USES', source: 'model/rwkv', target: 'model/mamba', weight: 1, scope: 'sentence' as const }
    const same = { ...link, type: 'CO_MENTION', source: 'model/mamba', target: 'model/rwkv', weight: 99 }
    const { nodes, edges } = withMore(drawing, [known], [link, same, { ...link, target: 'model/other' }])
    expect(nodes.map(({ name }) => name)).toEqual(['Mamba', 'RWKV'])
    expect(edges.map(({ type, weight }) => `${type} ${weight}`)).toEqual(['CO_MENTION 2.5', 'USES 1'])
  })

  it('is counted by kind in the order of the legend', () => {
    const { nodes } = toDrawing([[PASSAGE, RWKV, LOG, MAMBA, node('x', ['Thing'])]])
    expect(countNodes(nodes, [...KINDS, 'Document', 'Passage', 'Other'])).toEqual([
      { kind: 'Model', count: 2 },
      { kind: 'Document', count: 1 },
      { kind: 'Passage', count: 1 },
      { kind: 'Other', count: 1 },
    ])
  })

  it('comes first where there is a node, an edge or a path, and not for ids in text', () => {
    expect([[[RWKV]], [[MET]], [[path([RWKV], [])]], [['model/rwkv', 1]], []].map(hasGraph)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

it('an answer names its nodes, and tells which ends of edges it does not name', () => {
  const rows: Cell[][] = [[MET], [RWKV], [edge('HAS', 'doc/log.md', PASSAGE.id)]]
  const names = namesIn(rows)
  expect([...names]).toEqual([['model/rwkv', 'RWKV']])
  expect(endsWithoutName(rows, names)).toEqual(['model/mamba'])
})

describe('what is told of the picture', () => {
  const drawing = toDrawing([[RWKV, MET]])

  it('is a node as the answer has it, or its id', () => {
    expect(subjectOfNode('model/rwkv', drawing.nodes, drawing.cells)?.values).toEqual([['Model', RWKV]])
    expect(subjectOfNode('model/mamba', drawing.nodes, drawing.cells)?.values).toEqual([['Model', 'model/mamba']])
    expect(subjectOfNode('model/x', drawing.nodes, drawing.cells)).toBeNull()
  })

  it('is every edge between two nodes, from either end', () => {
    const there = subjectOfEdge('model/mamba', 'model/rwkv', drawing, drawing.links)
    expect(there?.values).toEqual([['CO_MENTION', { ...MET }]])
    expect(subjectOfEdge('model/rwkv', 'model/mamba', drawing, drawing.links)?.values).toEqual(there?.values)
    expect(subjectOfEdge('model/rwkv', 'model/x', drawing, drawing.links)).toBeNull()
  })
})
