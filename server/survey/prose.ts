/**
 * A line → the sentences in it that can be quoted: whole, in the author's words, and readable where they stand alone.
 *
 * Left out are headings, tables, code, front matter, links, labels, lists of names, and the sentences that every page of
 * a folder begins alike. What marks a line up (a bullet, a speaker, a label, emphasis around the whole) is not quoted.
 */
import { fold } from '../../ingest/fold.ts'
import { sentences } from '../../ingest/sentences.ts'
import type { NamedMark } from '../ask/receipts.ts'
import type { Line } from './material.ts'

export interface Sentence {
  line: Line
  /** Offsets into the line's text. */
  start: number
  end: number
  text: string
  /** Ids of what it names. */
  names: ReadonlySet<string>
  /** Whether its page says it in the authors' own words elsewhere. */
  isRetold: boolean
  /** How well it reads alone and how near it is to the author's own words; higher is better, about -3 to 3. */
  worth: number
}

const SHORTEST = 24
/** A Chinese character says as much as two or three letters. */
const SHORTEST_HAN = 8
const LONGEST = 300

export function toSentences(lines: readonly Line[]): Sentence[] {
  const seen = new Set<string>()
  const originals = new Set(
    lines.flatMap(({ paper, heading }) => (paper && ORIGINAL.test(heading ?? '') ? [paper] : [])),
  )
  return lines.flatMap((line) => {
    if (isMarkup(line.text)) return []
    const isRetold = line.paper !== null && originals.has(line.paper) && !ORIGINAL.test(line.heading ?? '')
    return sentences(line.text).flatMap((span) => {
      const sentence = toSentence(line, span.start, span.end, isRetold)
      const key = sentence && fold(sentence.text).slice(0, 80)
      if (!sentence || !key || seen.has(key)) return []
      seen.add(key)
      return [sentence]
    })
  })
}

/** The sentences of each passage, in their order. */
export function byPassageOf(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  const byPassage = new Map<string, Sentence[]>()
  for (const sentence of sentences) {
    const present = byPassage.get(sentence.line.passage)
    if (present) present.push(sentence)
    else byPassage.set(sentence.line.passage, [sentence])
  }
  return byPassage
}

function toSentence(line: Line, from: number, to: number, isRetold: boolean): Sentence | null {
  const whole = line.text.slice(from, to)
  const left = MARKUP.exec(whole)?.[0].length ?? 0
  const opens = whole.slice(0, left).endsWith('**')
  const right = (opens ? /[\s*]*$/ : /\s*$/).exec(whole)?.[0].length ?? 0
  const link = LEADING_LINK.exec(whole.slice(left))?.[0].length ?? 0
  const [start, end] = [from + left + link, Math.max(from + left + link, to - right)]
  const text = line.text.slice(start, end)
  if (text.length > LONGEST || isTooShort(text) || isNoProse(text)) return null
  const inside = line.names.filter((name) => name.start < end && name.end > start)
  const named = line.names.filter((name) => name.start < to && name.end > from)
  if (isList(text, start, inside)) return null
  const worth = worthOf(line, text) - (isRetold ? RETOLD : 0)
  return { line, start, end, text, names: new Set(named.map(({ entity }) => entity)), isRetold, worth }
}

/** Bullets, quote signs, numbers, who speaks, a short label in bold with its colon, emphasis that opens. */
const MARKUP =
  /^(?:\s|>|[-+•]\s|\*\s|\d{1,2}[.)、，,]\s?(?!\d)|[(（]\d{1,2}[)）]|[①-⑳])*(?:\*\*[^*\n]{1,24}\*\*\s*[:：]\s*|\*\*[^*\n]{1,24}[:：]\*\*\s*)?(?:[A-Z]\d{0,2}(?:[-–]\w+)?\s?(?:[（(][^）)]{1,24}[）)])?\s?[:：]\s*|(?:研究员|研究者|同学|老师|嘉宾|主持人|学员|网友|Researcher|Speaker)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?\s?[:：]\s*)?(?:\*\*(?=[^*]*\*\*\s*$))?/

/** A turn often links a paper and then says what it thinks of it. */
const LEADING_LINK = /^\[[^\]\n]*\]\([^)\s]*\)[\s，,。；;：:]*/

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/g

function isTooShort(text: string): boolean {
  const han = text.match(HAN)?.length ?? 0
  return han >= 4 ? text.length < SHORTEST_HAN : text.length < SHORTEST
}

/** Headings, rows, code, elements, front matter, facts of a page, and what is mostly links. */
export function isNoProse(text: string): boolean {
  return isMarkup(text) || isMostlyLinks(text)
}

