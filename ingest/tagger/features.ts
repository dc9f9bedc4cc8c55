/**
 * Tokens → the features of each, as 32-bit numbers.
 *
 * A feature is a hash of what it is about (its template's number) and what it sees there. A number that training did
 * not keep has no weight, so new words cost nothing, and collisions are rare enough to ignore.
 */
import type { Find } from '../finds.ts'
import type { Span } from '../sentences.ts'
import { KINDS } from '../types.ts'
import { Counts } from './counts.ts'
import { FUNCTION_WORDS } from './function-words.ts'
import { CASED, FROZEN, HAN, hash, NUMBER, PUNCTUATION, tokenEnd, WORD } from './signs.ts'
import { BEGIN, joinPair as join, LONGEST_SEQUENCE, SINGLE, Tokens } from './tokens.ts'

/** No token has more features. */
const MOST = 80

/** What stands before a line's first token and behind its last. */
const BEFORE = 2
const AFTER = 1

export class Features {
  readonly tokens = new Tokens()
  /** What `of` found. */
  readonly out = new Int32Array(MOST)
  private n = 0

  private text = ''
  private finds: readonly Find[] = []
  private documentType = 0
  private readonly words = new Counts()
  private readonly capitals = new Counts()
  private readonly names = new Counts()
  private readonly pairs = new Counts()
  private readonly trigrams = new Counts()
  /** Words and pairs of titles and keywords. */
  private readonly marked = new Counts()

  private from = 0
  private to = 0
  private line = 0
  private label = 0
  /** For each token of the sequence: 0, or 1 + kind × 4 + position of the find that covers it, and that find's rule. */
  private readonly evidence = new Int32Array(LONGEST_SEQUENCE)
  private readonly rules = new Int32Array(LONGEST_SEQUENCE)
  /** The first and last token of its chunk: a run of words of one script, without function words. */
  private readonly chunkFrom = new Int32Array(LONGEST_SEQUENCE)
  private readonly chunkTo = new Int32Array(LONGEST_SEQUENCE)
  private readonly ruleHashes = new Map<string, number>()

  /** @param finds by start */
  openDocument(text: string, stretches: readonly Span[], finds: readonly Find[]): void {
    const { tokens } = this
    this.text = text
    this.finds = finds
    tokens.read(text, stretches, finds)
    this.documentType = documentType(text, stretches, finds)
    this.count()
  }

  /** Counts words, words with a capital inside a line, found names and runs of three Han characters. */
  private count(): void {
    const { tokens, words, capitals, names, pairs, trigrams, marked } = this
    for (const counts of [words, capitals, names, pairs, trigrams, marked]) counts.clear()
    this.mark()
    for (let at = 0; at < tokens.length; at++) {
      const type = tokens.types[at]
      const word = tokens.words[at] as number
      if (type === WORD) {
        words.add(word)
        if ((tokens.shapes[at] as number) >= CASED && at > 0 && tokens.types[at - 1] === WORD) capitals.add(word)
      }
      if (at > 0 && isNear(tokens, at) && isNear(tokens, at + 1)) {
        pairs.add(join(tokens.words[at - 1] as number, word))
        if (at > 1 && isNear(tokens, at - 1))
          trigrams.add(join(join(tokens.words[at - 2] as number, tokens.words[at - 1] as number), word))
      }
      const position = tokens.positions[at]
      if (tokens.finds[at] && (position === BEGIN || position === SINGLE)) names.add(this.surfaceOf(at))
    }
  }

  private mark(): void {
    const { text, marked } = this
    for (const find of this.finds) {
      if (find.rule !== 'title:page' && find.rule !== 'layout:keywords') continue
      let last = 0
      for (let at = find.start; at < find.end; ) {
        const unit = text.charCodeAt(at)
        if (unit <= 32) {
          at++
          continue
        }
        const stop = Math.abs(tokenEnd(text, at, find.end))
        const word = hash(text, at, stop)
        marked.add(word)
        if (last) marked.add(join(last, word))
        last = word
        at = stop
      }
    }
  }

