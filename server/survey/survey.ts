/**
 * A concept → a survey to start from: sections with their papers, a timeline, comparisons and open questions.
 *
 * Nothing is written here. Every sentence is a quote with its receipt; the order of things is counted, and told in
 * `method`.
 */

import type { Survey, SurveyPaper, SurveySection } from '../api/survey.ts'
import type { Receipt } from '../api.ts'
import type { Names } from '../ask/names.ts'
import type { Tables } from '../ask/picture.ts'
import { toReceipts } from '../ask/receipts.ts'
import { KithError } from '../errors.ts'
import type { Paper } from '../find/library.ts'
import { describe, type Papers } from '../find/related.ts'
import type { Database } from '../store/database.ts'
import { SEED } from './communities.ts'
import { type Name, toCompany } from './company.ts'
import { readComparisons } from './comparisons.ts'
import { type Group, toGroups, ungrouped } from './groups.ts'
import { type Material, readMaterial } from './material.ts'
import { type OnTopic, onTopic } from './on-topic.ts'
import { type Sentence, toSentences } from './prose.ts'
import { toQuestions } from './questions.ts'
import { createQuotes, type Quotes } from './quotes.ts'
import { readTimeline } from './timeline.ts'
import { saysSomething, type Topic, toTopic } from './topic.ts'

/** Of lines, names and rows told. */
const MOST = { ofTopic: 4, ofGroup: 3, names: 16, others: 24, questions: 10, comparisons: 15, met: 40 } as const
const LONGEST_TITLE = 120
/** Fewer papers and lines than this are no matter for sections: they are told one by one. */
const LITTLE = { papers: 3, lines: 12 } as const

export interface Sources {
  database: Database
  names: Names
  tables: Tables
  papers: Papers
}

export interface SurveyOptions {
  /** Papers at most. Default 30. */
  papers?: number
}

/** @param text an id, a name, any alias, or free text */
export async function askSurvey(
  sources: Sources,
  text: string,
  { papers: limit = 30 }: SurveyOptions = {},
): Promise<Survey> {
  const { database, tables, names } = sources
  const read = await readMaterial(database, names, sources.papers, text, limit)
  const topic = toTopic(read, names)
  const material =
    read.concept || saysSomething(text)
      ? onTopic(read, topic)
      : { ...read, papers: [], near: [], lines: [], beside: [] }
  const sentences = toSentences(material.lines)
  const company = toCompany(material, tables.adjacency, topic)
  const papers = material.papers.map(({ entity }) => entity.id)
  const naming = countNaming(material, topic)
  const isLittle = papers.length < LITTLE.papers && naming < LITTLE.lines
  const grouped = isLittle ? ungrouped(company, papers) : toGroups(company, papers)
  const beside = toSentences(material.beside)
  const questions = toQuestions(sentences, beside, topic, grouped.groups, MOST.questions)
  const quotes = createQuotes(sentences, beside, material.lines, topic, questions)
  const ofTopic = quotes.ofTopic(isLittle ? LITTLE.lines : MOST.ofTopic)
  // Where hardly anyone names it, those who answer are heard, too.
  if (isLittle) ofTopic.push(...quotes.ofThreads(Math.max(0, MOST.ofTopic - ofTopic.length)))
  const told = tellPapers(material, grouped.groups, quotes)
  const ofGroups = grouped.groups.map((group) => quotes.ofGroup(group, MOST.ofGroup))
  const weights = new Map(company.names.map(({ id, weight }) => [id, weight]))
  if (topic.id) weights.set(topic.id, 2)
  const comparisons = await readComparisons(database, topic.id, weights, sentences, MOST.comparisons)
  const timeline = await readTimeline(database, topic.id, material.papers, company.names.slice(0, MOST.met), sentences)
  const receiptOf = await readReceipts(database, [
    ...ofTopic,
    ...ofGroups.flat(),
    ...told.values(),
    ...questions,
    ...comparisons.map(({ proof }) => proof),
  ])
  const namings = namesIn(material, company.names)
  const toPaper = paperWriter(material, told, receiptOf)
  const sections = grouped.groups.map(
    (group, at): SurveySection => ({
      names: group.names.slice(0, MOST.names).map(toNamed),
      title: [...group.title],
      lines: (ofGroups[at] ?? []).flatMap(receiptOf),
      papers: group.papers.flatMap(toPaper),
    }),
  )
  // One line without a paper makes no section beside others.
  const least = sections.length > 1 ? 2 : 1
  const isSection = ({ lines, papers: own }: SurveySection) => own.length > 0 || lines.length >= least
  const left = sections.filter((section) => !isSection(section))
  const outside = [...grouped.papers, ...material.near.map(({ entity }) => entity.id)]
  return {
    concept: material.concept && toNamed(material.concept),
    title: (material.concept?.name ?? text.trim().replace(/\s+/g, ' ')).slice(0, LONGEST_TITLE),
    nearest: material.concept ? [] : material.nearest,
    lines: ofTopic.flatMap(receiptOf),
    sections: sections.filter(isSection),
    others: {
      names: [...left.flatMap(({ names: own }) => own), ...grouped.names.map(toNamed)].slice(0, MOST.others),
      papers: [...left.flatMap(({ papers: own }) => own), ...outside.flatMap(toPaper)],
    },
    timeline: {
      unit: timeline.unit,
      items: timeline.items.map(({ period, papers, meetings }) => ({
        period,
        papers: papers.map(({ entity }) => ({ id: entity.id, title: entity.title ?? entity.name })),
        meetings: meetings.map(({ names: met, receipt }) => ({ names: met.map(toNamed), receipt })),
      })),
    },
    comparisons: comparisons.flatMap(({ type, source, target, cue, proof }) => {
      const [from, to, receipt] = [namings.get(source), namings.get(target), receiptOf(proof)[0]]
      return from && to && receipt ? [{ type, source: from, target: to, cue, receipt }] : []
    }),
    questions: questions.flatMap(receiptOf),
    method: {
      papers: material.papers.length + material.near.length,
      ranked: material.ranked,
      passages: material.lines.length + material.beside.length,
      naming,
      names: company.names.length,
      groups: grouped.found,
      seed: SEED,
    },
  }
}

