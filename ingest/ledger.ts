/**
 * What people decided → where each name goes.
 *
 * Decisions are laid over what the rules found, in the order they were made, and again at every build: the notes and
 * the ledger are the truth, the graph is made of them. A decision about what is not in the notes does nothing, and is
 * told as idle; so taking a decision back gives the graph that was there before it, byte for byte.
 */
import { fold, slug } from './fold.ts'
import { KINDS, type Kind } from './types.ts'

/** Ids are entity ids, `model/rwkv`. Each may tell why. */
export type Decision = (
  | { op: 'merge'; from: string; into: string }
  /** These spellings of `id` are something else: `into`, an id or a name, else the first of them. */
  | { op: 'split'; id: string; surfaces: string[]; into?: string; document?: string }
  | { op: 'rename'; id: string; name: string }
  | { op: 'kind'; id: string; kind: Kind }
  | { op: 'ignore'; id: string }
) & { reason?: string }

/** Where a name stands: its spelling there, and the ids of the documents. */
export interface Standing {
  surface: string
  documents: readonly string[]
}

export interface Ledger {
  /** What an entity is called after all decisions, or null where it is ignored. Without a place, no split counts. */
  idOf(id: string, standing?: Standing): string | null
  /** The name people gave it. */
  nameOf(id: string): string | undefined
  /** Merges that run in a circle with earlier ones. All in the circle are one; the last decision says which. */
  circles: readonly Decision[]
  /** Decisions about what nobody has asked for so far. */
  idle(): Decision[]
}

/** What a decision is about. */
export function subjectOf(decision: Decision): string {
  return decision.op === 'merge' ? decision.from : decision.id
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && KINDS.some((kind) => value.startsWith(`${kind.toLowerCase()}/`))
}

/** The id a split's spellings go to. */
export function splitInto({ id, surfaces, into = surfaces[0] ?? '' }: Split): string {
  return isId(into) ? into : `${id.slice(0, id.indexOf('/'))}/${slug(into) || into}`
}

type Split = Extract<Decision, { op: 'split' }>

/** One step from an id to another; `turn` is the decision's place in the ledger. */
interface Step {
  to: string | null
  turn: number
}

/** @param ignored spellings that mean nothing anywhere, whatever the rules take them for */
export function createLedger(decisions: readonly Decision[], ignored: readonly string[] = []): Ledger {
  const unwanted = new Set(ignored.map(fold))
  const moves = new Map<string, Step>()
  const splits = new Map<string, (Step & { split: Split })[]>()
  const names = new Map<string, string>()
  const circles: Decision[] = []
  const asked = new Set<string>()
  const used = new Set<Decision>()

  const splitAt = (id: string, { surface, documents }: Standing) =>
    splits
      .get(id)
      ?.findLast(
        ({ split }) =>
          split.surfaces.includes(surface) && (split.document === undefined || documents.includes(split.document)),
      )

  const idOf = (id: string, standing?: Standing): string | null => {
    if (standing && unwanted.size > 0 && unwanted.has(fold(standing.surface))) return null
    if (decisions.length === 0) return id
    const seen = new Set<string>()
    let place = standing
    // What was split off is moved on by later decisions only.
    let after = -1
    for (let current = id; ; ) {
      seen.add(current)
      asked.add(current)
      const split = place && splitAt(current, place)
      const isSplit = split !== undefined && split.turn > after
      const step = isSplit ? split : moves.get(current)
      if (!step || step.turn < after) return current
      if (isSplit) {
        used.add(split.split)
        after = split.turn
      }
      if (step.to === null) return null
      // Split off and merged back: from here on only merges count, and those run in no circle.
      if (seen.has(step.to)) place = undefined
      current = step.to
    }
  }

  const endOf = (id: string): string => {
    let current = id
    for (let step = moves.get(id); step?.to != null; step = moves.get(current)) current = step.to
    return current
  }

  /** Whoever closes a circle has the last word on where it ends. */
  const move = (from: string, into: string, turn: number): boolean => {
    moves.delete(from)
    const closes = endOf(into) === from
    if (closes) moves.delete(into)
    moves.set(from, { to: into, turn })
    return closes
  }

  decisions.forEach((decision, turn) => {
    const { op } = decision
    if (op === 'merge') {
      if (decision.from !== decision.into && move(decision.from, decision.into, turn)) circles.push(decision)
    } else if (op === 'ignore') moves.set(decision.id, { to: null, turn })
    else if (op === 'rename') names.set(endOf(decision.id), decision.name)
    else if (op === 'kind') {
      const into = decision.id.replace(/^[^/]*/, decision.kind.toLowerCase())
      const name = names.get(decision.id)
      if (into !== decision.id) move(decision.id, into, turn)
      if (name !== undefined) names.set(into, name)
    } else {
      splits.set(decision.id, [...(splits.get(decision.id) ?? []), { to: splitInto(decision), turn, split: decision }])
      const { into = decision.surfaces[0] ?? '' } = decision
      if (!isId(into)) names.set(splitInto(decision), into)
    }
  })

  return {
    idOf,
    nameOf: (id) => names.get(id),
    circles,
    idle: () =>
      decisions.filter((decision) => (decision.op === 'split' ? !used.has(decision) : !asked.has(subjectOf(decision)))),
  }
}

export const NO_LEDGER = createLedger([])
