/** What one document alone could have taught the word lists is hidden while that document is read. */
import { expect, it } from '@jest/globals'
import { hide, toOwners } from './hide.ts'

const owners = toOwners([
  { doc: 'a.md', surfaces: ['Lumen', 'lumina', 'slow walks'] },
  { doc: 'b.md', surfaces: ['Lumina'] },
])

it.each([
  ['drops a line of which only this document has a form', 'Lumen\tlm', 'a.md', ''],
  ['drops no more than the form where another document has one too', 'Lumina\tLumen | lm', 'a.md', 'Lumina\tlm'],
  ['leaves a line that other documents have', 'Lumen\tlm', 'b.md', 'Lumen\tlm'],
  ['leaves what is marked nowhere', 'Umbra\tum', 'a.md', 'Umbra\tum'],
  ['knows a form by its folded spelling, without mark and plural', 'Slow-Walk?', 'a.md', ''],
  ['leaves comments', '# Lumen', 'a.md', '# Lumen'],
])('%s', (_name, line, doc, expected) => {
  expect(hide([['Model', line]], owners, doc)).toEqual([['Model', expected]])
})
