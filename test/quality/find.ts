/**
 * `tsx test/quality/find.ts`: how well papers are found for a concept, beside BM25 over the same pages.
 *
 * Prints the section "Papers" of docs/quality-find.md: the ranking as it is, each part alone, all but one; and the
 * weights fitted anew on one half of the concepts and measured on the other, both ways round. `--weights` prints those
 * fitted on all.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PARTS, type Part } from '../../server/api/related.ts'
import { readNames } from '../../server/ask/names.ts'
import { readNamings } from '../../server/ask/namings.ts'
import { readFromGraph } from '../../server/find/from-graph.ts'
import { readLibrary } from '../../server/find/library.ts'
import { indexPapers } from '../../server/find/paper-index.ts'
import { toQuestion } from '../../server/find/question.ts'
import { RULES, sum, toParts } from '../../server/find/ranking.ts'
import { measure } from '../../server/find/signals.ts'
import { ROOT } from '../../server/root.ts'
import { openGraph } from '../../server/store/open.ts'
import { type Example, fit } from './find-fit.ts'
import { type FindConcept, readFindGold } from './find-gold.ts'
import { bm25, type Scores, scoresOf } from './find-scores.ts'

/** Papers that the weights are fitted on, for each concept. */
const LOOKED_AT = 120
const FITTED = RULES.filter(({ signal }) => signal !== 'meaning')

const scratch = mkdtempSync(join(tmpdir(), 'kith-find-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

const gold = await readFindGold(join(ROOT, '..', 'shared', 'corpus', 'arxiv'), join(scratch, 'pages'))
const url = `file:${join(scratch, 'graph')}`
const built = spawnSync(process.execPath, [join(ROOT, 'dist/server/cli.js'), 'build', gold.folder, '--graph', url])
if (built.status !== 0) throw new Error(String(built.stderr))

const database = openGraph(url, { username: '', password: '', database: '' })
const names = await readNames(database)
const library = await readLibrary(database)
const index = await indexPapers(library)
const namings = await readNamings(database)

interface Candidate {
  arxiv: string
  parts: Record<Part, number>
  /** By fitted rule: its signal, from 0 to 1. */
  row: number[]
}
const found = new Map<string, Candidate[]>()
for (const { name } of gold.concepts) {
  const question = toQuestion(name, names)
  const fromGraph = await readFromGraph(database, index, namings, question.entities)
  const candidates = measure(index, question, fromGraph, (signals) => sum(toParts(signals, null)))
  const all = candidates.map(({ paper, signals }) => ({
    arxiv: library[paper]?.entity.arxiv ?? '',
    parts: toParts(signals, null),
    row: FITTED.map(({ signal, whole }) => Math.max(0, Math.min(1, signals[signal] / whole))),
  }))
  found.set(name, all)
}
await database.close()

type Weigh = (candidate: Candidate) => number
const rankBy = (weigh: Weigh) => (concept: string) =>
  [...(found.get(concept) ?? [])].sort((a, b) => weigh(b) - weigh(a)).map(({ arxiv }) => arxiv)
const byWeights =
  (weights: readonly number[]): Weigh =>
  ({ row }) =>
    row.reduce((total, value, at) => total + value * (weights[at] as number), 0)

const whole: Weigh = ({ parts }) => sum(parts)
const toExample = ({ name, strict, relaxed }: FindConcept): Example => {
  const ranked = [...(found.get(name) ?? [])].sort((a, b) => whole(b) - whole(a)).slice(0, LOOKED_AT)
  return {
    signals: ranked.map(({ row }) => row),
    right: ranked.map(({ arxiv }) => [strict.has(arxiv), relaxed.has(arxiv)]),
  }
}
const half = (which: 0 | 1) => gold.concepts.filter((concept) => concept.half === which)
const baseline = bm25(gold.pages)
const figure = (value: number) => value.toFixed(3).replace(/^0/, '')
const line = (what: string, scores: Scores, beside: Scores) =>
  `| ${what} | ${figure(scores.strict)} | ${(scores.strict / beside.strict).toFixed(3)} | ${figure(scores.relaxed)} | ${(scores.relaxed / beside.relaxed).toFixed(3)} | ${figure(scores.precision)} | ${figure(scores.recall50)} |`
const HEAD = '| | nDCG@10 | × BM25 | relaxed | × BM25 | P@10 | R@50 |\n|---|---|---|---|---|---|---|'

const every = gold.concepts
const base = scoresOf(every, baseline)
console.log(`${gold.pages.size} pages, ${every.length} concepts.\n`)
console.log(HEAD)
console.log(line('BM25', base, base))
console.log(line('Kith', scoresOf(every, rankBy(whole)), base))
for (const part of PARTS.slice(0, -1))
  console.log(
    line(
      `${part} alone`,
      scoresOf(
        every,
        rankBy(({ parts }) => parts[part]),
      ),
      base,
    ),
  )
for (const part of PARTS.slice(0, -1))
  console.log(
    line(
      `without ${part}`,
      scoresOf(
        every,
        rankBy(({ parts }) => sum(parts) - parts[part]),
      ),
      base,
    ),
  )
console.log(`\n${HEAD}`)
for (const [fitted, measured] of [
  [0, 1],
  [1, 0],
] as const) {
  const weights = fit(half(fitted).map(toExample), FITTED.length)
  const beside = scoresOf(half(measured), baseline)
  const what = `fitted on ${half(fitted).length}, measured on the other ${half(measured).length}`
  console.log(line(what, scoresOf(half(measured), rankBy(byWeights(weights))), beside))
}
if (process.argv.includes('--weights')) {
  const weights = fit(every.map(toExample), FITTED.length)
  console.log(FITTED.map(({ signal }, at) => `${signal} ${(weights[at] as number).toFixed(2)}`).join(', '))
}
