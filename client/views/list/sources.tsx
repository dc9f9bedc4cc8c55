/** Where what is in the picture is named: a tree of folders and documents, one of which may be chosen. */
import { computed } from '@preact/signals'
import { useState } from 'preact/hooks'
import { filters, setSource, toVisible } from '../../state/filters.ts'
import { countDocuments, type Folder, type FolderRow, toFolderRows, toFolders } from '../../state/folders.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { sources } from '../../state/sources.ts'
import { whole } from '../../state/whole.ts'
import { Fold } from '../fold.tsx'
import { Empty, Loading } from '../states.tsx'
import { isTouch } from '../touch.ts'
import { stepFrom, useVirtual } from '../virtual.ts'

/** With more documents than this, there is a field to find one. */
const MANY = 30
/** With more documents than this, folders are closed at first. */
const SHORT = 12

const entities = computed(() => graph.value.present.entities)
const folders = computed(() => {
  // Edges have no part in it.
  const picture = { ...graph.peek().present, entities: entities.value, edges: new Map() }
  const elsewhere = { ...filters.value, source: null }
  const passing = toVisible(picture, elsewhere, sources.value).entities
  return toFolders(
    passing.map(({ id }) => id),
    sources.value,
    elsewhere,
  )
})

export function SourceFilter() {
  const { where } = words.value
  const { source } = filters.value
  return (
    <Fold name="sources" title={where.label} note={source}>
      {whole.value.total === null ? <Loading lines={4} /> : <SourceTree />}
    </Fold>
  )
}

function SourceTree() {
  const { where } = words.value
  const { source } = filters.value
  const [typed, setTyped] = useState('')
  const documents = countDocuments(folders.value)
  return (
    <>
      {source !== null && (
        <p class="where-all">
          <button type="button" class="link" onClick={() => filters.set(setSource(null))}>
            {where.all}
          </button>
        </p>
      )}
      {documents > MANY && (
        <input
          class="where-field"
          type="search"
          value={typed}
          placeholder={where.filter}
          aria-label={where.filter}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <Tree folders={folders.value} documents={documents} typed={typed} />
    </>
  )
}

function Tree({ folders, documents, typed }: { folders: readonly Folder[]; documents: number; typed: string }) {
  const { where } = words.value
  const { source } = filters.value
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [activePath, setActive] = useState('')
  const isOpen = (path: string) => opened.get(path) ?? (documents <= SHORT || source?.startsWith(path) === true)
  const open = (path: string, now: boolean) => setOpened(new Map([...opened, [path, now]]))
  const rows = toFolderRows(folders, isOpen, typed)
  const active = rows.findIndex(({ folder }) => folder.path === (activePath || source))
  const rowHeight = isTouch.value ? 44 : 28
  const { box, indexes, height, reveal, page } = useVirtual({ count: rows.length, rowHeight, active })
  if (!rows.length) return <Empty>{typed ? where.none : where.nowhere}</Empty>
  const goTo = (index: number) => {
    setActive(rows[index]?.folder.path ?? '')
    reveal(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active]
    const next = stepFrom(event.key, active, rows.length, page())
    if (next !== null) goTo(next)
    else if (!row) return
    else if (event.key === 'Enter' || event.key === ' ') choose(row.folder)
    else if (event.key === 'ArrowRight' && row.open === false) open(row.folder.path, true)
    else if (event.key === 'ArrowRight' && row.open) goTo(active + 1)
    else if (event.key === 'ArrowLeft' && row.open) open(row.folder.path, false)
    else if (event.key === 'ArrowLeft' && row.level > 1) goTo(parentOf(rows, active))
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      class="rows tree"
      role="tree"
      tabIndex={0}
      aria-label={where.tree}
      aria-activedescendant={active >= 0 ? `place-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div class="table-space" role="presentation" style={{ height: `${height}px` }}>
        {indexes.map((index) => {
          const row = rows[index]
          return (
            row && (
              <Row
                key={row.folder.path}
                row={row}
                index={index}
                active={index === active}
                style={{ transform: `translateY(${index * rowHeight}px)`, '--level': row.level }}
                onOpen={() => open(row.folder.path, !row.open)}
                onChoose={() => {
                  setActive(row.folder.path)
                  choose(row.folder)
                }}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

interface RowProps {
  row: FolderRow
  index: number
  active: boolean
  style: Record<string, string | number>
  onOpen: () => void
  onChoose: () => void
}

function Row({ row: { folder, level, position, among, open }, index, active, style, onOpen, onChoose }: RowProps) {
  const { where } = words.value
  return (
    <div
      id={`place-${index}`}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={among}
      aria-expanded={open}
      aria-selected={filters.value.source === folder.path}
      class={active ? 'row active' : 'row'}
      data-none={folder.count === 0}
      style={style}
      title={folder.path}
      onClick={onChoose}
    >
      <span
        class="twig"
        aria-hidden="true"
        onClick={(event) => {
          if (open === undefined) return
          event.stopPropagation()
          onOpen()
        }}
      >
        {open === undefined ? '' : open ? '▾' : '▸'}
      </span>
      <bdi class="row-name">{folder.name}</bdi>
      <span class="count">
        <span aria-hidden="true">{number(folder.count)}</span>
        <span class="visually-hidden">, {where.count(number(folder.count))}</span>
      </span>
    </div>
  )
}

/** One place at a time; asked again, everywhere. */
function choose({ path }: Folder): void {
  filters.set((now) => setSource(now.source === path ? null : path)(now))
}

const parentOf = (rows: readonly FolderRow[], index: number): number =>
  rows.findLastIndex((row, at) => at < index && row.level < (rows[index]?.level ?? 0))
