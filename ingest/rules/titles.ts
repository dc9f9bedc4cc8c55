/** A paper's title where the words are: on the paper's own page, as the text of its link, between 《 and 》. */
import type { Claims, Named } from '../finds.ts'
import { toLink } from '../links.ts'
import type { Page } from './page.ts'

// [Mamba: Linear-Time Sequence Modeling …](https://arxiv.org/abs/2312.00752)
const LINK = /(?<!!)\[([^\]\n]{8,300})\]\((https?:[^\s)]+)\)/g
// 《Training language models to follow instructions》
const QUOTED = /《([^》\n]{12,300})》/g
const WORD = /[A-Za-z][\w'-]*/g

export function readTitles(page: Page, claims: Claims): void {
  const { text, paper } = page
  if (paper?.facts.title) readOwnTitle(page, claims, { kind: 'Paper', name: paper.facts.title, ...paper })
  if (text.includes('](')) {
    for (const { 0: whole, 1: title = '', 2: url = '', index } of text.matchAll(LINK)) {
      const link = toLink(url)?.link
      if (link?.kind !== 'Paper' || !readsAsTitle(title)) continue
      const start = index + whole.indexOf(title)
      const facts = { ...link.facts, title }
      claims.claim(start, start + title.length, 'title:link', { ...link, name: title, facts })
    }
  }
  if (text.includes('《')) {
    for (const { 1: title = '', index } of text.matchAll(QUOTED)) {
      if (!readsAsTitle(title)) continue
      const named = { kind: 'Paper', name: title, facts: { title } } as const
      claims.claim(index + 1, index + 1 + title.length, 'title:quoted', named)
    }
  }
}

/** Once in each passage; the copies that HTML keeps in its attributes are none. */
function readOwnTitle({ text, stretches }: Page, claims: Claims, named: Named): void {
  let start = text.indexOf(named.name)
  for (const stretch of stretches) {
    if (start < 0) return
    if (start < stretch.start) start = text.indexOf(named.name, stretch.start)
    const end = start + named.name.length
    if (start >= stretch.start && end <= stretch.end && !isTag(text, stretch.start))
      claims.claim(start, end, 'title:page', named)
  }
}

function isTag(text: string, start: number): boolean {
  return text[start] === '<'
}

/** Three English words or more and little Chinese: [InfoNCE] and [最早的 linear attention] are what a note calls a paper. */
function readsAsTitle(text: string): boolean {
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  return (text.match(WORD) ?? []).length >= 3 && han < text.length * 0.2 && !/^https?:/.test(text)
}
