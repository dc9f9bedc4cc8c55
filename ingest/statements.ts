/**
 * The mentions of one passage → what its words say outright of two of them.
 *
 * Names that follow each other as a list ("GSM8K、MATH 和 MMLU") stand together: a rule reads what is before, between and
 * after two such groups, and holds for each name of the one with each of the other. Only the short text around names is
 * ever looked at, and only where names of the right kinds are near each other.
 */

import { RELATION_RULES, type RelationRule } from './rules/relations.ts'
import { DOUBT_RULES } from './rules/relations-doubt.ts'
import type { Span } from './sentences.ts'
import { KINDS, type Kind, type Mention, type RelationType } from './types.ts'

export interface Statement {
  type: RelationType
  source: Mention
  target: Mention
  /** The very words that say it. */
  cue: string
  /** The name of the rule that read it. */
  rule: string
}

/** Between the names of a statement stand no more code units than this, and no more groups. */
const LONGEST_GAP = 72
const MOST_BETWEEN = 3
/** As much is read before the first name. */
const LONGEST_CONTEXT = 48

/** @param sentencesOf the sentences of the text, asked for only where a rule fits */
export function toStatements(text: string, mentions: readonly Mention[], sentencesOf: () => Span[]): Statement[] {
  if (mentions.length < 2) return []
  const groups = toGroups(text, mentions)
  const statements: Statement[] = []
  for (const [at, first] of groups.entries()) {
    if (first.names.length === 2) read(text, first, first, '', TOGETHER, sentencesOf, statements)
    for (const second of groups.slice(at + 1, at + 2 + MOST_BETWEEN)) {
      const gap = second.start - first.end
      if (gap > LONGEST_GAP || endsSentence(text, first.end, second.start)) break
      const between = text.slice(first.end, second.start)
      read(text, first, second, between, rulesFor(first, second, between), sentencesOf, statements)
    }
  }
  return statements
}

/** Names that stand side by side as a list, or one name alone. */
interface Group {
  start: number
  end: number
  names: Mention[]
  /** A bit for each kind among them. */
  kinds: number
}

// A、B 和 C; A, B, and C; A/B. What stands in brackets behind a name belongs to it: GSM8K (8.5K)、MATH
const JOINT =
  /^[*_"'”’`)）]*(?:\s?[(（][^()（）]{0,24}[)）])?\s?([、,，/&+]|(?:[,，]\s?)?(?:and|or|和|以及|及|与|或)(?![A-Za-z]))\s?[*_"'“‘`(]*$/i

function toGroups(text: string, mentions: readonly Mention[]): Group[] {
  const groups: Group[] = []
  for (let at = 0; at < mentions.length; ) {
    const end = endOfList(text, mentions, at)
    const names = mentions.slice(at, end)
    const [first, last] = [names[0] as Mention, names[names.length - 1] as Mention]
    groups.push({
      start: first.start,
      end: last.end,
      names,
      kinds: names.reduce((kinds, name) => kinds | bitOf(name), 0),
    })
    at = end
  }
  return groups
}

/** The index after the list that begins at `from`. Commas alone join three names at least: "Unlike A, B …" is no list. */
function endOfList(text: string, mentions: readonly Mention[], from: number): number {
  let end = from + 1
  let commas = 0
  for (; end < mentions.length; end++) {
    const [last, next] = [mentions[end - 1] as Mention, mentions[end] as Mention]
    if (next.start - last.end > 32) break
    const joint = JOINT.exec(text.slice(last.end, next.start))?.[1]
    if (joint === undefined) break
    if (/^[,，]$/.test(joint)) commas++
    // What follows "and B" is a list of its own.
    else if (/[A-Za-z和及与或]/.test(joint)) return end + 1
  }
  return commas > 0 && commas === end - from - 1 && commas < 2 ? from + 1 : end
}

function bitOf({ entity }: Mention): number {
  return BITS.get(entity.slice(0, entity.indexOf('/'))) ?? 0
}

const BITS = new Map(KINDS.map((kind, at) => [kind.toLowerCase(), 1 << at]))

function maskOf(kinds: readonly Kind[]): number {
  return kinds.reduce((mask, kind) => mask | (BITS.get(kind.toLowerCase()) as number), 0)
}

interface MaskedRule extends RelationRule {
  first: number
  second: number
}

const RULES: readonly MaskedRule[] = RELATION_RULES.map((rule) => {
  const [source, target] = [maskOf(rule.source), maskOf(rule.target)]
  const isTargetFirst = rule.order === 'target first'
  return { ...rule, first: isTargetFirst ? target : source, second: isTargetFirst ? source : target }
})
const TOGETHER = RULES.filter(({ order }) => order === 'together')
const APART = RULES.filter(({ order }) => order !== 'together')

/** By the kinds of both groups and the languages between them, each set of rules made once. */
const chosen = new Map<number, readonly MaskedRule[]>()

function rulesFor(first: Group, second: Group, between: string): readonly MaskedRule[] {
  // 相比 RWKV，Mamba: the cue stands elsewhere.
  const hasHan = between.length < 4 || HAN.test(between)
  const hasLatin = between.length < 4 || LATIN.test(between)
  const key = ((first.kinds << KINDS.length) | second.kinds) * 4 + (hasHan ? 2 : 0) + (hasLatin ? 1 : 0)
  let rules = chosen.get(key)
  if (!rules) {
    rules = APART.filter(
      (rule) => rule.first & first.kinds && rule.second & second.kinds && (rule.language === 'zh' ? hasHan : hasLatin),
    )
    chosen.set(key, rules)
  }
  return rules
}

const HAN = /[\u4e00-\u9fff]/
const LATIN = /[a-z]{2}|,/

function endsSentence(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text[at] as string
    if ('。！？!?\n'.includes(unit)) return true
    if (
      unit === '.' &&
      (text[at + 1] === ' ' || text[at + 1] === '\n') &&
      !/\b(?:vs|e\.g|i\.e|al)$/.test(text.slice(start, at))
    )
      return true
  }
  return false
}

