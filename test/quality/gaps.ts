/**
 * How well a gap is recognised: one edge is hidden, and the pair's rank among all that nothing joins is looked up.
 *
 * `tsx test/quality/gaps.ts <graph URL> [trials]` prints the section "Gaps" of docs/quality-find.md. Edges are drawn by
 * seed among those of support 2 or more whose ends are of the usual kinds and have company enough. Twice: with the edge
 * alone hidden, and with its lines hidden, so that all goes that nothing else proves: a line of three names joins each of
 * them to the third, and gives the hidden edge away.
 */
import { seeded } from '../../client/graph/layouts/chance.ts'
import { type Adjacency, readAdjacency, slotBetween } from '../../server/ask/adjacency.ts'
import { readNames } from '../../server/ask/names.ts'
import { USUAL_KINDS } from '../../server/find/gaps.ts'
import { toCompany } from '../../server/find/gaps-company.ts'
import { gapBetween, gapsOf } from '../../server/find/gaps-score.ts'
import { openGraph } from '../../server/store/open.ts'
import { MEASURES, type Ranks, rankIn } from './gap-measures.ts'

const [url = '', given = '100'] = process.argv.slice(2)
const TRIALS = Number(given)
/** Each end is joined to so many others at least, before the edge is hidden. */
const ENOUGH = 10

const database = openGraph(url, { username: '', password: '', database: '' })
const names = await readNames(database)
const adjacency = await readAdjacency(database)
const isLeftOut = (id: string) => names.find(id)?.kind === 'Person'
const ends = Uint8Array.from(adjacency.ids, (id) => Number(USUAL_KINDS.includes(names.require(id).kind)))

interface Row {
  other: string
  receipts: string[]
}
const receiptsOf = (id: string) =>
  database.run<Row & Record<string, unknown>>(
    'MATCH (:Entity {id: $id})-[edge]-(other:Entity) RETURN other.id AS other, edge.receipts AS receipts',
    { id },
  )

type Pair = readonly [number, number]

async function drawEdges(): Promise<Pair[]> {
  const rows = await database.run<{ source: string; target: string }>(
    `MATCH (a:Entity)-[edge:CO_MENTION]->(b:Entity) WHERE edge.support >= 2
     RETURN a.id AS source, b.id AS target ORDER BY source, target`,
    {},
    { timeout: 120_000 },
  )
  const { degrees } = toCompany(adjacency, isLeftOut)
  const pairs = rows.flatMap(({ source, target }): Pair[] => {
    const pair = [adjacency.places.get(source) as number, adjacency.places.get(target) as number] as const
    return pair.every((end) => ends[end] && (degrees[end] as number) >= ENOUGH) ? [pair] : []
  })
  const chance = seeded(1)
  return Array.from({ length: TRIALS }, () => pairs[Math.floor(chance() * pairs.length)] as Pair)
}

/** The edges of both ends that nothing proves but the lines of the hidden one. */
async function provedTogether([a, b]: Pair): Promise<Pair[]> {
  const [ours, theirs] = [await receiptsOf(adjacency.ids[a] as string), await receiptsOf(adjacency.ids[b] as string)]
  const passageOf = (receipt: string) => receipt.split(':')[0] as string
  const hidden = new Set(
    ours.filter(({ other }) => other === adjacency.ids[b]).flatMap(({ receipts }) => receipts.map(passageOf)),
  )
  return [a, b].flatMap((end) => {
    const kept = new Set<string>()
    const rows = end === a ? ours : theirs
    for (const { other, receipts } of rows) if (receipts.some((one) => !hidden.has(passageOf(one)))) kept.add(other)
    return rows
      .filter(({ other }) => !kept.has(other))
      .map(({ other }): Pair => [end, adjacency.places.get(other) as number])
  })
}

