import { describe, expect, it } from '@jest/globals'
import { focusEdge, focusGroup, idsOf, NOTHING, toggleInFocus } from '../../client/state/focus.ts'
import { answer, CLOSED, close, move, type } from '../../client/state/search.ts'
import { createStore } from '../../client/state/store.ts'

const hit = (id: string) => ({ id, name: id, kind: 'Model' as const, alias: id, mentions: 1, how: 'exact' as const })

describe('the focus', () => {
  it('is the same edge from either end', () => {
    expect(focusEdge('model/rwkv', 'model/mamba')()).toEqual(focusEdge('model/mamba', 'model/rwkv')())
    expect(idsOf(focusEdge('b', 'a')())).toEqual(['a', 'b'])
  })

  it('is one entity where a group has one, and nothing where it has none', () => {
    expect(focusGroup(['b', 'a', 'b'])()).toEqual({ type: 'group', ids: ['a', 'b'] })
    expect(focusGroup(['a'])()).toEqual({ type: 'entity', id: 'a' })
    expect(focusGroup([])()).toEqual(NOTHING)
  })

  it('grows and shrinks by one', () => {
    const two = toggleInFocus('b')(toggleInFocus('a')(NOTHING))
    expect(idsOf(two)).toEqual(['a', 'b'])
    expect(toggleInFocus('a')(two)).toEqual({ type: 'entity', id: 'b' })
    expect(idsOf(toggleInFocus('c')(focusEdge('a', 'b')()))).toEqual(['a', 'b', 'c'])
  })
})

describe('the search', () => {
  const open = answer('rw', [hit('a'), hit('b')])(type('rw')(CLOSED))

  it('opens with letters and puts the first answer under Enter', () => {
    expect(open).toMatchObject({ open: true, active: 0, answered: 'rw' })
    expect(type('  ')(open)).toMatchObject({ hits: [], active: -1 })
  })

  it('drops an answer to what has since been changed', () => {
    const changed = type('rwk')(open)
    expect(answer('rw', [hit('late')])(changed)).toBe(changed)
  })

  it('goes round at both ends, and closes without forgetting the text', () => {
    expect(move(-1, 2)(open).active).toBe(1)
    expect(move(1, 2)(move(1, 2)(open)).active).toBe(0)
    expect(close()(open)).toMatchObject({ open: false, text: 'rw' })
  })
})

describe('a store', () => {
  it('changes only through a pure change', () => {
    const store = createStore({ count: 1 })
    const before = store.peek()
    store.set((now) => ({ count: now.count + 1 }))
    expect([before.count, store.value.count]).toEqual([1, 2])
  })
})