function read(
  text: string,
  first: Group,
  second: Group,
  between: string,
  rules: readonly MaskedRule[],
  sentencesOf: () => Span[],
  statements: Statement[],
): void {
  if (rules.length === 0) return
  for (const rule of rules) {
    const middle = rule.between?.exec(between)
    if (rule.between && !middle) continue
    const left = text.slice(Math.max(0, first.start - LONGEST_CONTEXT), first.start)
    const before = rule.before?.exec(left)
    if (rule.before && !before) continue
    if (rule.after) rule.after.lastIndex = second.end
    const after = rule.after?.exec(text)
    if (rule.after && !after) continue
    if (rule.order !== 'target first' && !rule.before && isNoSubject(left, text.slice(first.start, first.start + 1)))
      continue
    if (!isWhole(text, first) || !isWhole(text, second) || isModifier(text, second)) continue
    if (isDoubted(text, first, second, rule.type, sentencesOf())) continue
    const cue = [middle, after, before].flatMap((found) => found?.slice(1) ?? []).find(Boolean) ?? between
    state(first, second, rule, cue.trim(), statements)
  }
}

// with the RWKV model, of LoRA, 对 RWKV: who stands there does nothing
const NO_SUBJECT =
  /(?:\b(?:of|in|with|on|for|than|by|to|from|over|via|using|as|between|against|like|into|without|unlike|including|e\.g\.,?|such as|\w+ing)\s(?:(?:the|an?|our|this|its|existing|both)\s)?(?:[a-z-]+\s)?|(?:对于?|在|用|以|通过|与|和|跟|同|将|把|从|为|给|被|基于|使用|采用|利用|结合|引入|相比|不同于|如|例如|像|比|于|由|、|来|去|可|进行|现有的?|其他|传统的?|标准|优于|超过|超越|不如)\s?)[*_"'“‘`([（「]*$/i

/** Nor does what is the end of a longer word: 原型路由. */
function isNoSubject(left: string, initial: string): boolean {
  return (
    NO_SUBJECT.test(left) ||
    (HAN.test(initial) && /[\u4e00-\u9fff]$/.test(left) && !/[的了而则是该此其本但若当使让即个种新出]$/.test(left))
  )
}

/** C-CLUE is not CLUE, and a LoRA-like model no LoRA. */
function isWhole(text: string, { start, end }: Group): boolean {
  return (
    !/[A-Za-z\d][-–]$/.test(text.slice(Math.max(0, start - 2), start)) && !/^-(?!\d)\w/.test(text.slice(end, end + 2))
  )
}

/** A common word before another name only tells of it: the finetuned LLaMA, pretrained models. */
function isModifier(text: string, { start, end }: Group): boolean {
  return /^[a-z -]+$/.test(text.slice(start, end)) && /^ (?:[A-Z]|models?\b|language\b)/.test(text.slice(end, end + 10))
}

function isDoubted(text: string, first: Group, second: Group, type: RelationType, spans: Span[]): boolean {
  const sentence = spans.find(({ end }) => end > first.start) ?? { start: 0, end: text.length }
  const lead = text.slice(sentence.start, first.start).slice(-LONGEST_CONTEXT * 2)
  const tail = text.slice(second.end, sentence.end)
  const clauseEnd = /[，,；;]/.exec(tail)?.index ?? tail.length
  const clause = `${lead.slice(lead.search(/[^，,；;]*$/))}${text.slice(first.start, second.end)}${tail.slice(0, clauseEnd)}`
  return DOUBT_RULES.some(({ where, pattern, sparesComparisons }) => {
    if (sparesComparisons && type === 'COMPARED_WITH') return false
    return pattern.test(where === 'before' ? lead : where === 'clause' ? clause : tail)
  })
}

function state(
  first: Group,
  second: Group,
  { type, order, name, ...rule }: MaskedRule,
  cue: string,
  statements: Statement[],
) {
  const ones = first === second ? first.names.slice(0, 1) : first.names
  const others = first === second ? first.names.slice(1) : second.names
  for (const one of ones) {
    if (!(bitOf(one) & rule.first)) continue
    for (const other of others) {
      if (!(bitOf(other) & rule.second) || one.entity === other.entity) continue
      const [source, target] = order === 'target first' ? [other, one] : [one, other]
      statements.push({ type, source, target, cue, rule: name })
    }
  }
}