  private surfaceOf(at: number): number {
    const { start, end } = this.finds[(this.tokens.finds[at] as number) - 1] as Find
    return hash(this.text, start, end)
  }

  /** Goes to a sequence, before `of` is asked for its tokens; gives their number. */
  openSequence(sequence: number): number {
    const { tokens, finds, evidence, rules, chunkFrom, chunkTo } = this
    const from = tokens.sequences[sequence] as number
    const to = tokens.sequences[sequence + 1] as number
    this.from = from
    this.to = to
    this.line = tokens.lineTypes[sequence] as number
    this.label = tokens.labels[sequence] as number
    let chunk = from
    let broke = true
    for (let at = from; at < to; at++) {
      const find = tokens.finds[at] as number
      if (find) {
        const { named, rule } = finds[find - 1] as Find
        evidence[at - from] = 1 + KINDS.indexOf(named.kind) * 4 + (tokens.positions[at] as number)
        rules[at - from] = this.ruleHash(rule)
      } else {
        evidence[at - from] = 0
      }
      const breaks = isBreak(tokens, at)
      if (breaks || broke || (tokens.types[at] === HAN) !== (tokens.types[at - 1] === HAN)) {
        chunkTo.fill(at - 1, chunk - from, at - from)
        chunk = at
      }
      chunkFrom[at - from] = chunk
      broke = breaks
    }
    chunkTo.fill(to - 1, chunk - from, to - from)
    return to - from
  }

  /** The label that the rules give a token of the open sequence. */
  ruled(at: number): number {
    const found = this.found(at)
    if (found === 0) return 0
    const position = (found - 1) & 3
    return 1 + ((found - 1) >> 2) * 2 + (position === BEGIN || position === SINGLE ? 0 : 1)
  }

  /** Whether a token may be part of a name that the rules do not know whole: repeated, beside a find, or no plain word. */
  isCandidate(at: number): boolean {
    const { tokens } = this
    const type = tokens.types[at]
    if (type === FROZEN) return false
    if (this.found(at) || this.found(at - 1) || this.found(at + 1)) return true
    if (type === PUNCTUATION) return true
    if (type !== HAN && (tokens.shapes[at] as number) >= CASED) return true
    const w0 = this.word(at)
    return this.pairs.get(join(this.word(at - 1), w0), 2) > 1 || this.pairs.get(join(w0, this.word(at + 1)), 2) > 1
  }

  private ruleHash(rule: string): number {
    let value = this.ruleHashes.get(rule)
    if (value === undefined) {
      value = hash(rule)
      this.ruleHashes.set(rule, value)
    }
    return value
  }

  private word(at: number): number {
    return at < this.from ? BEFORE : at >= this.to ? AFTER : (this.tokens.words[at] as number)
  }

  private shape(at: number): number {
    return at < this.from ? BEFORE : at >= this.to ? AFTER : (this.tokens.shapes[at] as number)
  }

  private found(at: number): number {
    return at < this.from || at >= this.to ? 0 : (this.evidence[at - this.from] as number)
  }

