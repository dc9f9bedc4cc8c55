import { describe, expect, it } from '@jest/globals'
import { addView, removeView, renameView, type SavedView, toViews } from '../../client/state/saved.ts'

const view = (name: string, hash = '#/look') => ({ name, hash, places: [['model/rwkv', 10, -20] as const] })
const saved = (...names: string[]) => names.reduce<readonly SavedView[]>((now, name) => addView(view(name))(now), [])
const namesOf = (views: readonly SavedView[]) => views.map(({ name }) => name)

describe('saved views', () => {
  it('stand latest first, each with an id of its own, even after one was deleted', () => {
    const views = saved('a', 'b', 'c')
    expect(namesOf(views)).toEqual(['c', 'b', 'a'])
    const more = addView(view('d'))(removeView(views[1]?.id ?? '')(views))
    expect(namesOf(more)).toEqual(['d', 'c', 'a'])
    expect(new Set(more.map(({ id }) => id)).size).toBe(3)
  })

  it('replace one of the same name', () => {
    const views = addView(view('  a ', '#/look?focus=model/mamba'))(saved('a', 'b'))
    expect(namesOf(views)).toEqual(['a', 'b'])
    expect(views[0]?.hash).toBe('#/look?focus=model/mamba')
  })

  it('are renamed in place, and a name is never there twice', () => {
    const views = saved('a', 'b', 'c')
    expect(namesOf(renameView(views[1]?.id ?? '', 'B')(views))).toEqual(['c', 'B', 'a'])
    expect(namesOf(renameView(views[1]?.id ?? '', 'a')(views))).toEqual(['c', 'a'])
  })

  it('come back as they were kept', () => {
    const views = saved('长度外推', '<b>x</b>')
    expect(toViews(JSON.stringify(views))).toEqual(views)
  })

  it.each([
    '',
    'no JSON',
    '{"a": 1}',
    '[null, 7, {"id": "1", "name": "x", "hash": "javascript:alert(1)", "places": []}]',
  ])('are none where %j was kept', (text) => {
    expect(toViews(text)).toEqual([])
  })
})
