/** Cells as the server sends them, small enough to check by eye. */
import type { Cell, EdgeCell, NodeCell, PathCell } from '../../client/types.ts'

export const node = (id: string, labels: string[], properties: Record<string, Cell> = {}): NodeCell => ({
  $: 'node',
  id,
  labels,
  properties: { id, ...properties },
})

export const model = (id: string, name: string, more: Record<string, Cell> = {}): NodeCell =>
  node(id, ['Entity', 'Model'], { name, kind: 'Model', mentions: 3, ...more })

export const edge = (
  type: string,
  source: string | null,
  target: string | null,
  properties: Record<string, Cell> = {},
): EdgeCell => ({ $: 'edge', type, source, target, properties })

export const path = (nodes: NodeCell[], edges: EdgeCell[]): PathCell => ({ $: 'path', nodes, edges })

export const RWKV = model('model/rwkv', 'RWKV')
export const MAMBA = model('model/mamba', 'Mamba')
export const MET = edge('CO_MENTION', 'model/mamba', 'model/rwkv', { weight: 2.5, scope: 'turn' })
export const PASSAGE = node('p/0123456789abcdef', ['Passage'], { text: 'F1：Mamba 和 RWKV' })
export const LOG = node('doc/log.md', ['Document'], { path: 'log.md', title: 'A log' })