  private add(template: number, value: number): void {
    let mixed = Math.imul(value ^ (value >>> 16) ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
    mixed ^= mixed >>> 13
    mixed = Math.imul(mixed, 0xc2b2ae35)
    this.out[this.n++] = mixed ^ (mixed >>> 16)
  }

  /** Writes the features of a token of the open sequence to `out`; gives their number. */
  of(at: number): number {
    const { tokens } = this
    const type = tokens.types[at] as number
    const w0 = this.word(at)
    const w1 = this.word(at + 1)
    const w_1 = this.word(at - 1)
    const e0 = this.found(at)
    this.n = 0
    this.add(1, type)
    this.add(2, w0)
    this.add(3, w_1)
    this.add(4, w1)
    this.add(5, join(w_1, w0))
    this.add(6, join(w0, w1))
    this.add(7, join(e0, type))
    this.add(8, join(this.found(at - 1), e0))
    this.add(9, join(e0, this.found(at + 1)))
    if (type === FROZEN) return this.n
    const place = ((tokens.within[at] as number) << 1) | (tokens.spaced[at] as number)
    this.add(10, this.word(at - 2))
    this.add(11, this.word(at + 2))
    this.add(12, join(join(w_1, w0), w1))
    this.add(13, join(place, type))
    this.add(14, join(join(this.line, this.documentType), type))
    this.add(15, join(this.documentType, e0))
    this.add(74, join(this.documentType, w0))
    this.add(75, join(this.documentType, join(w_1, type)))
    this.add(76, join(this.documentType, join(w1, type)))
    this.add(77, join(join(this.documentType, this.found(at - 1)), e0))
    this.add(78, join(join(this.documentType, this.found(at + 1)), e0))
    if (this.label) this.add(16, join(this.label, e0 ? 1 : 0))
    if (e0) this.addEvidence(at, e0, place)
    if (type === PUNCTUATION) return this.n
    this.addChunk(at, type)
    this.addRepeats(at, type, e0)
    if (type === HAN) this.addHan(at)
    else this.addWord(at, type, place)
    return this.n
  }

  /** What the rules say, and what stands around the name they found. */
  private addEvidence(at: number, e0: number, place: number): void {
    const { tokens, from, to } = this
    const position = tokens.positions[at] as number
    let first = at
    while (first > from && tokens.finds[first - 1] === tokens.finds[at]) first--
    let last = at
    while (last + 1 < to && tokens.finds[last + 1] === tokens.finds[at]) last++
    const surface = this.surfaceOf(at)
    const after = this.word(last + 1)
    this.add(17, join(this.rules[at - from] as number, e0))
    this.add(18, join(e0, this.word(at)))
    this.add(19, join(surface, position))
    this.add(20, join(after, e0))
    this.add(21, join(this.word(first - 1), e0))
    this.add(22, join(join(after, this.word(last + 2)), e0))
    this.add(23, join(Math.min(last - first, 8), e0))
    this.add(24, join(join(surface, after), position))
    this.add(25, join(this.names.get(surface, 4), e0))
    this.add(26, join(place, e0))
    this.add(27, join(this.line, e0))
    // What holds in one type of document may not in another (Daumé, 2007).
    const type = this.documentType
    this.add(28, join(join(this.rules[at - from] as number, e0), type))
    this.add(29, join(join(e0, this.word(at)), type))
    this.add(70, join(join(surface, position), type))
    this.add(71, join(join(after, e0), type))
    this.add(72, join(join(this.word(first - 1), e0), type))
    this.add(73, join(join(Math.min(last - first, 8), e0), type))
  }

  private addChunk(at: number, type: number): void {
    const first = this.chunkFrom[at - this.from] as number
    const last = this.chunkTo[at - this.from] as number
    const behind = Math.min(at - first, 5)
    const ahead = Math.min(last - at, 5)
    const length = Math.min(last - first, 8)
    const before = this.word(first - 1)
    const after = this.word(last + 1)
    this.add(30, join(join(length, behind), type))
    this.add(31, join(join(before, behind), type))
    this.add(32, join(join(after, ahead), type))
    this.add(33, join(join(before, after), length))
    this.add(34, join(join(this.word(last - 1), this.word(last)), ahead))
    this.add(35, join(this.word(last), ahead))
    this.add(36, join(this.word(first), behind))
  }

  /** Runs of words that the document repeats, and where they part: names are repeated whole. */
  private addRepeats(at: number, type: number, e0: number): void {
    const { pairs, trigrams, marked } = this
    const w_2 = this.word(at - 2)
    const w_1 = this.word(at - 1)
    const w0 = this.word(at)
    const w1 = this.word(at + 1)
    const w2 = this.word(at + 2)
    const forward = pairs.get(join(w0, w1), 5)
    const backward = pairs.get(join(w_1, w0), 5)
    const forward3 = trigrams.get(join(join(w0, w1), w2), 4)
    const backward3 = trigrams.get(join(join(w_2, w_1), w0), 4)
    const around = trigrams.get(join(join(w_1, w0), w1), 4)
    const sort = type * 2 + (e0 ? 1 : 0)
    this.add(91, join(forward * 8 + backward, sort))
    this.add(92, join(forward3 * 8 + backward3, sort))
    this.add(93, join((forward * 8 + backward) * 8 + around, sort))
    this.add(94, join((forward3 * 8 + backward3) * 8 + around, sort))
    this.add(95, join(Math.sign(forward - around) * 2 + Math.sign(backward - around), sort))
    const m0 = marked.get(w0, 1)
    const m1 = marked.get(join(w0, w1), 1)
    const m_1 = marked.get(join(w_1, w0), 1)
    this.add(96, join(m0 * 4 + m1 * 2 + m_1, sort))
    this.add(
      97,
      join((m0 * 4 + m1 * 2 + m_1) * 4 + marked.get(join(w1, w2), 1) * 2 + marked.get(join(w_2, w_1), 1), sort),
    )
  }

  private addHan(at: number): void {
    const c_3 = this.word(at - 3)
    const c_2 = this.word(at - 2)
    const c_1 = this.word(at - 1)
    const c0 = this.word(at)
    const c1 = this.word(at + 1)
    const c2 = this.word(at + 2)
    const c3 = this.word(at + 3)
    const left = join(join(c_2, c_1), c0)
    const right = join(join(c0, c1), c2)
    this.add(40, left)
    this.add(41, right)
    this.add(42, join(c_2, c_1))
    this.add(43, join(c1, c2))
    this.add(44, join(join(c1, c2), c3))
    this.add(45, join(c2, c3))
    this.add(46, join(c_3, c_2))
    this.add(47, join(right, c3))
    this.add(48, join(c_3, left))
  }

  private addWord(at: number, type: number, place: number): void {
    const { tokens, text } = this
    const shape = tokens.shapes[at] as number
    const word = tokens.words[at] as number
    this.add(50, shape)
    this.add(51, join(this.shape(at - 1), shape))
    this.add(52, join(shape, this.shape(at + 1)))
    this.add(53, join(place, shape))
    this.add(54, join(this.words.get(word, 5), shape))
    this.add(55, join(this.capitals.get(word, 3), shape))
    this.add(56, join(shape, this.word(at - 1)))
    this.add(57, join(shape, this.word(at + 1)))
    this.add(58, join(this.documentType, shape))
    if (type === NUMBER) return
    const start = tokens.starts[at] as number
    const end = tokens.ends[at] as number
    for (let length = 2; length <= 4 && length < end - start; length++) {
      this.add(58 + length, hash(text, start, start + length))
      this.add(62 + length, hash(text, end - length, end))
    }
  }
}

function isNear({ types, words }: Tokens, at: number): boolean {
  const type = types[at - 1]
  return type !== PUNCTUATION && type !== FROZEN && !FUNCTION_WORDS.has(words[at - 1] as number)
}

function isBreak({ types, words }: Tokens, at: number): boolean {
  const type = types[at]
  return type === PUNCTUATION || type === FROZEN || FUNCTION_WORDS.has(words[at] as number)
}

/** 0 a log of turns, 1 the page of one paper, 2 anything else: they are written differently. */
export function documentType(text: string, stretches: readonly Span[], finds: readonly Find[]): number {
  if (finds.some(({ rule }) => rule === 'title:page')) return 1
  let turns = 0
  for (const { start } of stretches) if (start > 1 && isColon(text.charCodeAt(start - 1))) turns++
  return turns > 2 ? 0 : 2
}

function isColon(unit: number): boolean {
  return unit === 0x3a || unit === 0xff1a
}
