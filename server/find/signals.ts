/**
 * What speaks for a paper, measured: a column for each signal, a row for each paper that may be meant.
 *
 * First what the papers say (their words, the concept's names in them), then, with the best of these as examples, what
 * papers of their kind have in common.
 */
import { createHolders, type Holders } from './holders.ts'
import { type PaperIndex, rarity, saturate } from './paper-index.ts'
import type { Question } from './question.ts'
import { isLatin, placesOf, tokens } from './words.ts'

export const SIGNALS = [
  /** BM25 of the question's words, 1 for the best paper. */
  'words',
  /** How well the rarest of its words is there. */
  'rarest',
  /** How often the question stands there word by word: saturated, and as a logarithm. */
  'stands',
  'often',
  /** As a term of its own, not as a part of a longer one that is in use: the C-value's idea (Frantzi et al., 2000). */
  'alone',
  /** All its words are there: as the least of them is; and close together, in how many sentences. */
  'all',
  'near',
  /** How often the concept is named there, by any of its names. */
  'named',
  /** In the title, by any of its names or what they are called in the other language. */
  'title',
  /** Early: 1 at the beginning. */
  'first',
  'sentence',
  /** After “we propose”, 基于 and the like. */
  'proposed',
  /** The concept's company is named there. */
  'company',
  /** Words of the best papers, the many and the few; without the question's own. */
  'kin',
  'close',
  /** What the concept is called in the other language, as the papers themselves pair them. */
  'paired',
  /** As a model of meaning sees it, where there is one. */
  'meaning',
] as const
export type Signal = (typeof SIGNALS)[number]

export interface Candidate {
  paper: number
  signals: Record<Signal, number>
}

/** Papers that are looked at closely: those whose words fit best. */
const CLOSELY = 300
/** Characters, and sentences, after which a first mention counts half. */
const EARLY = 300
const EARLY_SENTENCES = 4
const PROPOSES =
  /(?:提出|基于|引入|设计|开发|采用|利用|通过|构建|propos\w+|introduc\w+|present|develop|based on)(?:了|an?\b|the\b|一种|一个|\s)*[^,。;:.]{0,6}$/
/** A longer term is in use when it makes up this share of all places, and stands there this often. */
const IN_USE = { share: 0.03, times: 5 } as const
/** An example has at least this share of the best paper's score. */
const EXAMPLE = 0.4
const MANY_KIN = 20
const FEW_KIN = 8
/** Terms of the kin that are looked for. */
const KIN_TERMS = 80
const PAIRED = { most: 4, least: 0.2, seen: 3 } as const

/** What the graph knows beside the texts: how often each paper's page names the concept, and its company there. */
export interface FromGraph {
  named: ReadonlyMap<number, number>
  company: ReadonlyMap<number, number>
}

/**
 * @param examples papers to take as the best, where the question is a paper itself
 * @param asked papers to look at closely whatever their words
 */
export function measure(
  index: PaperIndex,
  question: Question,
  { named, company }: FromGraph,
  weigh: (signals: Candidate['signals']) => number,
  { examples, asked = [] }: { examples?: readonly number[] | undefined; asked?: readonly number[] | undefined } = {},
): Candidate[] {
  const words = bm25(index, tokens(question.text))
  const most = Math.max(...words, 1e-9)
  const possible = new Set(asked)
  for (const [paper, value] of words.entries()) if (value > 0) possible.add(paper)
  for (const paper of [...named.keys(), ...company.keys()]) possible.add(paper)
  const holders = createHolders(index)
  const covered = new Map<number, number>()
  for (const names of question.parts)
    for (const paper of new Set(names.flatMap((name) => [...holders(name)]))) {
      possible.add(paper)
      covered.set(paper, (covered.get(paper) ?? 0) + 1 / question.parts.length)
    }
  const fit = (paper: number) =>
    (words[paper] as number) / most +
    (covered.get(paper) ?? 0) +
    0.25 * Math.log1p(named.get(paper) ?? 0) +
    0.1 * (company.get(paper) ?? 0)
  const close = new Set([...possible].sort((a, b) => fit(b) - fit(a) || a - b).slice(0, CLOSELY))
  for (const paper of asked) close.add(paper)
  const candidates = [...possible].map((paper): Candidate => {
    const [there, near] = [Math.log1p(named.get(paper) ?? 0), company.get(paper) ?? 0]
    return { paper, signals: { ...NOTHING, words: (words[paper] as number) / most, named: there, company: near } }
  })
  const closely = candidates.filter(({ paper }) => close.has(paper))
  look(index, question, holders, closely)
  pair(index, question, holders, closely)
  likeness(index, question, closely, examples ?? best(closely, weigh))
  return candidates
}

