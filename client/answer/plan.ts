/** A plan → its steps as lines of a tree, each with what its operator does, where Kith knows. */
import type { PlanStep } from '../types.ts'

/** What an operator does, as a word of the page's own table. The first that fits counts. */
const OPERATORS = [
  ['product', /cartesian|cross ?join|nested ?loop/i],
  ['shortest', /shortest/i],
  ['paths', /var ?length|varlen|recursive/i],
  ['index', /index|seek|byid|unique/i],
  ['labels', /label ?scan/i],
  ['edges', /relationship.*scan|edge ?scan/i],
  ['scan', /scan/i],
  ['optional', /optional/i],
  ['expand', /expand|traverse/i],
  ['top', /^(partial)?top/i],
  ['distinct', /distinct/i],
  ['aggregate', /aggregat|count/i],
  ['sort', /sort|orderby/i],
  ['limit', /limit/i],
  ['skip', /skip/i],
  ['return', /produceresults|return/i],
  ['project', /project|cacheproperties/i],
  ['filter', /filter|select/i],
  ['unwind', /unwind/i],
  ['union', /union/i],
  ['call', /procedure|call/i],
  ['apply', /apply/i],
  ['join', /join/i],
  ['empty', /argument|empty|single/i],
] as const

export type Doing = (typeof OPERATORS)[number][0]

export function doingOf(operator: string, details = ''): Doing | null {
  const doing = OPERATORS.find(([, pattern]) => pattern.test(operator))?.[0] ?? null
  // Grafeo has one scan for both, and tells the label beside it: `a:Model`.
  return doing === 'scan' && /^\(?\w*:\w/.test(details) ? 'labels' : doing
}

export interface PlanLine {
  /** Places among the siblings, from the top down: `0.1`. */
  readonly key: string
  readonly operator: string
  readonly details: string
  readonly doing: Doing | null
  /** From 1. */
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly children: number
}

/** Steps beyond this depth or number are left out: a plan is for reading. */
const DEEPEST = 200
const MOST = 1_000

/** In the order in which they are read; what is below a closed step is left out. */
export function toLines(plan: PlanStep, closed: ReadonlySet<string> = new Set()): PlanLine[] {
  const lines: PlanLine[] = []
  const add = (step: PlanStep, key: string, level: number, position: number, siblings: number): void => {
    if (lines.length >= MOST || level > DEEPEST) return
    const { operator, details, children } = step
    // Neo4j names the database with every step.
    const name = operator.replace(/@\w+$/, '')
    lines.push({
      key,
      operator: name,
      details,
      doing: doingOf(name, details),
      level,
      position,
      siblings,
      children: children.length,
    })
    if (!closed.has(key))
      children.forEach((child, at) => add(child, `${key}.${at}`, level + 1, at + 1, children.length))
  }
  add(plan, '0', 1, 1, 1)
  return lines
}

/** As text, two spaces to a level. */
export const toPlanText = (plan: PlanStep): string =>
  toLines(plan)
    .map(({ operator, details, level }) => `${'  '.repeat(level - 1)}${operator}${details ? ` (${details})` : ''}`)
    .join('\n')
