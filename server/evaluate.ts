/**
 * Found names against hand annotations: strict F1 counts a name when its span and its kind are right.
 *
 * An annotation lists surfaces; each stands for all its occurrences, the longest first, without overlaps, and a Latin
 * end must not touch a Latin letter or digit. `only` and `except` pick among the occurrences, counted from 0.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toEntities } from '../ingest/entities.ts'
import { passageId } from '../ingest/passages.ts'
import { decode } from '../ingest/readers/decode.ts'
import type { Kind } from '../ingest/types.ts'
import { KithError } from './errors.ts'
import { extractFiles } from './extraction.ts'
import { collectFiles } from './files.ts'
import { loadLexicon } from './lexicon.ts'

export interface Gold {
  /** The base name of the annotated file. */
  doc: string
  entities: { surface: string; type: Kind; canonical: string; only?: number[]; except?: number[] }[]
}

export interface Score {
  precision: number
  recall: number
  f1: number
  gold: number
  found: number
}

interface Name {
  start: number
  end: number
  kind: string
}

/** `strict` (span and kind), `span` (span alone), and strict for each kind. */
export async function evaluate(golds: readonly Gold[], paths: readonly string[]): Promise<Record<string, Score>> {
  const wanted = new Map(golds.map((gold) => [gold.doc, gold]))
  const { files } = await collectFiles(paths)
  const annotated = files.filter(({ path }) => wanted.has(basename(path)))
  if (annotated.length === 0) {
    const [first = 'that'] = wanted.keys()
    throw new KithError(
      'not_found',
      `No document in ${paths.join(', ')} is called ${first}. Say with --text where it is.`,
    )
  }
  // Template lines are known only when the whole folder is read.
  const { extractions } = await extractFiles(files)
  const texts = new Map(
    await Promise.all(annotated.map(async ({ path, file }) => [path, decode(await readFile(file))] as const)),
  )
  const gold = new Set<string>()
  const found = new Set<string>()
  for (const { document, passages } of extractions) {
    const text = texts.get(document.path)
    const annotation = wanted.get(basename(document.path))
    if (text === undefined || !annotation) continue
    const read = passages.map(({ text, place, finds }) => ({ id: passageId(text), text, places: [place], finds }))
    const { entities, idOf } = toEntities(read, loadLexicon())
    const kinds = new Map(entities.map(({ id, kind }) => [id, kind]))
    const key = ({ start, end, kind }: Name) => `${document.path}\t${start}\t${end}\t${kind}`
    for (const name of expand(text, annotation)) gold.add(key(name))
    for (const { place, finds } of passages) {
      for (const { start, end, named, inTitle } of finds) {
        const id = idOf(named)
        if (inTitle || id === null) continue
        found.add(key({ start: place.start + start, end: place.start + end, kind: kinds.get(id) ?? named.kind }))
      }
    }
  }
  return scores(gold, found)
}

function scores(gold: ReadonlySet<string>, found: ReadonlySet<string>): Record<string, Score> {
  const spans = (names: ReadonlySet<string>) => new Set([...names].map((name) => name.slice(0, name.lastIndexOf('\t'))))
  const kinds = [...new Set([...gold].map((name) => name.slice(name.lastIndexOf('\t') + 1)))].sort()
  const ofKind = (names: ReadonlySet<string>, kind: string) =>
    new Set([...names].filter((name) => name.endsWith(`\t${kind}`)))
  return {
    strict: score(gold, found),
    span: score(spans(gold), spans(found)),
    ...Object.fromEntries(kinds.map((kind) => [kind, score(ofKind(gold, kind), ofKind(found, kind))])),
  }
}

function score(gold: ReadonlySet<string>, found: ReadonlySet<string>): Score {
  const right = [...found].filter((name) => gold.has(name)).length
  const precision = found.size ? right / found.size : 0
  const recall = gold.size ? right / gold.size : 0
  const f1 = right ? (2 * precision * recall) / (precision + recall) : 0
  return { precision, recall, f1, gold: gold.size, found: found.size }
}

/** An annotation's surfaces → where they stand. */
export function expand(text: string, { entities }: Gold): Name[] {
  const taken = new Uint8Array(text.length)
  const surfaces = [...new Set(entities.map(({ surface }) => surface))].sort((a, b) => b.length - a.length)
  const names: Name[] = []
  for (const surface of surfaces) {
    const places = occurrences(text, surface, taken)
    for (const { type, only, except = [] } of entities.filter((entity) => entity.surface === surface)) {
      places.forEach((start, at) => {
        if ((only && !only.includes(at)) || except.includes(at)) return
        names.push({ start, end: start + surface.length, kind: type })
        taken.fill(1, start, start + surface.length)
      })
    }
  }
  return names
}

function occurrences(text: string, surface: string, taken: Uint8Array): number[] {
  const places = []
  for (let start = text.indexOf(surface); start >= 0; ) {
    const end = start + surface.length
    const touches = (inside: string | undefined, outside: string | undefined) => isWord(inside) && isWord(outside)
    const fits =
      !taken.subarray(start, end).includes(1) &&
      !touches(surface[0], text[start - 1]) &&
      !touches(surface.at(-1), text[end])
    if (fits) places.push(start)
    start = text.indexOf(surface, fits ? end : start + 1)
  }
  return places
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[a-zA-Z0-9]/.test(character)
}