function isMarkup(text: string): boolean {
  if (/^\s*(?:#{1,6}\s|\||```|<|---|layout:|title:)/.test(text)) return true
  if (/^\W*\*\*[^*\n]{1,20}\*\*\s*[:：][^。！？]*$/.test(text) && !/[.!?]\s*$/.test(text)) return true
  if (
    /^\s*(?:\*\*)?(?:作者|分类|发布日期|备注|关键词|Authors?|Keywords?|Published|Categories|Comments?)(?:\*\*)?\s*[:：]/i.test(
      text,
    )
  )
    return true
  return false
}

function isMostlyLinks(text: string): boolean {
  const links = [...text.matchAll(/\]\([^)\s]*\)|https?:\/\/\S+/g)].reduce((sum, [link]) => sum + link.length, 0)
  return links * 2 > text.length
}

/** Names and little else: keyword lines, lists of models. */
function isList(text: string, start: number, names: readonly NamedMark[]): boolean {
  const letters = text.split('')
  for (const name of names) letters.fill(' ', Math.max(0, name.start - start), name.end - start)
  const rest = letters.join('')
  const words = (rest.match(/[A-Za-z]{2,}/g)?.length ?? 0) + (rest.match(HAN)?.length ?? 0) / 2
  return words < 3 || (names.length >= 5 && words < names.length * 1.5)
}

/** Where a page keeps its authors' own words, what else it says is a translation or a summary of them. */
const ORIGINAL = /原文|original|^\W*abstract\W*$/i
const RETOLD = 1.5

interface Manner {
  worth: number
  /** Of a text, or of the heading it stands under. */
  text?: RegExp
  heading?: RegExp
}

/** Every row that fits counts once. */
const MANNERS: readonly Manner[] = [
  { worth: 0.5, heading: ORIGINAL },
  { worth: 0.3, heading: /摘要|summary|TL;?DR/i },
  { worth: -0.5, heading: /一句话|核心要点|方法详解|实验亮点/ },
  { worth: -2.5, heading: /应用场景|应用价值|潜在影响|影响与意义|broader impact|applications?$/i },
  {
    worth: 0.8,
    text: /\b(?:we|this paper|this work)\s+(?:\w+\s+)?(?:propose|introduce|present|develop|show|find|demonstrate)/i,
  },
  { worth: 0.3, text: /(?:本文|我们|论文).{0,6}(?:提出|引入|发现|证明)/ },
  // What points back at a sentence that is not there.
  {
    worth: -0.8,
    text: /^(?:However|Moreover|Furthermore|Additionally|In addition|Also|Thus|Therefore|Hence|Consequently|As a result|Then|Besides|Specifically|Remarkably|Notably)\b/,
  },
  {
    worth: -0.8,
    text: /^To (?:this end|address|tackle|mitigate|bridge|fill|overcome)\b(?!.{0,60}\bwe (?:propose|introduce|present|develop))/,
  },
  // Figures say how well, not what.
  { worth: -1.2, text: /\bexperiments?\b|\boutperform|\d(?:\.\d+)?\s?(?:\\?%|[x×]\b)|实验/i },
  { worth: -1, text: /^(?:It|This|These|They|Those|Such|Its|Their|Here|That)\b(?! (?:paper|work|study))/ },
  { worth: -0.8, text: /^(?:然而|此外|同时|因此|另外|所以|但是?|而且|并且|为此|为了解决|具体而言|这|该|其|它|通过)/ },
  { worth: -1.5, text: /https?:\/\/\S+/ },
  // What a template says of every paper.
  {
    worth: -2.5,
    text: /潜在的?应用|具有重要的?(?:实际|应用|理论|学术)|重要的实际价值|广泛的应用|应用前景|实际价值|显著的?(?:提升|优势|改善)$/,
  },
  {
    worth: -1,
    text: /^(?:实验结果(?:表明|显示)?|实验(?:表明|显示)|该研究|本(?:研究|论文)(?:旨在|的)|论文(?:旨在|的核心)|最重要的技术创新|整体架构|关键创新)/,
  },
  {
    worth: -0.5,
    text: /\b(?:code|project page|dataset|models?) (?:is|are|will be) (?:publicly |made )?(?:available|released)/i,
  },
]

function worthOf({ heading }: Line, text: string): number {
  const fits = ({ text: ofText, heading: ofHeading }: Manner) =>
    ofText ? ofText.test(text) : heading !== null && (ofHeading?.test(heading) ?? false)
  const manners = MANNERS.filter(fits).reduce((sum, { worth }) => sum + worth, 0)
  const long = Math.max(0, text.length - EASY) / 100
  const whole = /[.。！？!?][”"』」）)*]*$/.test(text) ? 0.2 : 0
  return manners + whole - long
}

/** Longer sentences take more reading. */
const EASY = 200
