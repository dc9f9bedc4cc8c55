/**
 * Names found in a second of one core's time (which other work on the machine disturbs least), beside the taggers that people would use instead.
 */
import compromise from 'compromise'
import model from 'wink-eng-lite-web-model'
import wink from 'wink-nlp'
import { extract } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import { loadLexicon } from '../../server/lexicon.ts'
import type { Row } from './bench.ts'
import type { Corpus } from './corpus.ts'

/** Runs after a warm-up; the median counts. */
const RUNS = 3
/** Megabytes that each system reads in a run: less of what is slow. */
const SHARE = { kith: 4, wink: 0.6, compromise: 0.06, alternation: 0.06 } as const

export async function measureExtraction(corpus: Corpus): Promise<Row[]> {
  const lexicon = loadLexicon()
  const nlp = wink(model, ['sbd', 'pos', 'ner'])
  const names = alternationOf([...lexicon.byId.values()].flatMap(({ spellings }) => spellings))
  const systems = {
    kith: (path: string, bytes: Uint8Array) => {
      const { passages } = extract(read({ path, bytes }), lexicon, new Map())
      return passages.reduce((sum, { finds }) => sum + finds.length, 0)
    },
    wink: (_path: string, bytes: Uint8Array) => nlp.readDoc(new TextDecoder().decode(bytes)).entities().length(),
    compromise: (_path: string, bytes: Uint8Array) => compromise(new TextDecoder().decode(bytes)).topics().length,
    alternation: (_path: string, bytes: Uint8Array) => [...new TextDecoder().decode(bytes).matchAll(names)].length,
  }
  const speeds = new Map<string, number>()
  const rows: Row[] = []
  for (const [name, find] of Object.entries(systems)) {
    const documents = take(corpus, SHARE[name as keyof typeof SHARE])
    const runs = Array.from({ length: RUNS + 1 }, () => once(documents, find)).slice(1)
    const { speed, names } = runs.sort((a, b) => a.speed - b.speed)[Math.floor(RUNS / 2)] as {
      speed: number
      names: number
    }
    speeds.set(name, speed)
    const ratio =
      name === 'kith' ? '' : `; Kith is ${((speeds.get('kith') as number) / speed).toFixed(1)} times as fast`
    rows.push({
      what: `extraction, ${name}`,
      figure: `${speed.toFixed(2)} MB/s`,
      note: `of one core’s time, ${names} names${ratio}`,
    })
  }
  return rows
}

/** The same names as one regular expression, the longest first: what one would write without a matcher. */
function alternationOf(spellings: readonly string[]): RegExp {
  const longestFirst = [...new Set(spellings)].sort((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi')
}

function take({ documents }: Corpus, megabytes: number): Corpus['documents'] {
  let left = megabytes * 1e6
  return documents.filter(({ bytes }) => {
    const fits = left > 0
    if (fits) left -= bytes.length
    return fits
  })
}

function once(
  documents: Corpus['documents'],
  find: (path: string, bytes: Uint8Array) => number,
): { speed: number; names: number } {
  const started = process.cpuUsage()
  let names = 0
  let bytes = 0
  for (const document of documents) {
    names += find(document.path, document.bytes)
    bytes += document.bytes.length
  }
  const { user, system } = process.cpuUsage(started)
  return { speed: bytes / (user + system), names }
}
