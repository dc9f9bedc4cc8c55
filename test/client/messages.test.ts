import { expect, it } from '@jest/globals'
import { MESSAGES } from '../../client/messages.ts'

/** Every word of a table with its path; functions are called with plain values, to read what they say. */
function wordsOf(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [[here, String(value('2', '3'))]]
    return wordsOf(value as object, here)
  })
}

it('says in Chinese everything that it says in English', () => {
  const keys = (table: object) => wordsOf(table).map(([key]) => key)
  expect(keys(MESSAGES.zh)).toEqual(keys(MESSAGES.en))
})

it.each(['en', 'zh'] as const)('says nothing empty and shouts nothing in %s', (language) => {
  for (const [, word] of wordsOf(MESSAGES[language])) {
    expect(word.trim()).not.toBe('')
    expect(word).not.toMatch(/[!！]/)
  }
})
