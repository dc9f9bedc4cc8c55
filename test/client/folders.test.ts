import { describe, expect, it } from '@jest/globals'
import { NO_FILTERS, setSource, setTime } from '../../client/state/filters.ts'
import { countDocuments, type Folder, toFolderRows, toFolders } from '../../client/state/folders.ts'
import { learn, NO_SOURCES } from '../../client/state/sources.ts'

const sources = learn({
  documents: [
    { id: 'doc/1', path: 'notes/deep/2023/a.md', date: '2023-12-10' },
    { id: 'doc/2', path: 'notes/deep/2023/b.md', date: '2024-01-10' },
    { id: 'doc/3', path: 'top.md', date: null },
    { id: 'doc/4', path: 'unseen.md', date: null },
  ],
  named: {
    'model/a': [
      [0, 5],
      [1, 2],
    ],
    'model/b': [
      [1, 1],
      [2, 1],
    ],
    'model/elsewhere': [[3, 1]],
  },
})(NO_SOURCES)
const tree = (filters = NO_FILTERS) => toFolders(['model/a', 'model/b'], sources, filters)
const outline = (folders: readonly Folder[]): unknown[] =>
  folders.map(({ name, count, inside }) => (inside ? [name, count, outline(inside)] : [name, count]))

describe('where things are named', () => {
  it('is a tree that counts entities, not mentions, and each once', () => {
    expect(outline(tree())).toEqual([
      [
        'notes/deep/2023',
        2,
        [
          ['a.md', 1],
          ['b.md', 2],
        ],
      ],
      ['top.md', 1],
    ])
    expect(tree()[0]?.path).toBe('notes/deep/2023/')
    expect(countDocuments(tree())).toBe(3)
  })

  it('counts what passes the other filters, whichever place is chosen', () => {
    const filters = setSource('top.md')(setTime('2024', null)(NO_FILTERS))
    expect(outline(tree(filters))).toEqual([
      [
        'notes/deep/2023',
        2,
        [
          ['a.md', 0],
          ['b.md', 2],
        ],
      ],
      ['top.md', 0],
    ])
  })

  it('shows what is inside of open folders, with its place among its neighbours', () => {
    const closed = toFolderRows(tree(), () => false)
    expect(closed.map(({ folder, open }) => [folder.name, open])).toEqual([
      ['notes/deep/2023', false],
      ['top.md', undefined],
    ])
    const open = toFolderRows(tree(), () => true)
    expect(open.map(({ level, position, among }) => [level, position, among])).toEqual([
      [1, 1, 2],
      [2, 1, 2],
      [2, 2, 2],
      [1, 2, 2],
    ])
  })

  it('finds documents by letters of their path, in closed folders too', () => {
    const found = toFolderRows(tree(), () => false, ' B.MD ')
    expect(found.map(({ folder }) => folder.name)).toEqual(['notes/deep/2023', 'b.md'])
    expect(toFolderRows(tree(), () => true, 'zebra')).toEqual([])
  })
})
