/**
 * A test of concept → papers: pages of papers whose line of keywords is hidden, and which pages carried which keyword.
 *
 * A concept counts that 8 to 120 pages carry. `strict` are the pages that carry it; `relaxed` also those with a keyword
 * that holds it (思维链推理 for 思维链), for the strict one rewards guessing in which form a keyword was written down.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { order } from '../../ingest/entities.ts'
import { collectFiles } from '../../server/files.ts'

export interface FindGold {
  /** Where the pages without their keywords are. */
  folder: string
  /** arXiv number → text of the page as it is searched. */
  pages: ReadonlyMap<string, string>
  concepts: readonly FindConcept[]
}

export interface FindConcept {
  name: string
  strict: ReadonlySet<string>
  relaxed: ReadonlySet<string>
  /** In which half of the concepts it is: weights are fitted on one and measured on the other. */
  half: 0 | 1
}

const KEYWORDS = /\*\*关键词\*\*[:：].*/
const ARXIV = /arxiv\.org\/abs\/(\d{4}\.\d{4,5})/
const [FEWEST, MOST] = [8, 120]

/** @param to an empty folder, for the pages without their keywords */
export async function readFindGold(from: string, to: string): Promise<FindGold> {
  mkdirSync(to, { recursive: true })
  const pages = new Map<string, string>()
  const carriers = new Map<string, Set<string>>()
  const { files } = await collectFiles([from])
  for (const { file } of files) {
    const text = readFileSync(file, 'utf8')
    const [arxiv, line] = [ARXIV.exec(text)?.[1], KEYWORDS.exec(text)?.[0]]
    if (!arxiv || !line) continue
    const hidden = text.replace(line, '')
    writeFileSync(join(to, `${arxiv}.md`), hidden)
    pages.set(arxiv, hidden)
    for (const [, keyword = ''] of line.matchAll(/`([^`]+)`/g)) {
      const own = carriers.get(keyword.trim()) ?? new Set()
      carriers.set(keyword.trim(), own.add(arxiv))
    }
  }
  const all = [...carriers].sort(([a], [b]) => order(a, b))
  const concepts = all
    .filter(([, own]) => own.size >= FEWEST && own.size <= MOST)
    .map(([name, strict]) => ({
      name,
      strict,
      relaxed: new Set(all.flatMap(([keyword, own]) => (keyword.includes(name) ? [...own] : []))),
      half: halfOf(name),
    }))
  return { folder: to, pages, concepts }
}

/** By its letters alone, so that a concept stays in its half whatever else is there. */
function halfOf(name: string): 0 | 1 {
  let hash = 7
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return hash % 2 === 0 ? 0 : 1
}