const NOTHING = Object.fromEntries(SIGNALS.map((name) => [name, 0])) as Candidate['signals']

function bm25({ places, starts, inPapers, counts, lengths }: PaperIndex, wanted: readonly string[]): Float64Array {
  const scores = new Float64Array(lengths.length)
  for (const word of new Set(wanted)) {
    const place = places.get(word)
    if (place === undefined) continue
    const [from, to] = [starts[place] as number, starts[place + 1] as number]
    const idf = rarity(to - from, lengths.length)
    for (let slot = from; slot < to; slot++) {
      const paper = inPapers[slot] as number
      scores[paper] = (scores[paper] as number) + idf * saturate(counts[slot] as number, lengths[paper] as number)
    }
  }
  return scores
}

/** The two characters before or after the question, where they make a longer term that is in use. */
function longerTerms({ texts }: PaperIndex, { text }: Question, holders: Holders): ReadonlySet<string> {
  const seen = new Map<string, number>()
  let all = 0
  for (const paper of holders(text)) {
    const whole = texts[paper] as string
    for (const at of placesOf(whole, text)) {
      all++
      for (const beside of besides(whole, at, text.length)) seen.set(beside, (seen.get(beside) ?? 0) + 1)
    }
  }
  const least = Math.max(IN_USE.times, all * IN_USE.share)
  return new Set([...seen].flatMap(([beside, times]) => (times >= least ? [beside] : [])))
}

function besides(text: string, at: number, length: number): string[] {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + length, at + length + 2)]
  return [`<${before}`, `>${after}`].filter((beside) => /^.[\u4e00-\u9fff]{2}$/.test(beside))
}

function look(index: PaperIndex, question: Question, holders: Holders, candidates: readonly Candidate[]): void {
  const { text: asked, forms, aliases, parts } = question
  const { texts, titles, lengths, sentences } = index
  const stretch = longerTerms(index, question, holders)
  const sizes = parts.map(([word = '']) => holders(word).size)
  const rarest = sizes.indexOf(Math.min(...sizes))
  for (const { paper, signals } of candidates) {
    const [text, title] = [texts[paper] as string, titles[paper] as string]
    const length = lengths[paper] as number
    const placesIn = (form: string) => (holders(form).has(paper) ? placesOf(text, form) : [])
    const at = forms.flatMap(placesIn).sort((a, b) => a - b)
    if (at.length) {
      signals.stands = saturate(at.length, length)
      signals.often = Math.log1p(at.length)
      const isPart = (place: number) => besides(text, place, asked.length).some((beside) => stretch.has(beside))
      signals.alone = Math.log1p(at.filter((place) => !isPart(place)).length)
      signals.first = 1 / (1 + (at[0] as number) / EARLY)
      signals.proposed = at.some((place) => PROPOSES.test(text.slice(Math.max(0, place - 24), place))) ? 1 : 0
    }
    if ([...forms, ...aliases].some((form) => placesOf(title, form).length)) signals.title = 1
    const places = parts.map((names) => names.flatMap(placesIn))
    signals.rarest = Math.log1p(places[rarest]?.length ?? 0)
    if (places.length && places.every((own) => own.length)) {
      signals.all = Math.min(...places.map((own) => saturate(own.length, length)))
      const together = sentencesOfAll(sentences[paper] as Uint32Array, places)
      signals.near = Math.log1p(together.length)
      if (together.length) signals.sentence = 1 / (1 + (together[0] as number) / EARLY_SENTENCES)
    }
  }
}

/** The sentences that hold all of some things, by where each thing stands. */
function sentencesOfAll(starts: Uint32Array, places: readonly (readonly number[])[]): number[] {
  const [first, ...others] = places.map((own) => new Set(own.map((place) => sentenceAt(starts, place))))
  return [...(first ?? [])].filter((sentence) => others.every((own) => own.has(sentence))).sort((a, b) => a - b)
}