const toNamed = ({ id, name, kind }: Pick<Name, 'id' | 'name' | 'kind'>) => ({ id, name, kind })

/** Paper → the sentence that places it. The best papers choose first. */
function tellPapers({ papers, near }: OnTopic, groups: readonly Group[], quotes: Quotes): Map<string, Sentence> {
  const told = new Map<string, Sentence>()
  for (const { entity } of [...papers, ...near]) {
    const group = groups.find((one) => one.papers.includes(entity.id)) ?? null
    const sentence = quotes.ofPaper(entity.id, group)
    if (sentence) told.set(entity.id, sentence)
  }
  return told
}

const keyOf = ({ line, start, end }: Sentence): string => `${line.passage}:${start}:${end}`

/** All receipts at once. @throws KithError where the graph has changed meanwhile */
async function readReceipts(database: Database, all: readonly Sentence[]): Promise<(of: Sentence) => Receipt[]> {
  const quoted = [...new Map(all.map((sentence) => [keyOf(sentence), sentence])).values()]
  const receipts = await toReceipts(
    database,
    quoted.map(({ line: { passage }, start, end }) => ({ passage, start, end })),
  )
  if (receipts.length < quoted.length) throw new KithError('building', 'The graph was built anew meanwhile. Ask again.')
  const found = new Map(quoted.map((sentence, at) => [keyOf(sentence), receipts[at] as Receipt]))
  return (of) => {
    const receipt = found.get(keyOf(of))
    return receipt ? [receipt] : []
  }
}

function paperWriter(
  { papers, near }: OnTopic,
  told: ReadonlyMap<string, Sentence>,
  receiptOf: (of: Sentence) => Receipt[],
): (id: string) => SurveyPaper[] {
  const byId = new Map([...papers, ...near].map((paper: Paper) => [paper.entity.id, paper]))
  return (id) => {
    const paper = byId.get(id)
    if (!paper) return []
    const { read: _, ...facts } = describe(paper, new Set())
    const sentence = told.get(id)
    return [{ ...facts, quote: (sentence && receiptOf(sentence)[0]) ?? null }]
  }
}

function namesIn({ lines }: Material, names: readonly Name[]): Map<string, ReturnType<typeof toNamed>> {
  const found = new Map(names.map((name) => [name.id, toNamed(name)]))
  for (const line of lines)
    for (const { entity, name, kind } of line.names) found.set(entity, { id: entity, name, kind })
  return found
}

function countNaming({ lines }: Material, { id }: Topic): number {
  return id === null ? 0 : lines.filter(({ names }) => names.some(({ entity }) => entity === id)).length
}

/** @throws KithError `not_found` where the notes say nothing of it, with the names that come nearest */
export function requireSome({ title, lines, sections, others, questions, nearest }: Survey): void {
  if (lines.length + sections.length + others.papers.length + others.names.length + questions.length > 0) return
  const near = nearest.slice(0, 3).map(({ name }) => name)
  const hint = near.length ? ` Near it: ${near.join(', ')}.` : ' Try "kith search" with a part of its name.'
  throw new KithError('not_found', `Nothing here speaks of "${title.slice(0, 80)}".${hint}`)
}
