/**
 * Material → what of it is on the topic: the papers that speak of the concept, and a few that only come near.
 *
 * A ranking finds papers by many signs, and the last of them share hardly a word with the concept. A survey that groups
 * those by their names groups noise, so they make no section.
 */
import type { Paper } from '../find/library.ts'
import type { Line, Material } from './material.ts'
import { toSentences } from './prose.ts'
import type { Topic } from './topic.ts'

export interface OnTopic extends Material {
  /** Those that were ranked high without speaking of the concept. */
  near: readonly Paper[]
}

const MOST_NEAR = 3
/** Free text is spoken of where a sentence has so much of it; half of that comes near. */
const MOST_WORDS = 0.35

export function onTopic(material: Material, topic: Topic): OnTopic {
  const shares = new Map<string, number>()
  for (const line of material.lines) {
    const share = shareOf(line, topic)
    for (const id of papersOf(line)) shares.set(id, Math.max(shares.get(id) ?? 0, share))
  }
  const speaking = (least: number) =>
    material.papers.filter(({ entity: { id } }) => (shares.get(id) ?? 0) >= least || material.joined.has(id))
  const direct = speaking(MOST_WORDS)
  // Where none says it in these words, free text has the nearest; a name that no paper names has no papers.
  const papers = direct.length || topic.id !== null ? direct : speaking(MOST_WORDS / 2)
  const last = papers.length ? material.papers.indexOf(papers.at(-1) as Paper) : 0
  const near = material.papers
    .slice(0, last)
    .filter((paper) => !papers.includes(paper))
    .slice(0, MOST_NEAR)
  const kept = new Set([...papers, ...near].map(({ entity }) => entity.id))
  const isOn = (line: Line) => shareOf(line, topic) >= MOST_WORDS || papersOf(line).some((id) => kept.has(id))
  return { ...material, papers, near, lines: material.lines.filter(isOn) }
}

const papersOf = ({ paper, names }: Line): string[] => (paper ? [paper] : names.map(({ entity }) => entity))

/** The concept's own page is all about it. */
function shareOf(line: Line, topic: Topic): number {
  if (topic.id !== null) return line.paper === topic.id || line.names.some(({ entity }) => entity === topic.id) ? 1 : 0
  return Math.max(0, ...toSentences([line]).map((sentence) => topic.share(sentence)))
}
