/**
 * Which queries a stranger may run: those that only read the graph.
 *
 * Two layers, neither trusted alone: clauses that write, load or call are refused in the text, and the plan that the
 * database makes of the query may hold known reading operators only. A word is a clause by where it stands, so that
 * `mention.start AS start` is the name it is.
 */
import { KithError } from '../errors.ts'

const LONGEST = 100_000

/** Clauses that change or fetch something, wherever they stand. */
const CLAUSES = new Set('LOAD CREATE INSERT MERGE SET DELETE DETACH REMOVE DROP ALTER FOREACH CALL'.split(' '))
/** Commands: they are such only where a statement or a part of one begins. */
const COMMANDS = new Set(
  'PROFILE EXPLAIN USE SHOW TERMINATE GRANT DENY REVOKE START STOP COPY BEGIN COMMIT ROLLBACK SESSION CYPHER'.split(
    ' ',
  ),
)
/** What a command may stand behind. */
const BEGINNINGS = new Set(['{', 'UNION', 'UNION ALL', 'UNION DISTINCT', 'NEXT'])
/** What follows a name, and never a clause. */
const AFTER_NAME = new Set(['', ...'.,:)]}=<>+-*/%^;|'])

/** @throws KithError `invalid`, `refused` or `too_large` */
export function checkText(query: string): void {
  if (query.length > LONGEST)
    throw new KithError('too_large', `The query has ${query.length} characters, and ${LONGEST} is the most.`)
  checkTokens(toTokens(query))
  // Neo4j reads L\u004fAD as LOAD before it reads anything else, and Grafeo does not: both readings must be harmless.
  const decoded = query.replace(/\\u+([\da-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  if (decoded !== query) checkTokens(toTokens(decoded))
}

function checkTokens(tokens: readonly string[]): void {
  if (!tokens.length) throw new KithError('invalid', 'The query is empty. Try: MATCH (n:Model) RETURN n.name LIMIT 10')
  const end = tokens.indexOf(';')
  if (end >= 0 && end < tokens.length - 1)
    throw new KithError('refused', 'There are two statements. Run one at a time.')
  for (const [at, word] of tokens.entries()) {
    if (isClause(tokens, at) || isCommand(tokens, at))
      throw new KithError('refused', `${word} is refused: the console only reads the graph.`)
  }
}

/** Values nested deeper would end the database's process, or the driver. */
const DEEPEST = 64

/** @throws KithError `invalid` */
export function checkParams(params: Record<string, unknown>): void {
  let values: unknown[] = [params]
  for (let depth = 0; values.length; depth++) {
    if (depth > DEEPEST)
      throw new KithError('invalid', `The parameters are nested more than ${DEEPEST} deep. Flatten them.`)
    values = values.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}

function isClause(tokens: readonly string[], at: number): boolean {
  if (!CLAUSES.has(tokens[at] as string)) return false
  const [beyond = '', before = '', after = ''] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]]
  // {set: 1}, load.name, RETURN set, 1 AS set: names.
  if (AFTER_NAME.has(after) || before === 'AS') return false
  // :Set and n.set are names; in `1. SET` the point belongs to the number.
  if (before === ':' || (before === '.' && !/^\d/.test(beyond))) return false
  return !(tokens[at] === 'CALL' && isSubquery(tokens, at + 1))
}

/** A subquery reads what its clauses read; a procedure could do anything. */
function isSubquery(tokens: readonly string[], from: number): boolean {
  let at = from
  if (tokens[at] === '(') {
    while (++at < tokens.length && tokens[at] !== ')')
      if (!/^(?:[\p{L}_]\S*|[,*])$/u.test(tokens[at] as string)) return false
    at++
  }
  return tokens[at] === '{'
}

function isCommand(tokens: readonly string[], at: number): boolean {
  if (!COMMANDS.has(tokens[at] as string)) return false
  if (at === 0) return true
  const [beyond, before = '', after = ''] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]]
  // {start: 1} and {start} are names, too.
  return (BEGINNINGS.has(before) || BEGINNINGS.has(`${beyond} ${before}`)) && !AFTER_NAME.has(after)
}

// Whatever is opened ends with the text at the latest: so each sign is looked at once, and the time is linear.
const TOKEN =
  /(?<string>'(?:\\[\s\S]|[^'\\])*(?:'|\\?$)|"(?:\\[\s\S]|[^"\\])*(?:"|\\?$))|(?<quoted>`[^`]*(?:`|$))|(?<comment>\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))|[\p{L}_][\p{L}\p{N}_]*|\$\w+|\d+(?:\.\d+)?|\S/gu

/** Words in capitals, numbers and signs; a string is `''`, a quoted name is `_`, a comment is nothing. */
function toTokens(query: string): string[] {
  const tokens: string[] = []
  for (const { 0: text, groups } of query.matchAll(TOKEN)) {
    if (groups?.comment !== undefined) continue
    tokens.push(groups?.string !== undefined ? "''" : groups?.quoted !== undefined ? '_' : text.toUpperCase())
  }
  return tokens
}

const GRAFEO_OPERATORS = new Set(
  'Return Filter Expand NodeScan EdgeScan Limit Skip Sort Distinct Project Aggregate Unwind LeftJoin Join Union Apply Empty ShortestPath AllShortestPaths With Having Intersect Except AntiJoin SemiJoin VariableLengthExpand NodeById Argument TopK MultiWayJoin ParameterScan HorizontalAggregate Otherwise Bind'.split(
    ' ',
  ),
)
/** How Grafeo 0.6.0 prints the row that a subquery begins with: it has no name for that operator. */
const SUBQUERY_ROW = 'Discriminant(51)'

/** @param plan as Grafeo's EXPLAIN prints it, one operator a line. @throws KithError `refused` */
export function checkGrafeoPlan(plan: string): void {
  for (const line of plan.split('\n')) {
    const operator = /^\s*([A-Za-z]+)/.exec(line)?.[1]
    if (operator && !GRAFEO_OPERATORS.has(operator) && line.trim() !== SUBQUERY_ROW) refuse(operator)
    // EXISTS { } and COUNT { } stand within a line, as `Expand(ExpandOp { … })`.
    for (const [, inner = ''] of withoutStrings(line).matchAll(/(\w+)Op \{/g)) {
      if (!GRAFEO_OPERATORS.has(inner)) refuse(inner)
    }
  }
}

function withoutStrings(line: string): string {
  return line.replace(/"(?:\\.|[^"\\])*"/g, '""')
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
