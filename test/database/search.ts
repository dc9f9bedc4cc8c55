/** Both stores find the same passages for the same words. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Database } from '../../server/store/database.ts'
import { openGraph } from '../../server/store/open.ts'
import { searchPassages } from '../../server/store/search.ts'
import { graphOf } from '../ingest/graph-of.ts'
import { save, type TestedStore } from './store.ts'

const LINES = [
  '长度外推很难',
  '外 推',
  'F4：连rwkv都开始改multi head',
  '线性attention 与 RWKV-5，再说 RWKV',
  'C++ 和 node.js',
  `it's "quoted" AND (x:y) *`,
  'ＤＰＯ 全角',
  'D：Mamba 很快',
]

export function describeSearch(store: () => TestedStore): void {
  let database: Database
  beforeAll(async () => {
    await save(store(), graphOf(Object.fromEntries(LINES.map((line, at) => [`${at}.md`, line]))))
    database = openGraph(store().url, store().credentials)
  })
  afterAll(() => database.close())
  it.each<[string, number[]]>([
    ['外推', [0]],
    ['长度外推', [0]],
    ['推', [1, 0]],
    ['rwkv', [3, 2]],
    ['ＲＷＫＶ', [3, 2]],
    ['RWKV-5', [3]],
    ['rwk', []],
    ['改multi', [2]],
    ['head 连rwkv都', [2]],
    ['c++', [4]],
    ['node.js', [4]],
    ['node', []],
    ['"quoted" AND (x:y', [5]],
    ['AND', [5]],
    ['the dpo', []],
    ['mamba', [7]],
    ['y', [5]],
    ['dpo', [6]],
    ['全角 ＤＰＯ', [6]],
    ['x:y~2 OR [', []],
    ['*', []],
    ['', []],
  ])('finds %p', async (words, lines) => {
    const found = await searchPassages(database, words, 10)
    expect(found.map(({ text }) => text)).toEqual(lines.map((line) => LINES[line]))
  })
  it('finds at most as many as asked for', async () => {
    expect(await searchPassages(database, 'rwkv', 1)).toHaveLength(1)
  })
}
