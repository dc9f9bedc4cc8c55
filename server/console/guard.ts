/**
 * Which queries a stranger may run: those that only read the graph.
 *
 * Two layers, neither trusted alone: words that write, load or call are refused in the text (strings, comments and
 * quoted names left out), and the plan that the database makes of the query may hold known reading operators only.
 */
import { KithError } from '../errors.ts'

const LONGEST = 100_000

// n.set, :Create and {load: 1} are names, not clauses.
const CLAUSE =
  /(?<![.:$\w])(LOAD|CREATE|INSERT|MERGE|SET|DELETE|DETACH|REMOVE|DROP|ALTER|FOREACH|CALL|PROFILE|EXPLAIN|USE|SHOW|TERMINATE|GRANT|DENY|REVOKE|START|STOP|COPY|BEGIN|COMMIT|ROLLBACK)\b(?!\s*:)/i

/** @throws KithError `invalid` or `refused` */
export function checkText(query: string): void {
  if (query.length > LONGEST)
    throw new KithError('too_large', `The query has ${query.length} characters, and ${LONGEST} is the most.`)
  const bare = withoutText(query).trim()
  if (!bare) throw new KithError('invalid', 'The query is empty. Try: MATCH (n:Model) RETURN n.name LIMIT 10')
  if (/;\s*\S/.test(bare)) throw new KithError('refused', 'There are two statements. Run one at a time.')
  for (const { 0: found, index } of bare.matchAll(new RegExp(CLAUSE, 'gi'))) {
    const word = found.toUpperCase()
    // A subquery reads what its clauses read; a procedure could do anything.
    if (word === 'CALL' && /^call\s*(?:\([\w\s,*]*\)\s*)?\{/i.test(bare.slice(index))) continue
    throw new KithError('refused', `${word} is refused: the console only reads the graph.`)
  }
}

/** Strings, comments and quoted names become blanks of the same length. */
export function withoutText(query: string): string {
  return query.replace(
    /'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)|`[^`]*(?:`|$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
    (text) => ' '.repeat(text.length),
  )
}

const GRAFEO_OPERATORS = new Set(
  'Return Filter Expand NodeScan EdgeScan Limit Skip Sort Distinct Project Aggregate Unwind LeftJoin Join Union Apply Empty ShortestPath AllShortestPaths With Having Intersect Except AntiJoin SemiJoin VariableLengthExpand NodeById Argument TopK MultiWayJoin ParameterScan HorizontalAggregate Otherwise Bind'.split(
    ' ',
  ),
)

/** @param plan as Grafeo's EXPLAIN prints it, one operator a line. @throws KithError `refused` */
export function checkGrafeoPlan(plan: string): void {
  for (const line of plan.split('\n')) {
    const operator = /^\s*([A-Za-z]+)/.exec(line)?.[1]
    if (operator && !GRAFEO_OPERATORS.has(operator)) refuse(operator)
  }
}

export interface Neo4jPlan {
  operatorType: string
  children: Neo4jPlan[]
}

const NEO4J_WRITES =
  /Create|Merge|Set|Delete|Remove|Drop|Alter|LoadCSV|ProcedureCall|Foreach|Lock|Constraint|Index(?:Create|Drop)|Show|Terminate|Transactions/i

/** @throws KithError `refused` */
export function checkNeo4jPlan(plan: Neo4jPlan): void {
  const operator = plan.operatorType.replace(/@.*/, '')
  if (NEO4J_WRITES.test(operator) && !/^(?:DirectedRelationshipTypeScan|.*IntersectionNode.*)$/.test(operator))
    refuse(operator)
  plan.children.forEach(checkNeo4jPlan)
}

function refuse(operator: string): never {
  throw new KithError(
    'refused',
    `The query's plan holds ${operator}, which the console does not run: it only reads the graph.`,
  )
}
