/**
 * A name that no list knows → the key that all its spellings share.
 *
 * Case, width, accents, hyphens and spaces do not tell names apart, nor does a plural: `Reward Models`, reward-model.
 * Numbers do. A separator between two digits is kept, for Llama-2-7B is no Llama-27B and GPT-4.1 no GPT-41.
 */
import { fold } from '../fold.ts'
import type { Kind } from '../types.ts'

/** Kinds whose names are words with a plural. */
const COUNTED: ReadonlySet<Kind> = new Set(['Model', 'Method', 'Hardware', 'Dataset', 'Tool', 'Concept'])

export function keyOf(name: string, kind: Kind): string {
  const plain = plainLetters(name)
  const counted = COUNTED.has(kind) ? singular(plain) : plain
  const joined = counted
    .replace(/(?<=\d)\s*[×x]\s*(?=\d)/gi, 'x')
    .replace(/(?<=\d)[\s_\p{Pd}]+(?=\d)/gu, BETWEEN_DIGITS)
  return fold(joined).replaceAll(BETWEEN_DIGITS, '-') || name
}

/** Of a private area, so that folding keeps it. */
const BETWEEN_DIGITS = '\ue000'

/** Without accents and what cannot be seen: `Schölkopf` → `Scholkopf`. */
function plainLetters(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .normalize('NFC')
}

/** Whether the two could be versions of one name: `LLaMA` and `LLaMA 2`, `Qwen-7B` and `Qwen-14B`. */
export function areVersions(a: string, b: string): boolean {
  return numbersIn(a) !== numbersIn(b)
}

function numbersIn(name: string): string {
  return (name.normalize('NFKC').match(/\d+(?:\.\d+)*/g) ?? []).join(' ')
}

interface PluralRule {
  pattern: RegExp
  singular: string
}

/** How the last word of a name ends in the plural; the first rule that fits. */
const PLURALS: readonly PluralRule[] = [
  // loss, corpus, basis, bias, chaos, RLHFS: no plurals
  { pattern: /(?:ss|us|is|as|(?<![ei])os|[A-Z]S)$/, singular: '$&' },
  // policies, entropies
  { pattern: /(?<=[a-z]{3})ies$/, singular: 'y' },
  // analyses, hypotheses
  { pattern: /(?<=aly|othe|nthe)ses$/, singular: 'sis' },
  // matrices; vertices, indices
  { pattern: /(?<=matr)ices$/, singular: 'ix' },
  { pattern: /(?<=vert|ind)ices$/, singular: 'ex' },
  // losses, biases, boxes, hashes, batches, but caches of a cache
  { pattern: /(?<=ss|ias|[a-z]x|sh|(?<!\bc)ach|[tnr]ch)es$/, singular: '' },
  // reward models, GPUs
  { pattern: /(?<=[A-Za-z]{2})s$/, singular: '' },
]

/** `reward models` → `reward model`; a name that is no plural stays as it is. */
export function singular(name: string): string {
  for (const { pattern, singular: ending } of PLURALS) if (pattern.test(name)) return name.replace(pattern, ending)
  return name
}
