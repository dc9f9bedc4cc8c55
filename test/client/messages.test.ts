import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { MESSAGES } from '../../client/messages.ts'

type Tables = Record<'en' | 'zh', object>

/** The words of pages that are fetched when they are opened: client/messages/<page>-words.ts, each exporting its two tables. */
const FOLDER = join(import.meta.dirname, '../../client/messages')
const ofPages = await Promise.all(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('-words.ts'))
    .map(async (name) => {
      const tables = Object.values((await import(join(FOLDER, name))) as Record<string, Tables>)
      return tables.map((table) => [name, table] as const)
    }),
)

/** Every word of a table with its path; functions are called with plain values, to read what they say. */
function wordsOf(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [[here, String(value('2', '3'))]]
    return wordsOf(value as object, here)
  })
}

describe.each([['the page', MESSAGES] as const, ...ofPages.flat()])('%s', (_name, tables) => {
  it('says in Chinese everything that it says in English', () => {
    const keys = (table: object) => wordsOf(table).map(([key]) => key)
    expect(keys(tables.zh)).toEqual(keys(tables.en))
  })

  it.each(['en', 'zh'] as const)('says nothing empty and shouts nothing in %s', (language) => {
    for (const [, word] of wordsOf(tables[language])) {
      expect(word.trim()).not.toBe('')
      expect(word).not.toMatch(/[!！]/)
    }
  })
})
