/** What this graph is made of, what was left out of it, and how well its makers found names where that was measured. */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { order } from '../../ingest/entities.ts'
import type { Language } from '../../ingest/types.ts'
import { type About, type Document, type QualityCard, qualityCard } from '../api.ts'
import { LICENCE, ROOT, VERSION } from '../root.ts'
import type { Database } from '../store/database.ts'
import { readSkipped } from '../store/state.ts'
import { askDocuments } from './documents.ts'
import { askStats, countRelations } from './stats.ts'

/** Where `npm run eval -- --write` leaves its figures; it ships with the package. */
export const QUALITY = join(ROOT, 'docs', 'quality.json')

/** Folders that an answer names at most. */
const MOST_FOLDERS = 200

/** @param file of the figures; null in the answer where it is not there or holds something else */
export async function askAbout(database: Database, file: string = QUALITY): Promise<About> {
  const { entities, mentions, passages, edges, firstSeen, lastSeen, sha256 } = await askStats(database)
  const { items: documents } = await askDocuments(database)
  return {
    version: VERSION,
    licence: LICENCE,
    store: database.store,
    sha256,
    corpus: { ...describeDocuments(documents), firstSeen, lastSeen },
    counts: { entities, mentions, passages, edges, relations: await countRelations(database) },
    skipped: await readSkipped(database),
    quality: readQuality(file),
  }
}

function describeDocuments(documents: readonly Document[]): Omit<About['corpus'], 'firstSeen' | 'lastSeen'> {
  const byLanguage: Record<Language, number> = { zh: 0, en: 0, mixed: 0 }
  const folders = new Map<string, number>()
  let bytes = 0
  for (const { path, lang, bytes: size } of documents) {
    byLanguage[lang as Language]++
    bytes += size
    const folder = path.includes('/') ? posix.dirname(path) : ''
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  const byFolder = [...folders].map(([folder, documents]) => ({ folder, documents }))
  byFolder.sort((a, b) => b.documents - a.documents || order(a.folder, b.folder))
  return {
    documents: documents.length,
    bytes,
    byLanguage,
    byFolder: byFolder.slice(0, MOST_FOLDERS),
    folders: folders.size,
  }
}

function readQuality(file: string): QualityCard | null {
  try {
    return qualityCard.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
