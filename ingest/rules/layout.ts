/** Labelled lines that list names outright: what stands after the label, and how the list is cut. */
import type { Claims } from '../finds.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Kind } from '../types.ts'
import { isGeneric } from './generic.ts'
import { kindOfTerm } from './heads.ts'
import { fromEntry } from './links.ts'
import type { Page } from './page.ts'

interface LayoutRule {
  name: string
  /** Matches from the start of the line to the first listed name. */
  label: RegExp
  kind: Kind
  /** One listed name; its first group is the name where the match holds more. */
  item: RegExp
}

const LAYOUT_RULES: readonly LayoutRule[] = [
  {
    // **作者**: Piotr Piękos, Róbert Csordás · Authors: A and B
    name: 'authors',
    label: /[*_]{0,2}(?:作者|Authors?)[*_]{0,2}\s?[:：][*_]{0,2}\s*/iy,
    kind: 'Person',
    item: /(?!and\b)([^\s,，、;；*_`\d][^,，、;；*_`\d\n]{1,50}?)(?=\s*(?:[,，、;；\n]|\band\b|$))/g,
  },
  {
    // **关键词**: `稀疏注意力` `混合专家` · Keywords: DPO, RLHF
    name: 'keywords',
    label: /[*_]{0,2}(?:关键词|关键字|Keywords?)[*_]{0,2}\s?[:：][*_]{0,2}\s*/iy,
    kind: 'Concept',
    item: /`([^`\n]{2,60})`|([^\s,，、;；`*_|][^,，、;；`*_|\n]{1,50}?)(?=\s*(?:[,，、;；|\n]|$))/g,
  },
]

/** What such a label may begin with. */
const FIRST = /[*_作关aAkK]/

export function readLayout({ text, stretches, lexicon }: Page, claims: Claims): void {
  for (const stretch of stretches) {
    if (!FIRST.test(text[stretch.start] ?? '')) continue
    for (const { name: rule, label, kind, item } of LAYOUT_RULES) {
      label.lastIndex = stretch.start
      if (!label.test(text)) continue
      const from = label.lastIndex
      const newline = text.indexOf('\n', from)
      const line = text.slice(from, newline < 0 ? stretch.end : Math.min(newline, stretch.end))
      for (const found of line.matchAll(item)) {
        const whole = found[1] ?? found[2] ?? ''
        const start = from + found.index + found[0].indexOf(whole)
        if (isGeneric(whole)) continue
        const name = kind === 'Person' ? whole : withoutSuffix(whole, lexicon)
        const entry = lexicon.find(name)
        const named = entry ? fromEntry(entry) : { kind: kind === 'Person' ? kind : kindOfTerm(name, lexicon), name }
        claims.claim(start, start + name.length, `layout:${rule}`, named)
      }
    }
  }
}

const SUFFIX = /(?:能力|任务|模块|算法|框架|系统|技术|方法|机制|模型|问题|架构)$/

/** 推理能力 is 推理, where the list knows the shorter name and not the whole. */
function withoutSuffix(name: string, lexicon: Lexicon): string {
  const short = name.replace(SUFFIX, '')
  return short !== name && !lexicon.knows(name) && lexicon.knows(short) ? short : name
}
