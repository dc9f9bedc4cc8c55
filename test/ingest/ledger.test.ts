import { describe, expect, it } from '@jest/globals'
import { createLedger, type Decision, readLedger } from '../../ingest/ledger.ts'
import { extract, toGraph } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import { lexicon } from './graph-of.ts'

function entitiesOf(text: string, decisions: Decision[]): [id: string, name: string, mentions: number][] {
  const document = read({ path: 'n.md', bytes: new TextEncoder().encode(text) })
  const { entities } = toGraph([extract(document, lexicon, new Map())], lexicon, createLedger(decisions))
  return entities.map(({ id, name, mentions }) => [id, name, mentions])
}

describe('the ledger', () => {
  it.each<[string, Decision[], [string, string, number][]]>([
    [
      'merges',
      [{ op: 'merge', from: 'model/gpt-4v', into: 'model/gpt-4' }],
      [
        ['model/gpt-4', 'GPT-4', 2],
        ['model/rwkv', 'RWKV', 1],
      ],
    ],
    [
      'renames',
      [{ op: 'rename', id: 'model/rwkv', name: 'Receptance' }],
      [
        ['model/gpt-4', 'GPT-4', 1],
        ['model/gpt-4v', 'GPT-4V', 1],
        ['model/rwkv', 'Receptance', 1],
      ],
    ],
    [
      'changes a kind',
      [{ op: 'kind', id: 'model/rwkv', kind: 'Method' }],
      [
        ['method/rwkv', 'RWKV', 1],
        ['model/gpt-4', 'GPT-4', 1],
        ['model/gpt-4v', 'GPT-4V', 1],
      ],
    ],
    [
      'ignores',
      [
        { op: 'ignore', id: 'model/rwkv' },
        { op: 'ignore', id: 'model/gpt-4v' },
      ],
      [['model/gpt-4', 'GPT-4', 1]],
    ],
    [
      'survives a circle',
      [
        { op: 'merge', from: 'model/gpt-4v', into: 'model/gpt-4' },
        { op: 'merge', from: 'model/gpt-4', into: 'model/gpt-4v' },
        { op: 'ignore', id: 'model/rwkv' },
      ],
      [
        ['model/gpt-4', 'GPT-4', 1],
        ['model/gpt-4v', 'GPT-4V', 1],
      ],
    ],
  ])('%s', (_what, decisions, expected) => {
    expect(entitiesOf('GPT-4, GPT-4V, RWKV', decisions)).toEqual(expected)
  })

  it('is a JSON object a line', () => {
    expect(readLedger('{"op":"ignore","id":"model/yi"}\n\n{"op":"kind","id":"model/yi","kind":"Tool"}\n')).toEqual([
      { op: 'ignore', id: 'model/yi' },
      { op: 'kind', id: 'model/yi', kind: 'Tool' },
    ])
  })

  it.each([
    '{"op":"merge","from":"model/a"}',
    '{"op":"kind","id":"model/a","kind":"Beast"}',
    'merge a b',
    '{"op":"ignore","id":"__proto__"}',
  ])('names the line that is no decision: %s', (line) => {
    expect(() => readLedger(`{"op":"ignore","id":"model/yi"}\n${line}`)).toThrow('line 2')
  })
})
