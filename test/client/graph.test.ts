import { describe, expect, it } from '@jest/globals'
import {
  addEntities,
  collapse,
  companyOf,
  EMPTY,
  hangingOn,
  keepOnly,
  layOut,
  moveEntities,
  type Picture,
  placeEntities,
  removeEntities,
  togglePins,
} from '../../client/state/graph.ts'
import { commit, redo, startHistory, undo } from '../../client/state/history.ts'
import { edge, entity } from './fixtures.ts'

const rwkv = entity('model/rwkv', { mentions: 31 })
const mamba = entity('model/mamba', { mentions: 17 })
const attention = entity('method/linear-attention', { kind: 'Method', mentions: 12 })
const edges = [edge('model/mamba', 'model/rwkv'), edge('method/linear-attention', 'model/rwkv')]
const at = (x: number, y: number) => ({ x, y })
const picture = addEntities({
  entities: [rwkv, mamba],
  edges,
  positions: new Map([
    ['model/rwkv', at(0, 0)],
    ['model/mamba', at(9, 9)],
    ['model/nobody', at(3, 3)],
  ]),
})(EMPTY)
const withAttention = addEntities({
  entities: [attention, rwkv],
  edges,
  positions: new Map([
    ['method/linear-attention', at(5, 5)],
    ['model/rwkv', at(70, 70)],
  ]),
})(picture)

describe('a picture', () => {
  it('leaves out edges whose other end it does not show', () => {
    expect([...picture.edges.keys()]).toEqual(['CO_MENTION model/mamba model/rwkv'])
  })

  it('keeps everyone in place when more are added', () => {
    expect(withAttention.positions.get('model/rwkv')).toEqual(at(0, 0))
    expect(withAttention.positions.get('method/linear-attention')).toEqual(at(5, 5))
    expect(companyOf(withAttention, 'model/rwkv')).toEqual(new Set(['model/mamba', 'method/linear-attention']))
  })

  it('takes an entity off with its edges, remembers that, and forgets it when it comes back', () => {
    const without = removeEntities(['model/rwkv'])(withAttention)
    expect([...without.entities.keys()]).toEqual(['model/mamba', 'method/linear-attention'])
    expect(without.edges.size).toBe(0)
    expect(without.hidden).toEqual(new Set(['model/rwkv']))
    expect(addEntities({ entities: [rwkv], edges: [], positions: new Map() })(without).hidden.size).toBe(0)
  })

  it('remembers no place of those who are not there', () => {
    expect([...picture.positions.keys()]).toEqual(['model/rwkv', 'model/mamba'])
  })

  it('keeps only those asked for, and remembers who went', () => {
    const alone = keepOnly(['model/mamba'])(withAttention)
    expect([...alone.entities.keys()]).toEqual(['model/mamba'])
    expect(alone.hidden).toEqual(new Set(['model/rwkv', 'method/linear-attention']))
  })

  it('takes in what hangs on an entity alone, but nobody who is pinned or has other company', () => {
    const chain = addEntities({
      entities: [entity('method/delta-rule')],
      edges: [edge('method/delta-rule', 'method/linear-attention')],
      positions: new Map(),
    })(withAttention)
    expect(hangingOn(chain, 'model/rwkv')).toEqual(['model/mamba'])
    expect([...collapse('model/rwkv')(chain).entities.keys()]).not.toContain('model/mamba')
    expect(collapse('model/rwkv')(chain).hidden.size).toBe(0)
    expect(collapse('model/rwkv')(togglePins(['model/mamba'])(chain)).entities.size).toBe(4)
  })

  it('pins what is placed by hand, until it is unpinned', () => {
    const placed = placeEntities(new Map([['model/rwkv', at(7, 7)]]))(picture)
    expect(placed.positions.get('model/rwkv')).toEqual(at(7, 7))
    expect(placed.pinned).toEqual(new Set(['model/rwkv']))
    expect(togglePins(['model/rwkv', 'model/mamba'])(placed).pinned.size).toBe(2)
    expect(togglePins(['model/rwkv'])(placed).pinned.size).toBe(0)
  })

  it('knows how it was laid out', () => {
    const laid = layOut('rings', new Map([['model/mamba', at(1, 2)]]))(picture)
    expect([laid.layout, laid.positions.get('model/mamba'), laid.pinned.size]).toEqual(['rings', at(1, 2), 0])
  })

  it('is not changed by what is made from it', () => {
    removeEntities(['model/rwkv'])(picture)
    moveEntities(new Map([['model/rwkv', at(1, 1)]]))(picture)
    expect(picture.positions.get('model/rwkv')).toEqual(at(0, 0))
    expect(picture.entities.size).toBe(2)
  })
})

describe('history', () => {
  it('takes back and does again, one change at a time', () => {
    const start = startHistory<Picture>(picture)
    const hidden = commit(removeEntities(['model/rwkv']))(start)
    const both = commit(removeEntities(['model/mamba']))(hidden)
    expect(undo(both).present).toBe(hidden.present)
    expect(undo(undo(both)).present).toBe(picture)
    expect(redo(undo(both)).present).toBe(both.present)
    expect(undo(start)).toBe(start)
    expect(redo(both)).toBe(both)
  })

  it('does not count a change that changes nothing', () => {
    const start = startHistory<Picture>(picture)
    expect(commit(removeEntities(['model/nobody']))(start)).toBe(start)
  })

  it('forgets the undone when something else is done, and keeps at least fifty changes', () => {
    let history = startHistory(0)
    for (let step = 1; step <= 60; step++) history = commit(() => step)(history)
    for (let step = 0; step < 50; step++) history = undo(history)
    expect(history.present).toBe(10)
    expect(commit(() => 99)(history).future).toEqual([])
  })
})
