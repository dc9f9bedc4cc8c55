/**
 * Entities → which are variants of which, by their names alone.
 *
 * The longest name within a name that the graph knows is what it is a variant of: Llama-2-7b of LLaMA 2, not of LLaMA.
 */
import { fold } from './fold.ts'
import { TAIL_RULES, type TailRule } from './rules/relations-tails.ts'
import type { Entity } from './types.ts'

export interface Variant {
  variant: Entity
  of: Entity
  rule: string
}

/** Shorter names than this are within too many others by chance. */
const FEWEST_LETTERS = 3

/** In the order of the entities. */
export function toVariants(entities: readonly Entity[]): Variant[] {
  const known = new Map<string, Entity>()
  const sorts = new Set(TAIL_RULES.flatMap(({ kinds }) => kinds))
  const named = entities.filter(({ kind }) => sorts.has(kind))
  for (const entity of named) for (const alias of entity.aliases) learn(known, alias, entity, false)
  for (const entity of named) learn(known, entity.name, entity, true)
  return named.flatMap((variant) => baseOf(variant, known) ?? [])
}

/** Names outweigh aliases; between two aliases the first stays. */
function learn(known: Map<string, Entity>, spelling: string, entity: Entity, isName: boolean): void {
  if (spelling.length < FEWEST_LETTERS || !/^[\x20-\x7e]+$/.test(spelling)) return
  // Mixtral may be short for Mixtral-8x7B, and Mixtral-8x22B is no variant of that.
  if (!isName && fold(entity.name) !== fold(spelling) && fold(entity.name).startsWith(fold(spelling))) return
  const key = keyOf(entity, spelling)
  if (isName || !known.has(key)) known.set(key, entity)
}

function keyOf({ kind }: Entity, spelling: string): string {
  return `${kind} ${fold(spelling)}`
}

function baseOf(variant: Entity, known: ReadonlyMap<string, Entity>): Variant | null {
  const { name, kind } = variant
  if (name.length > 48 || !/^[\x20-\x7e]+$/.test(name)) return null
  for (let length = name.length - 1; length >= FEWEST_LETTERS; length--) {
    const ends = {
      end: [name.slice(0, length), name.slice(length)],
      start: [name.slice(-length), name.slice(0, -length)],
    }
    for (const rule of TAIL_RULES) {
      if (!rule.kinds.includes(kind)) continue
      const [base, rest] = ends[rule.at] as [string, string]
      const of = fits(rule, base, rest) ? known.get(keyOf(variant, base)) : undefined
      // EraRAG is written of RAG, not of ARAG.
      if (rule.at === 'start' && of && of.name !== base && !of.aliases.includes(base)) continue
      if (of && of !== variant && !known.has(keyOf(variant, rest))) return { variant, of, rule: rule.name }
    }
  }
  return null
}

function fits({ rest, base }: TailRule, name: string, more: string): boolean {
  // Llama-30b is no Llama-3.
  if (/\d$/.test(name) && /^\d/.test(more)) return false
  return rest.test(more) && base.test(name) && /[A-Za-z\d]$/.test(name)
}
