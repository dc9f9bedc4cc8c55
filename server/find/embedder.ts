/**
 * A place for those who have a model of meaning: off unless `KITH_EMBEDDER` names a JavaScript module. Kith brings none,
 * fetches none, and ranks without.
 *
 * The module exports `embed(texts)`, which resolves to one vector for each text, all of one length.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { KithError } from '../errors.ts'
import { reasonOf } from '../files.ts'

export interface Embedder {
  embed(texts: readonly string[]): Promise<readonly ArrayLike<number>[]>
}

/** @throws KithError `invalid` where the module cannot be loaded or exports no `embed` */
export async function loadEmbedder(path: string | null): Promise<Embedder | null> {
  if (!path) return null
  const module: unknown = await import(pathToFileURL(resolve(path)).href).catch((error: unknown) => {
    throw new KithError('invalid', `KITH_EMBEDDER: ${path} cannot be loaded: ${reasonOf(error)}.`)
  })
  if (isEmbedder(module)) return module
  throw new KithError('invalid', `KITH_EMBEDDER: ${path} exports no function "embed".`)
}

function isEmbedder(module: unknown): module is Embedder {
  return typeof module === 'object' && module !== null && 'embed' in module && typeof module.embed === 'function'
}

/** The vectors of texts, each of length 1. */
export async function embedAll(embedder: Embedder, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors = await embedder.embed(texts)
  if (vectors.length !== texts.length)
    throw new KithError('invalid', `KITH_EMBEDDER gave ${vectors.length} vectors for ${texts.length} texts.`)
  return vectors.map((vector) => {
    const numbers = Float32Array.from(vector)
    const length = Math.hypot(...numbers) || 1
    return numbers.map((number) => number / length)
  })
}

/** The cosine of two vectors of length 1. */
export function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, number, at) => sum + number * (other[at] ?? 0), 0)
}
