/** Labelled lines that list names outright: what stands after the label, and how the list is cut. */
import type { Kind } from '../types.ts'

export interface LayoutRule {
  name: string
  /** Matches from the start of the line to the first listed name. */
  label: RegExp
  kind: Kind
  /** One listed name; its first group is the name where the match holds more. */
  item: RegExp
}

export const LAYOUT_RULES: readonly LayoutRule[] = [
  {
    // **作者**: Piotr Piękos, Róbert Csordás · Authors: A and B
    name: 'authors',
    label: /^\s*[*_]{0,2}(?:作者|Authors?)[*_]{0,2}\s?[:：][*_]{0,2}\s*/i,
    kind: 'Person',
    item: /(?!and\b)([^\s,，、;；*_`\d][^,，、;；*_`\d\n]{1,50}?)(?=\s*(?:[,，、;；\n]|\band\b|$))/g,
  },
  {
    // **关键词**: `稀疏注意力` `混合专家` · Keywords: DPO, RLHF
    name: 'keywords',
    label: /^\s*[*_]{0,2}(?:关键词|关键字|Keywords?)[*_]{0,2}\s?[:：][*_]{0,2}\s*/i,
    kind: 'Concept',
    item: /`([^`\n]{2,60})`|([^\s,，、;；`*_|][^,，、;；`*_|\n]{1,50}?)(?=\s*(?:[,，、;；|\n]|$))/g,
  },
]

/** Keywords that name nothing in particular. */
export const GENERIC =
  /^(?:大?型?语言模型|大模型|人工智能|深度学习模型|模型|数据集?|LLMs?|AI|large language models?|language models?|.*数据集)$/i