function sentenceAt(starts: Uint32Array, place: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as number) <= place) low = middle
    else high = middle
  }
  return low
}

function best(candidates: readonly Candidate[], weigh: (signals: Candidate['signals']) => number): number[] {
  const scored = candidates.map(({ paper, signals }) => ({ paper, score: weigh(signals) }))
  scored.sort((a, b) => b.score - a.score || a.paper - b.paper)
  const least = EXAMPLE * (scored[0]?.score ?? 0)
  return scored.slice(0, MANY_KIN).flatMap(({ paper, score }) => (score > 0 && score >= least ? [paper] : []))
}

/**
 * What the concept is called in the other language: Latin terms that stand in much the same papers (Dice), for papers
 * tell the same in both.
 */
function pair(index: PaperIndex, { forms, text }: Question, holders: Holders, candidates: readonly Candidate[]): void {
  if (isLatin(text)) return
  const holding = candidates.filter(({ signals }) => signals.stands > 0)
  const seen = new Uint16Array(index.names.length)
  for (const { paper } of holding)
    for (let slot = index.ownStarts[paper] as number; slot < (index.ownStarts[paper + 1] as number); slot++) {
      const term = index.ownTerms[slot] as number
      seen[term] = (seen[term] as number) + 1
    }
  const dice: { name: string; likeness: number }[] = []
  for (const [term, times] of seen.entries()) {
    if (times < PAIRED.seen) continue
    const all = (index.starts[term + 1] as number) - (index.starts[term] as number)
    const likeness = (2 * times) / (holding.length + all)
    const name = index.names[term] as string
    if (likeness > PAIRED.least && isLatin(name) && !forms.includes(name)) dice.push({ name, likeness })
  }
  const paired = dice.sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1)).slice(0, PAIRED.most)
  for (const { paper, signals } of candidates) {
    const [text, title] = [index.texts[paper] as string, index.titles[paper] as string]
    for (const { name, likeness } of paired) {
      const times = holders(name).has(paper) ? placesOf(text, name).length : 0
      if (times) signals.paired += likeness * Math.log1p(times)
      if (times && placesOf(title, name).length) signals.title = Math.max(signals.title, likeness)
    }
  }
}

/** Rocchio's feedback (1971): the terms that the best papers share and others lack, each paper's own share left out. */
function likeness(
  index: PaperIndex,
  question: Question,
  candidates: readonly Candidate[],
  top: readonly number[],
): void {
  const own = new Set(tokens(question.text).map((word) => index.places.get(word)))
  for (const [signal, papers] of [
    ['kin', top.slice(0, MANY_KIN)],
    ['close', top.slice(0, FEW_KIN)],
  ] as const) {
    const kept = centreOf(index, papers, own)
    const among = new Set(papers)
    for (const { paper, signals } of candidates) {
      const share = among.has(paper) ? 1 / papers.length : 0
      let sum = 0
      for (let slot = index.ownStarts[paper] as number; slot < (index.ownStarts[paper + 1] as number); slot++) {
        const weight = kept[index.ownTerms[slot] as number] as number
        const mine = index.ownWeights[slot] as number
        if (weight > 0) sum += mine * (weight - share * mine)
      }
      signals[signal] = Math.max(0, sum)
    }
  }
}

/** By term, what it weighs in the middle of some papers: of the heaviest terms, as a vector of length 1. */
function centreOf(
  index: PaperIndex,
  papers: readonly number[],
  without: ReadonlySet<number | undefined>,
): Float64Array {
  const centre = new Float64Array(index.names.length)
  const terms = new Set<number>()
  for (const paper of papers)
    for (let slot = index.ownStarts[paper] as number; slot < (index.ownStarts[paper + 1] as number); slot++) {
      const term = index.ownTerms[slot] as number
      if (without.has(term)) continue
      terms.add(term)
      centre[term] = (centre[term] as number) + (index.ownWeights[slot] as number) / papers.length
    }
  const weightOf = (term: number) => centre[term] as number
  const kept = [...terms].sort((a, b) => weightOf(b) - weightOf(a) || a - b).slice(0, KIN_TERMS)
  const length = Math.hypot(...kept.map(weightOf)) || 1
  const heaviest = new Float64Array(centre.length)
  for (const term of kept) heaviest[term] = weightOf(term) / length
  return heaviest
}
