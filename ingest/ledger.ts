/**
 * What people decided, one decision a line: `{"op":"merge","from":"model/gpt4-v","into":"model/gpt-4v"}`.
 *
 * Decisions are laid over what the rules found, in the order of the file, and again at every build: the notes and the
 * ledger are the truth, the graph is made of them.
 */
import { KINDS, type Kind } from './types.ts'

export type Decision =
  | { op: 'merge'; from: string; into: string }
  | { op: 'rename'; id: string; name: string }
  | { op: 'kind'; id: string; kind: Kind }
  | { op: 'ignore'; id: string }

export interface Ledger {
  /** What an entity is called after all decisions, or null where it is ignored. */
  idOf(id: string): string | null
  /** The name people gave it. */
  nameOf(id: string): string | undefined
}

/** @throws Error that names the line where a decision cannot be read */
export function readLedger(text: string): Decision[] {
  return text.split('\n').flatMap((line, at) => {
    if (!line.trim()) return []
    const decision = toDecision(line)
    if (!decision) throw new Error(`line ${at + 1} is no decision: ${line.trim().slice(0, 80)}`)
    return [decision]
  })
}

export function createLedger(decisions: readonly Decision[]): Ledger {
  const moved = new Map<string, string | null>()
  const names = new Map<string, string>()
  const idOf = (id: string): string | null => {
    let current: string | null = id
    // A circle of merges ends where it began.
    for (const seen = new Set<string>(); current !== null && !seen.has(current); ) {
      seen.add(current)
      const next: string | null | undefined = moved.get(current)
      if (next === undefined) return current
      current = next
    }
    return current
  }
  for (const decision of decisions) {
    if (decision.op === 'merge') moved.set(decision.from, decision.into)
    else if (decision.op === 'ignore') moved.set(decision.id, null)
    else if (decision.op === 'kind') moved.set(decision.id, decision.id.replace(/^[^/]*/, decision.kind.toLowerCase()))
    else names.set(decision.id, decision.name)
  }
  return { idOf, nameOf: (id) => names.get(id) }
}

export const NO_LEDGER = createLedger([])

function toDecision(line: string): Decision | null {
  try {
    const { op, from, into, id, name, kind } = JSON.parse(line) as Record<string, unknown>
    if (op === 'merge' && isId(from) && isId(into)) return { op, from, into }
    if (op === 'rename' && isId(id) && typeof name === 'string' && name.trim()) return { op, id, name }
    if (op === 'kind' && isId(id) && KINDS.includes(kind as Kind)) return { op, id, kind: kind as Kind }
    if (op === 'ignore' && isId(id)) return { op, id }
  } catch {
    // Told below, with a line that is JSON and no decision.
  }
  return null
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && KINDS.some((kind) => value.startsWith(`${kind.toLowerCase()}/`))
}
