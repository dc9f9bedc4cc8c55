import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Find } from '../../ingest/finds.ts'
import { createLexicon } from '../../ingest/lexicon.ts'
import { Decoder, isInside, LABELS } from '../../ingest/tagger/crf.ts'
import { createTagger } from '../../ingest/tagger/tagger.ts'
import { packWeights, unpackWeights } from '../../ingest/tagger/weights.ts'
import type { Kind } from '../../ingest/types.ts'
import { learn } from '../tagger/learn.ts'
import { toSamples } from '../tagger/samples.ts'

const TRUST = { inNothing: 0, inFinds: 0 }
const lexicon = createLexicon([
  ['Model', 'Falcon\n'],
  ['Method', 'annealing\n'],
])

/** `[Wobal:Model]` is marked by hand, `{annealing:Method}` found by a rule, `{[…]}` both. */
function note(marked: string, group = 'pages') {
  const finds: Find[] = []
  const gold: { start: number; end: number; surface: string; kind: Kind; id: string }[] = []
  let text = ''
  for (const part of marked.split(/([[{][^\]}]+[\]}]+)/)) {
    const [, brackets = '', name = '', kind = ''] = /^([[{]+)([^:]+):(\w+)/.exec(part) ?? []
    const start = text.length
    text += name || part
    const end = text.length
    if (brackets.includes('[')) gold.push({ start, end, surface: name, kind: kind as Kind, id: name })
    if (brackets.includes('{'))
      finds.push({ start, end, rule: 'lexicon', named: { kind: kind as Kind, name }, inTitle: false })
  }
  return { text, stretches: [{ start: 0, end: text.length }], finds, gold, group }
}

/** Each lesson is a document of its own. */
function taught(...lessons: string[]) {
  const samples = lessons.flatMap((lesson, at) => toSamples(note(lesson), at))
  return createTagger(packWeights(learn(samples, { epochs: 60, c: 100 })), TRUST)
}

function tag(tagger: ReturnType<typeof taught>, marked: string) {
  const { text, stretches, finds } = note(marked)
  const { finds: names, dropped } = tagger.tag(text, stretches, finds, lexicon)
  return { dropped, names: names.map(({ start, end, named, rule }) => [text.slice(start, end), named.kind, rule]) }
}

const NEW_MODELS = taught(
  'We train [Wobal:Model] with care and {[annealing:Method]} here.',
  'We train [Zanix:Model] with care and rest.',
  'We train [Tibor:Model] with care and {[annealing:Method]} here.',
  'We rest with care and {[annealing:Method]} here.',
)

describe('the tagger', () => {
  it('finds a new name where it learned that names stand', () => {
    expect(tag(NEW_MODELS, 'We train Quopa with care and {annealing:Method} here.').names).toEqual([
      ['Quopa', 'Model', 'tagger:new'],
      ['annealing', 'Method', 'lexicon'],
    ])
  })

  it('gives a new name the entity that the lists have for it', () => {
    const { text, stretches } = note('We train Falcon with care and rest.')
    const [find] = NEW_MODELS.tag(text, stretches, [], lexicon).finds
    expect(find?.named).toMatchObject({ id: 'model/falcon', name: 'Falcon' })
  })

  it('drops a find where it learned that none stands, and tells how many', () => {
    const tagger = taught(
      'The {annealing:Method} of steel is slow.',
      'The {annealing:Method} of steel is old.',
      'We use {[annealing:Method]} in training.',
      'They use {[annealing:Method]} in training.',
    )
    expect(tag(tagger, 'The {annealing:Method} of steel is new.')).toEqual({ dropped: 1, names: [] })
    expect(tag(tagger, 'All use {annealing:Method} in training.').dropped).toBe(0)
  })

  it.each(['link:github', 'title:page', 'layout:keywords'])('leaves what %s found as it is', (rule) => {
    const { text, stretches, finds } = note('We train {Quopa:Tool} with care and rest.')
    const certain = finds.map((find) => ({ ...find, rule }))
    expect(NEW_MODELS.tag(text, stretches, certain, lexicon).finds).toEqual(certain)
  })

  it('leaves a document as it is where the rules alone are better', () => {
    const { text, stretches, finds } = note('We train Quopa with care and {annealing:Method} here.')
    const shipped = createTagger(packWeights(learn(toSamples(note('We train [Wobal:Model].'), 0))))
    expect(shipped.tag(text, stretches, finds, lexicon).finds).toEqual(finds)
  })

  it('gives names in reading order, in the text and apart, whatever the text is', () => {
    const pieces = fc.constantFrom(
      'Quopa ',
      'train ',
      'We ',
      '的',
      '模型',
      '\n',
      ' ',
      '**',
      '（',
      '）',
      '😀',
      '<a>',
      '. ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (words) => {
        const text = words.join('')
        const { finds } = NEW_MODELS.tag(text, [{ start: 0, end: text.length }], [], lexicon)
        finds.forEach(({ start, end }, at) => {
          expect(start).toBeGreaterThanOrEqual(finds[at - 1]?.end ?? 0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        })
      }),
    )
  })

  it('reads a line of one name repeated a hundred thousand times', () => {
    const text = 'Quopa '.repeat(100_000)
    const { finds } = NEW_MODELS.tag(text, [{ start: 0, end: text.length }], [], lexicon)
    expect(finds.length).toBeLessThanOrEqual(100_000)
  })
})

describe('the weights', () => {
  const lessons = ['We train [Wobal:Model].', 'We train [Zanix:Model].']
  const learned = () => packWeights(learn(lessons.flatMap((lesson, at) => toSamples(note(lesson), at))))

  it('are the same bytes each time they are learned', () => {
    expect(learned()).toEqual(learned())
  })

  it('survive packing', () => {
    expect(packWeights(unpackWeights(learned()))).toEqual(learned())
  })
})

describe('the best path', () => {
  it('never puts an inside label behind another kind, and beats every other legal path', () => {
    const length = 3
    const score = fc.integer({ min: -9, max: 9 })
    const cells = (size: number) => fc.array(score, { minLength: size, maxLength: size })
    fc.assert(
      fc.property(cells(length * LABELS), cells(LABELS * LABELS), (scores, transitions) => {
        const labels = new Uint8Array(length)
        new Decoder(Float32Array.from(transitions)).decode(Float32Array.from(scores), length, labels)
        expect(sumOf([...labels], scores, transitions)).toBe(bestSum(length, scores, transitions))
      }),
      { numRuns: 20 },
    )
  })
})

/** Minus infinity for a path that is not legal. */
function sumOf(path: readonly number[], scores: readonly number[], transitions: readonly number[]): number {
  return path.reduce((sum, label, at) => {
    const before = path[at - 1] ?? 0
    if (isInside(label) && before !== label && before !== label - 1) return Number.NEGATIVE_INFINITY
    const step = at > 0 ? (transitions[before * LABELS + label] as number) : 0
    return sum + (scores[at * LABELS + label] as number) + step
  }, 0)
}

function bestSum(length: number, scores: readonly number[], transitions: readonly number[]): number {
  const paths = (left: number): number[][] =>
    left === 0
      ? [[]]
      : paths(left - 1).flatMap((path) => Array.from({ length: LABELS }, (_, label) => [...path, label]))
  return Math.max(...paths(length).map((path) => sumOf(path, scores, transitions)))
}
