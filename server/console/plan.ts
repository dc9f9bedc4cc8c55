/** Plans of both stores → one shape, for people to read. */
import type { PlanStep } from '../api/console.ts'
import { KithError } from '../errors.ts'
import type { Neo4jPlan } from './operators.ts'

/**
 * Grafeo prints one operator a line, those it takes its rows from two blanks further in: `Filter (a.id Eq "x") [index: id]`.
 *
 * @throws KithError `internal` where there is no plan
 */
export function fromGrafeo(text: string): PlanStep {
  const open: { depth: number; step: PlanStep }[] = []
  let root: PlanStep | null = null
  for (const line of text.split('\n').filter((one) => one.trim())) {
    const [, margin = '', operator = line.trim(), rest = ''] = /^( *)(\w+(?:\(\d+\))?) ?(.*)$/.exec(line) ?? []
    const step: PlanStep = {
      operator: READABLE.get(operator) ?? operator,
      details: withoutBrackets(rest),
      children: [],
    }
    while (open.length && (open.at(-1)?.depth ?? 0) >= margin.length) open.pop()
    open.at(-1)?.step.children.push(step)
    open.push({ depth: margin.length, step })
    root ??= step
  }
  if (!root) throw new KithError('internal', 'The database gave no plan for this query.')
  return root
}

/** The row that a subquery begins with has no name in Grafeo. */
const READABLE = new Map([['Discriminant(51)', 'Argument']])

function withoutBrackets(details: string): string {
  return /^\([^()]*\)$/.test(details) ? details.slice(1, -1) : details
}

export function fromNeo4j({ operatorType, arguments: details, children }: Neo4jPlan): PlanStep {
  return {
    operator: operatorType.replace(/@.*/, ''),
    details: String(details?.Details ?? ''),
    children: children.map(fromNeo4j),
  }
}
