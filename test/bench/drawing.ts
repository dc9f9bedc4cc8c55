/**
 * How fast a picture is laid out and drawn: beside fcose with its defaults on the same graph, and, in a browser, beside
 * Cytoscape with its defaults under the same hand.
 */
import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import { finish, layOut } from '../../client/graph/layouts/lay-out.ts'
import { netOf } from '../../client/graph/layouts/net.ts'
import { toProblem } from '../../client/graph/layouts/to-problem.ts'
import type { Row } from './bench.ts'
import { type Clustered, toClustered } from './clustered.ts'
import type { Corpus } from './corpus.ts'
import { measureBrowser } from './painting.ts'
import { stressOf } from './stress.ts'

const RATIO = 1.3

export async function measureDrawing(_corpus: Corpus, scratch: string): Promise<Row[]> {
  return [...measureLayout(toClustered(1_000, 4_000)), ...(await measureBrowser(scratch))]
}

function measureLayout(graph: Clustered): Row[] {
  const problem = toProblem({ entities: graph.nodes, edges: graph.edges, layout: 'force', ratio: RATIO })
  const net = netOf(problem.boxes, problem.links)
  const base = withFcose(graph)
  const ours = timed(() => new Map(finish(layOut(problem))))
  const stress = (positions: ReadonlyMap<string, { x: number; y: number }>) =>
    stressOf(
      net,
      problem.boxes.map(({ id }) => positions.get(id) ?? { x: 0, y: 0 }),
    )
  const [own, theirs] = [stress(ours.result), stress(base.result)]
  const others = (['layers', 'rings'] as const).map((layout): Row => {
    const { milliseconds } = timed(() => finish(layOut({ ...problem, layout })))
    return { what: `layout ${layout}, 1,000 + 4,000`, figure: inSeconds(milliseconds), note: 'in Node, one run' }
  })
  return [
    {
      what: 'layout fcose with its defaults, 1,000 + 4,000',
      figure: inSeconds(base.milliseconds),
      note: `in Node, headless; stress ${theirs.toFixed(3)}`,
    },
    {
      what: 'layout force, 1,000 + 4,000',
      figure: inSeconds(ours.milliseconds),
      note: `in Node; ${Math.round(base.milliseconds / ours.milliseconds)} × faster than fcose; stress ${own.toFixed(3)}, ${(own / theirs).toFixed(2)} × that of fcose`,
    },
    ...others,
  ]
}

function withFcose({ nodes, edges }: Clustered) {
  cytoscape.use(fcose)
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...nodes.map(({ id }) => ({ data: { id } })),
      ...edges.map(({ source, target }, index) => ({ data: { id: `edge ${index}`, source, target } })),
    ],
  })
  const options = { name: 'fcose', animate: false }
  const { milliseconds } = timed(() => cy.layout(options).run())
  return { milliseconds, result: new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }] as const)) }
}

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const start = performance.now()
  const result = work()
  return { result, milliseconds: performance.now() - start }
}

const inSeconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`
