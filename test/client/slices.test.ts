import { describe, expect, it } from '@jest/globals'
import { KINDS } from '../../client/kinds.ts'
import { NO_FILTERS, soloKind, toggleKind, toggleScope } from '../../client/state/filters.ts'
import { focusEdge, idsOf } from '../../client/state/focus.ts'
import { answer, CLOSED, close, move, type } from '../../client/state/search.ts'
import { createStore } from '../../client/state/store.ts'

const hit = (id: string) => ({ id, name: id, kind: 'Model' as const, alias: id, mentions: 1 })

describe('filters', () => {
  it('toggle a kind and a scope there and back', () => {
    const hidden = toggleScope('thread')(toggleKind('Person')(NO_FILTERS))
    expect(hidden).toEqual({ hide: ['Person'], without: ['thread'] })
    expect(toggleScope('thread')(toggleKind('Person')(hidden))).toEqual(NO_FILTERS)
  })

  it('stand in the same order however they were chosen', () => {
    const one = toggleKind('Model')(toggleKind('Person')(NO_FILTERS))
    const other = toggleKind('Person')(toggleKind('Model')(NO_FILTERS))
    expect(one).toEqual(other)
  })

  it('show one kind alone, and all again when asked again', () => {
    const alone = soloKind('Paper')(NO_FILTERS)
    expect(alone.hide).toEqual(KINDS.filter((kind) => kind !== 'Paper'))
    expect(soloKind('Paper')(alone)).toEqual(NO_FILTERS)
  })
})

describe('the focus', () => {
  it('is the same edge from either end', () => {
    expect(focusEdge('model/rwkv', 'model/mamba')()).toEqual(focusEdge('model/mamba', 'model/rwkv')())
    expect(idsOf(focusEdge('b', 'a')())).toEqual(['a', 'b'])
  })
})

describe('the search', () => {
  const open = answer('rw', [hit('a'), hit('b')])(type('rw')(CLOSED))

  it('opens with letters and puts the first answer under Enter', () => {
    expect(open).toMatchObject({ open: true, active: 0, answered: 'rw' })
    expect(type('  ')(open).open).toBe(false)
  })

  it('drops an answer to what has since been changed', () => {
    const changed = type('rwk')(open)
    expect(answer('rw', [hit('late')])(changed)).toBe(changed)
  })

  it('goes round at both ends, and closes without forgetting the text', () => {
    expect(move(-1)(open).active).toBe(1)
    expect(move(1)(move(1)(open)).active).toBe(0)
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