/** The graph without some edges, whichever their type. */
function without(whole: Adjacency, hidden: readonly Pair[]): Adjacency {
  const gone = new Set(hidden.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const touched = new Set(hidden.flat())
  const starts = new Uint32Array(whole.starts.length)
  const kept: number[] = []
  for (let place = 0; place < whole.ids.length; place++) {
    starts[place] = kept.length
    for (let slot = whole.starts[place] as number; slot < (whole.starts[place + 1] as number); slot++)
      if (!touched.has(place) || !gone.has(`${place} ${whole.others[slot]}`)) kept.push(slot)
  }
  starts[whole.ids.length] = kept.length
  const pick = (numbers: Float64Array) => Float64Array.from(kept, (slot) => numbers[slot] as number)
  return {
    ...whole,
    starts,
    others: Uint32Array.from(kept, (slot) => whole.others[slot] as number),
    weights: pick(whole.weights),
    strengths: pick(whole.strengths),
  }
}

/** The scores of all pairs that nothing joins in the whole graph, rising. */
function scoresOfAll(): Float64Array {
  const company = toCompany(adjacency, isLeftOut)
  const scores: number[] = []
  for (const place of adjacency.ids.keys())
    if (ends[place]) for (const { a, b, score } of gapsOf(company, place, ends)) if (a < b) scores.push(score)
  return Float64Array.from(scores).sort()
}

interface Measured {
  ranks: Ranks[]
  /** Of each hidden edge: how many of all pairs come before it. */
  before: number[]
}

async function measure(edges: readonly Pair[], hide: (pair: Pair) => Promise<Pair[]>): Promise<Measured> {
  const ranks: Ranks[] = []
  const before: number[] = []
  for (const pair of edges) {
    const hidden = without(adjacency, [pair, ...(await hide(pair))])
    if (slotBetween(hidden, ...pair) >= 0) throw new Error('The edge is not hidden.')
    const company = toCompany(hidden, isLeftOut)
    ranks.push(rankIn(company, pair[0], pair[1], ends), rankIn(company, pair[1], pair[0], ends))
    const { score } = gapBetween(company, ...pair)
    before.push(everyScore.length - firstAbove(everyScore, score))
    if (process.stderr.isTTY) process.stderr.write(`\r${ranks.length / 2} of ${TRIALS} `)
  }
  return { ranks, before }
}

/** Where the first number above a limit stands among rising numbers. */
function firstAbove(numbers: Float64Array, limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) > limit) high = middle
    else low = middle + 1
  }
  return low
}

function toTable({ ranks, before }: Measured): string {
  const sorted = [...before].sort((a, b) => a - b)
  const first = sorted.filter((rank) => rank < everyScore.length / 1_000).length
  const rows = Object.entries(MEASURES).map(([measure, { says }]) => {
    const all = ranks.map((own) => own[measure] as number).sort((a, b) => a - b)
    const share = (most: number) => `${Math.round((100 * all.filter((rank) => rank <= most).length) / all.length)} %`
    const reciprocal = all.reduce((sum, rank) => sum + 1 / rank, 0) / all.length
    return `| ${says} | ${all[all.length >> 1]} | ${share(5)} | ${share(20)} | ${reciprocal.toFixed(3)} |`
  })
  const median = (sorted[sorted.length >> 1] as number) + 1
  const inTop = `${Math.round((100 * first) / sorted.length)} %`
  return [
    ...HEAD,
    ...rows,
    '',
    `Among all ${everyScore.length.toLocaleString('en')} pairs: median rank ${median.toLocaleString('en')}, in the first thousandth ${inTop}.`,
  ].join('\n')
}

const HEAD = ['| measure | median rank | top 5 | top 20 | mean 1/rank |', '|---|---|---|---|---|']
const edges = await drawEdges()
const everyScore = scoresOfAll()
const alone = await measure(edges, async () => [])
const lines = await measure(edges, provedTogether)
console.log(
  [
    `${TRIALS} edges hidden, one at a time; the rank of the other end, from either end, among all names that share one name or more with it and are not joined to it.`,
    `With the edge alone hidden:\n\n${toTable(alone)}`,
    `With its lines hidden:\n\n${toTable(lines)}`,
  ].join('\n\n'),
)
await database.close()
