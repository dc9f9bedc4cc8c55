import { describe, expect, it } from '@jest/globals'
import { type Crumbs, NO_CRUMBS, visit } from '../../client/state/crumbs.ts'

const walk = (...ids: string[]): Crumbs =>
  ids.reduce((now, id) => visit({ id, name: id, kind: 'Model' })(now), NO_CRUMBS)
const told = ({ items, at }: Crumbs) => [items.map(({ id }) => id).join(' '), items[at]?.id]

describe('the way somebody went', () => {
  it('grows by each one that is looked at', () => {
    expect(told(walk('rwkv', 'mamba', 'dpo'))).toEqual(['rwkv mamba dpo', 'dpo'])
  })

  it('stays when one goes back along it, and is left when one goes elsewhere', () => {
    const back = walk('rwkv', 'mamba', 'dpo', 'rwkv')
    expect(told(back)).toEqual(['rwkv mamba dpo', 'rwkv'])
    expect(told(visit({ id: 'moe', name: 'moe', kind: 'Model' })(back))).toEqual(['rwkv moe', 'moe'])
  })

  it('is the same when the same is looked at again', () => {
    const once = walk('rwkv', 'mamba')
    expect(visit({ id: 'mamba', name: 'mamba', kind: 'Model' })(once)).toBe(once)
  })

  it('forgets the oldest', () => {
    expect(told(walk('a', 'b', 'c', 'd', 'e', 'f', 'g'))).toEqual(['b c d e f g', 'g'])
  })
})
