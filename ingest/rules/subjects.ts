/**
 * A line that files its document under subjects: **匹配领域**: **支柱九：具身大模型 (Embodied Foundation Models)**.
 *
 * Sites put it on every page, so what it names is a mention, for readers to find, and joins nothing (see pipeline.ts). The first rule
 * of all, for such a line is template too.
 */
import type { Claims } from '../finds.ts'
import type { Span } from '../sentences.ts'
import { readListedNames } from './names.ts'
import type { Page } from './page.ts'

const LABEL = /[^\p{L}\n]{0,12}(?:匹配领域|研究领域|学科分类|Subjects?|Topics?)[*_\s]{0,3}[:：]/uy

export const SUBJECT = 'layout:subject'

export function readSubjects(page: Page, claims: Claims): void {
  const { text, stretches } = page
  const lines: Span[] = []
  for (const { start, end } of stretches) {
    LABEL.lastIndex = start
    if (LABEL.test(text)) lines.push({ start: LABEL.lastIndex, end })
  }
  if (lines.length === 0) return
  readListedNames({ ...page, stretches: lines }, claims)
  for (const find of claims.finds) find.rule = SUBJECT
}
