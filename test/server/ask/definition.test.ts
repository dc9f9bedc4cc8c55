/** The sentence that says what something is, and none where no sentence does. */
import { expect, it } from '@jest/globals'
import { toDefinitions } from '../../../server/ask/definition.ts'
import { DEFINITION_PATTERNS } from '../../../server/ask/definition-patterns.ts'

/** A line with its name in ⟦ ⟧. */
function line(marked: string, passage = 'p/1') {
  const start = marked.indexOf('⟦')
  const text = marked.replace('⟦', '').replace('⟧', '')
  return { passage, text, start, end: marked.indexOf('⟧') - 1 }
}

function best(...marked: string[]): string | null {
  const lines = marked.map((text, at) => line(text, `p/${at}`))
  const [definition] = toDefinitions(lines)
  const found = lines.find(({ passage }) => passage === definition?.passage)
  return definition && found ? found.text.slice(definition.start, definition.end) : null
}

it.each(DEFINITION_PATTERNS)('knows its own example: $name', ({ example }) => {
  expect(best(example)).toBe(example.replace('⟦', '').replace('⟧', ''))
})

it.each([
  ['F4: ⟦Kithara⟧ is a library for strings.', 'F4: Kithara is a library for strings.'],
  ['Much was said. ⟦Kithara⟧ is a library for strings. It is old.', 'Kithara is a library for strings.'],
  ['- **⟦Kithara⟧** is a small library that tunes strings.', '**Kithara** is a small library that tunes strings.'],
  ['⟦弦网⟧（StringNet）是一种调弦的网络，很快。然后呢。', '弦网（StringNet）是一种调弦的网络，很快。'],
  ['此外，⟦弦网⟧是指把弦接在一起的网。', '此外，弦网是指把弦接在一起的网。'],
  ['我们提出了⟦StringNet⟧（弦网），一种调弦的框架。', '我们提出了StringNet（弦网），一种调弦的框架。'],
  [
    'To help, we present ⟦StringNet⟧ (SN), a tiny framework for strings.',
    'To help, we present StringNet (SN), a tiny framework for strings.',
  ],
  ['2，⟦StringNet⟧，是一个调弦模型，很快', '2，StringNet，是一个调弦模型，很快'],
])('finds it in %s', (marked, expected) => {
  expect(best(marked)).toBe(expected)
})

it.each([
  '⟦StringNet⟧ is great.',
  '⟦StringNet⟧ is the reason for all of this.',
  '⟦StringNet⟧ is a challenging task.',
  '⟦StringNet⟧ is one of the most active areas of application.',
  'Is ⟦StringNet⟧ a model?',
  '⟦StringNet⟧ is a model?',
  'The hidden state of ⟦StringNet⟧ is a vector in a network.',
  '⟦StringNet⟧ training is a method.',
  'We compare ⟦StringNet⟧, a and b.',
  '⟦弦网⟧是不是一种网络',
  '⟦弦网⟧是一个很好的方法吗？',
  '⟦弦网⟧是一个不错的选择',
  '⟦弦网⟧的核心是一种网络',
  '⟦弦网⟧是因为慢才被放弃的',
  '⟦弦网⟧是唯一超过一半的模型。',
  '⟦弦网⟧，即使很慢，也有人用它的',
  '它通过引入⟦弦网⟧，利用弦来调音。',
  '# ⟦StringNet⟧ is a model',
  '| ⟦StringNet⟧ is a model | 3 |',
  '⟦StringNet⟧: https://example.org/a/very/long/address/of/a/model https://example.org/another/one',
  '⟦StringNet⟧',
])('finds none in %s', (marked) => {
  expect(best(marked)).toBe(null)
})

it('prefers a sentence that speaks of the name to one that names it in passing, and the shorter of two', () => {
  const long = `⟦StringNet⟧ is a network of strings ${'that are tuned again '.repeat(9)}and again.`
  expect(best('We introduce ⟦StringNet⟧, which tunes strings.', long, '⟦StringNet⟧ is a network of strings.')).toBe(
    'StringNet is a network of strings.',
  )
})

it('takes a spelling that a much-named entity hardly ever has for a namesake', () => {
  const usual = Array.from({ length: 99 }, (_, at) => line('They use ⟦in-context learning⟧ again', `p/${at}`))
  const stray = line('我们提出了⟦插值学习⟧，一种快的方法。', 'p/stray')
  expect(toDefinitions([...usual, stray])).toEqual([])
  expect(toDefinitions([...usual.slice(0, 9), stray])).toHaveLength(1)
})
