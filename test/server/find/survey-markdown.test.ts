/** Whatever a title or a quote holds, Markdown shows it letter by letter. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { escapeBlock, escapeMarkdown, toLink } from '../../../server/survey/escape.ts'

/** As a reader of Markdown takes escapes away. */
const shown = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('escaping', () => {
  it('is taken away again by who shows it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // A backslash of the text itself is escaped, so none is left over.
        expect(shown(escapeMarkdown(text))).toBe(oneLine(text))
        expect(shown(escapeBlock(text))).toBe(oneLine(text))
      }),
    )
  })

  it('leaves no sign that means something', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a[]*`<|$~\\ _') }), (text) => {
        const plain = escapeMarkdown(text).replace(/\\./g, '')
        expect(plain).not.toMatch(/[[\]*`<|$~\\]|(?<![a-z])_|_(?![a-z])/)
      }),
    )
  })

  it.each([
    ['head_dim = 1', 'head_dim = 1'],
    ['_so_ it is', '\\_so\\_ it is'],
    ['a &lt; b & c', 'a \\&lt; b & c'],
    ['2505.00001 came first', '2505\\.00001 came first'],
    ['# no heading', '\\# no heading'],
    ['> no quote', '\\> no quote'],
    ['+ no list', '\\+ no list'],
    ['two\nlines', 'two lines'],
  ])('%j at the start of a block is %j', (text, expected) => {
    expect(escapeBlock(text)).toBe(expected)
  })
})

describe('links', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '', null])('%j is none', (url) => {
    expect(toLink('A title', url)).toBe('A title')
  })

  it('end where they should', () => {
    expect(toLink('A (title)', 'https://example.org/a_(b)<c>')).toBe(
      '[A (title)](https://example.org/a_%28b%29%3Cc%3E)',
    )
  })
})
