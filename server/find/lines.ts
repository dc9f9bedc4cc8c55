/** The lines that made a paper rank: whole sentences that hold the question, or most of its words. */
import { order } from '../../ingest/entities.ts'
import type { Evidence } from '../../ingest/types.ts'
import type { Paper, PaperPassage } from './library.ts'
import type { Question } from './question.ts'
import { normalize, placesOf } from './words.ts'

/** As much as one reads at a glance, in characters. */
const LONGEST = 300
/** A sentence of the question itself is worth more than one with all its words, and each word a little. */
const WORTH = { phrase: 3, alias: 2, word: 1, heading: -0.5, list: -2 } as const
/** `**Label**: …` at the beginning, links and rows of keywords are no sentences. */
const LABEL = /^\*\*[^*]{1,30}\*\*\s*[:：]/
const LIST = /\]\(|https?:|(?:`[^`]*`\s*){3}/

type Line = Omit<Evidence, 'scope'>

/** @returns at most `most` lines, the most telling first; where no line holds a word, the paper's first sentence */
export function tellingLines({ own, elsewhere }: Paper, question: Question, most: number): Line[] {
  const lines = [...own, ...elsewhere].flatMap((passage, at) =>
    sentencesOf(passage).map((line) => ({ ...line, at, worth: worthOf(line.text, question) })),
  )
  const telling = lines.filter(({ worth }) => worth > 0)
  telling.sort((a, b) => b.worth - a.worth || a.at - b.at || order(a.passage, b.passage) || a.start - b.start)
  const seen = new Set<string>()
  const chosen = telling.filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, most)
  const shown = chosen.length ? chosen : lines.filter(isSentence).slice(0, 1)
  return shown.map(({ passage, start, end }) => ({ passage, start, end }))
}

/** What says something by itself. */
function isSentence({ text }: Sentence): boolean {
  return text.length > 20 && !/^#/.test(text) && !LABEL.test(text) && !LIST.test(text)
}

interface Sentence extends Line {
  text: string
}

function sentencesOf({ id, text }: PaperPassage): Sentence[] {
  const found: Sentence[] = []
  for (const { 0: sentence, index } of text.matchAll(/[^。；！？\n]+?(?:[。；！？\n]|[.!?](?=\s|$)|$)/gu)) {
    const start = index + sentence.length - sentence.trimStart().length
    const end = Math.min(index + sentence.trimEnd().length, start + LONGEST)
    if (end > start) found.push({ passage: id, start, end, text: text.slice(start, end) })
  }
  return found
}

function worthOf(sentence: string, { forms, aliases, parts }: Question): number {
  const text = normalize(sentence)
  const holds = (form: string) => placesOf(text, form).length > 0
  const named = forms.some(holds) ? WORTH.phrase : aliases.some(holds) ? WORTH.alias : 0
  const words = parts.filter((names) => names.some(holds)).length / Math.max(1, parts.length)
  const worth = named + WORTH.word * words
  if (worth <= 0) return 0
  return worth + (/^#/.test(sentence) ? WORTH.heading : 0) + (LIST.test(sentence) ? WORTH.list : 0)
}
