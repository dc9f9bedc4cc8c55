/**
 * What a row holds that the notes can vouch for: entities, edges, passages and documents, each once.
 *
 * A node and a plain id (`model/rwkv` in a column of text) are the same entity; lists, maps and paths are looked into.
 */
import type { Cell, EdgeCell, Kind, NodeCell } from '../types.ts'
import { isEntityKind, kindOf, kindOfId, nameOfNode, numberOf, textOf, toSorted } from './cells.ts'

export interface EntityThing {
  readonly id: string
  readonly kind: Kind
  /** Null where only the id is known. */
  readonly name: string | null
}

export interface EdgeThing {
  readonly type: string
  readonly source: string
  readonly target: string
}

export interface PassageThing {
  readonly id: string
  /** Entities it was found by. */
  readonly about: readonly string[]
}

export interface DocumentThing {
  readonly id: string
  readonly name: string | null
  /** Where the row points to, from 1. */
  readonly line: number | null
}

export interface Things {
  readonly entities: readonly EntityThing[]
  readonly edges: readonly EdgeThing[]
  readonly passages: readonly PassageThing[]
  readonly documents: readonly DocumentThing[]
}

/** Things of one sort that are looked for in a row; nobody reads the lines of more. */
const MOST = 200
const DEEPEST = 12

export function thingsIn(cells: readonly (Cell | undefined)[]): Things {
  const found = createFinds()
  for (const cell of cells) look(cell, found, 0)
  return found.end()
}

export const isEmpty = ({ entities, edges, passages, documents }: Things): boolean =>
  !entities.length && !edges.length && !passages.length && !documents.length

type Finds = ReturnType<typeof createFinds>

function look(cell: Cell | undefined, found: Finds, depth: number): void {
  const sorted = toSorted(cell)
  switch (sorted.sort) {
    case 'text':
      return found.id(sorted.value, null)
    case 'node':
      return found.node(sorted.value)
    case 'edge':
      return found.edge(sorted.value)
    case 'path':
      sorted.value.nodes.forEach(found.node)
      return sorted.value.edges.forEach(found.edge)
    case 'list':
      if (depth < DEEPEST) for (const item of sorted.value.slice(0, MOST)) look(item, found, depth + 1)
      return
    case 'map':
      if (depth < DEEPEST) for (const item of Object.values(sorted.value).slice(0, MOST)) look(item, found, depth + 1)
      return
    default:
      return
  }
}

function createFinds() {
  const entities = new Map<string, EntityThing>()
  const edges = new Map<string, EdgeThing>()
  const passages = new Map<string, PassageThing>()
  const documents = new Map<string, DocumentThing>()
  const entity = (id: string, kind: Kind, name: string | null) => {
    const known = entities.get(id)
    if (!known ? entities.size < MOST : known.name === null) entities.set(id, { id, kind, name })
  }
  const passage = (id: string, about: readonly string[]) => {
    const known = passages.get(id)
    if (known || passages.size < MOST)
      passages.set(id, { id, about: [...new Set([...(known?.about ?? []), ...about])] })
  }
  const document = (id: string, name: string | null, line: number | null) => {
    const known = documents.get(id)
    if (known || documents.size < MOST) documents.set(id, { id, name: known?.name ?? name, line: known?.line ?? line })
  }
  const id = (text: string, name: string | null) => {
    const kind = kindOfId(text)
    if (kind === 'Passage') passage(text, [])
    else if (kind === 'Document') document(text, name, null)
    else if (kind) entity(text, kind, name)
  }
  return {
    id,
    node: (node: NodeCell) => {
      const kind = kindOf(node)
      const own = node.id ?? textOf(node.properties, 'id')
      if (own === null) return
      if (kind === 'Passage') passage(own, [])
      else if (kind === 'Document') document(own, nameOfNode(node), null)
      else if (isEntityKind(kind)) entity(own, kind, nameOfNode(node))
    },
    edge: ({ type, source, target, properties }: EdgeCell) => {
      if (source === null || target === null) return
      // A passage that names an entity is itself the line; a place in a document is where to read it.
      if (type === 'MENTIONS') {
        passage(source, [target])
        id(target, null)
      } else if (type === 'HAS') {
        document(source, null, numberOf(properties, 'line'))
        passage(target, [])
      } else if (type === 'ABOUT') {
        id(source, null)
        id(target, null)
      } else if (edges.size < MOST) edges.set(`${type} ${source} ${target}`, { type, source, target })
    },
    end: (): Things => ({
      entities: [...entities.values()],
      edges: [...edges.values()],
      passages: [...passages.values()],
      documents: [...documents.values()],
    }),
  }
}

/** What every node of an answer is called, by id. */
export function namesIn(rows: readonly (readonly Cell[])[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { nodes } of graphCells(rows)) {
    for (const node of nodes) if (node.id !== null) names.set(node.id, nameOfNode(node))
  }
  return names
}

/** Entities that are the end of an edge and nowhere a node. */
export function endsWithoutName(rows: readonly (readonly Cell[])[], names: ReadonlyMap<string, string>): string[] {
  const ids = new Set<string>()
  for (const { edges } of graphCells(rows)) {
    for (const { source, target } of edges) {
      for (const id of [source, target]) {
        if (id !== null && !names.has(id) && isEntityKind(kindOfId(id) ?? 'Other')) ids.add(id)
      }
    }
  }
  return [...ids]
}

/** Nodes, edges and paths that are cells; those inside of lists and maps are not looked for. */
function* graphCells(rows: readonly (readonly Cell[])[]): Generator<{ nodes: NodeCell[]; edges: EdgeCell[] }> {
  for (const row of rows)
    for (const cell of row) {
      const sorted = toSorted(cell)
      if (sorted.sort === 'path') yield sorted.value
      else if (sorted.sort === 'node') yield { nodes: [sorted.value], edges: [] }
      else if (sorted.sort === 'edge') yield { nodes: [], edges: [sorted.value] }
    }
}
