/** What one graph has that another has not: the answer of `kith diff`. */
import type { EdgeType, Kind } from '../../ingest/types.ts'
import type { Receipt } from '../canonical.ts'

export interface Listed<T> {
  items: T[]
  total: number
}

export interface NamedThing {
  id: string
  name: string
  kind: Kind
}

/** What is only in one of the graphs. */
export interface Only {
  documents: Listed<{ id: string; path: string; title: string; date: string | null }>
  papers: Listed<NamedThing & { title: string; arxiv: string | null; year: number | null; url: string | null }>
  /** Without the papers. */
  entities: Listed<NamedThing & { mentions: number; documents: number }>
  /** Pairs named together; both are known to the other graph, which never joins them. */
  meetings: Listed<Joined>
  /** Typed relations, between whomever. */
  relations: Listed<Joined & { type: EdgeType; cue: string | null }>
}

export interface Joined {
  source: NamedThing
  target: NamedThing
  weight: number
  receipts: Receipt[]
}

export interface Diff {
  added: Only
  removed: Only
  /** The same file with other bytes. */
  changed: Listed<{ id: string; path: string }>
  /** Under another id or name, one that was several, or several that were one. */
  renamed: Listed<{ from: NamedThing[]; to: NamedThing[] }>
  /** Pairs that are joined in both, much more strongly in the new, or much less. */
  grew: Listed<{ source: NamedThing; target: NamedThing; before: number; after: number }>
  shrank: Listed<{ source: NamedThing; target: NamedThing; before: number; after: number }>
}
