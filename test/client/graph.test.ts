import { describe, expect, it } from '@jest/globals'
import { toVisible } from '../../client/state/filters.ts'
import {
  addEntities,
  companyOf,
  EMPTY,
  hideEntity,
  moveEntities,
  type Picture,
  showOverview,
} from '../../client/state/graph.ts'
import { commit, redo, startHistory, undo } from '../../client/state/history.ts'
import { edge, entity } from './fixtures.ts'

const rwkv = entity('model/rwkv', { mentions: 31 })
const mamba = entity('model/mamba', { mentions: 17 })
const attention = entity('method/linear-attention', { kind: 'Method', mentions: 12 })
const overview = {
  nodes: [rwkv, mamba],
  edges: [edge('model/mamba', 'model/rwkv'), edge('method/linear-attention', 'model/rwkv')],
  total: 3,
  stories: [],
}
const at = (x: number, y: number) => ({ x, y })
const picture = showOverview(
  overview,
  new Map([
    ['model/rwkv', at(0, 0)],
    ['model/mamba', at(9, 9)],
  ]),
)(EMPTY)
const withAttention = addEntities({
  entities: [attention, rwkv],
  edges: overview.edges,
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
    const without = hideEntity('model/rwkv')(withAttention)
    expect([...without.entities.keys()]).toEqual(['model/mamba', 'method/linear-attention'])
    expect(without.edges.size).toBe(0)
    expect(without.hidden).toEqual(new Set(['model/rwkv']))
    expect(addEntities({ entities: [rwkv], edges: [], positions: new Map() })(without).hidden.size).toBe(0)
  })

  it('is not changed by what is made from it', () => {
    hideEntity('model/rwkv')(picture)
    moveEntities(new Map([['model/rwkv', at(1, 1)]]))(picture)
    expect(picture.positions.get('model/rwkv')).toEqual(at(0, 0))
    expect(picture.entities.size).toBe(2)
  })
})

describe('history', () => {
  it('takes back and does again, one change at a time', () => {
    const start = startHistory<Picture>(picture)
    const hidden = commit(hideEntity('model/rwkv'))(start)
    const both = commit(hideEntity('model/mamba'))(hidden)
    expect(undo(both).present).toBe(hidden.present)
    expect(undo(undo(both)).present).toBe(picture)
    expect(redo(undo(both)).present).toBe(both.present)
    expect(undo(start)).toBe(start)
    expect(redo(both)).toBe(both)
  })

  it('does not count a change that changes nothing', () => {
    const start = startHistory<Picture>(picture)
    expect(commit(hideEntity('model/nobody'))(start)).toBe(start)
  })

  it('forgets the undone when something else is done, and keeps at least fifty changes', () => {
    let history = startHistory(0)
    for (let step = 1; step <= 60; step++) history = commit(() => step)(history)
    for (let step = 0; step < 50; step++) history = undo(history)
    expect(history.present).toBe(10)
    expect(commit(() => 99)(history).future).toEqual([])
  })
})

describe('what is visible', () => {
  it('lists the most mentioned first', () => {
    const { entities } = toVisible(withAttention, { hide: [], without: [] })
    expect(entities.map((one) => one.mentions)).toEqual([31, 17, 12])
  })

  it('drops the edges of a hidden kind and those of a hidden scope', () => {
    expect(toVisible(withAttention, { hide: ['Method'], without: [] }).edges).toHaveLength(1)
    expect(toVisible(withAttention, { hide: [], without: ['sentence'] }).edges).toHaveLength(0)
  })

  it('shows what is in focus although its kind is hidden', () => {
    const { entities } = toVisible(withAttention, { hide: ['Method'], without: [] }, ['method/linear-attention'])
    expect(entities).toContain(attention)
  })
})
