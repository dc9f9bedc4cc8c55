/** Texts → a graph, with a lexicon small enough to keep in one's head. */
import { createLexicon } from '../../ingest/lexicon.ts'
import { extract, toGraph } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import { createLineCounts } from '../../ingest/template.ts'
import type { Edge, Graph } from '../../ingest/types.ts'

export const lexicon = createLexicon([
  ['Model', 'RWKV\nRWKV-5\nMamba\nGPT-4\nGPT-4V\nLLaMA\nLLaMA 2\nMistral\nMixtral\nYi!\nstar?\n'],
  [
    'Method',
    'linear attention\t线性attention | 线性注意力\nDPO\nRLHF\ncontrastive learning\t对比学习\nmixture of experts\tMoE | 混合专家\nLoRA\ntensor parallelism\t张量并行 | TP?\n',
  ],
  ['Concept', 'length extrapolation\t长度外推 | 外推\nembodied foundation model\t具身大模型\n'],
  ['Paper', 'Attention is all you need\tarxiv:1706.03762\n'],
  ['Dataset', 'MATH!\n'],
  ['Tool', 'Starfinder\n'],
])

export function graphOf(texts: Record<string, string>): Graph {
  const counts = createLineCounts()
  const documents = Object.entries(texts).map(([path, text]) => {
    const document = read({ path, bytes: new TextEncoder().encode(text) })
    counts.add(document)
    return document
  })
  const template = counts.template()
  return toGraph(
    documents.map((document) => extract(document, lexicon, template)),
    lexicon,
  )
}

export function edgeBetween(graph: Graph, source: string, target: string): Edge | undefined {
  return graph.edges.find((edge) => edge.source === source && edge.target === target)
}

/** What is named in a text, as `surface → entity`. */
export function namesIn(text: string): string[] {
  return graphOf({ 'note.md': text }).mentions.map(({ surface, entity }) => `${surface} → ${entity}`)
}
