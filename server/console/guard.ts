/**
 * Which queries a stranger may run: those that only read the graph.
 *
 * This is the first of two layers, neither trusted alone: clauses that write, load or call, and functions that are not
 * Cypher's own, are refused in the text; what the database makes of the rest is looked at in operators.ts. A word is a
 * clause by where it stands, so that `mention.start AS start` is the name it is.
 */
import { LONGEST_QUERY } from '../api/console.ts'
import { KithError } from '../errors.ts'
import { BEFORE_BRACKET, FUNCTIONS, isFunction, isProcedure } from './functions.ts'
import { nearest } from './near.ts'
import { decoded, placeOf, type Token, toTokens } from './tokens.ts'

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

/** Brackets within one another. Of 10,000 a Neo4j is busy for a minute, and hears no timeout while it reads. */
const DEEPEST = 100

/** @throws KithError `invalid`, `refused` or `too_large`, with the place where it is wrong */
export function checkText(query: string): void {
  if (query.length > LONGEST_QUERY)
    throw new KithError('too_large', `The query has ${query.length} characters, and ${LONGEST_QUERY} is the most.`)
  const reading = decoded(query)
  // Neo4j decodes \u004c before it reads anything, and Grafeo does not: both readings must be harmless.
  checkTokens(toTokens(query), query)
  if (reading !== query) checkTokens(toTokens(reading), null)
}

/** @param query for the place of what is wrong; null where the text was changed and has other places */
function checkTokens(tokens: readonly Token[], query: string | null): void {
  if (!tokens.length) throw new KithError('invalid', 'The query is empty. Try: MATCH (n:Model) RETURN n.name LIMIT 10')
  const at = (token: Token) => (query === null ? undefined : placeOf(query, token))
  const end = tokens.findIndex(({ word }) => word === ';')
  const second = tokens[end + 1]
  if (end >= 0 && second)
    throw new KithError('refused', 'There are two statements. Run one at a time.', { at: at(second) })
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    if ('([{'.includes(token.word)) depth++
    if (')]}'.includes(token.word)) depth--
    if (depth > DEEPEST)
      throw new KithError('too_large', `Brackets stand more than ${DEEPEST} deep in one another. Flatten the query.`, {
        at: at(token),
      })
    if (isClause(tokens, index) || isCommand(tokens, index))
      throw new KithError('refused', `${token.word} is refused: the console only reads the graph.`, { at: at(token) })
    if (token.word === '(') checkFunction(tokens, index, at)
  }
}

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? ''

function isClause(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  if (!CLAUSES.has(word)) return false
  const [before, after] = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)]
  // {set: 1}, load.name, RETURN set, 1 AS set: names.
  if (AFTER_NAME.has(after) || before === 'AS') return false
  // :Set and n.set are names; in `1. SET` the point belongs to the number.
  if (before === ':' || (before === '.' && tokens[at - 2]?.kind !== 'number')) return false
  return !(word === 'CALL' && (isSubquery(tokens, at + 1) || isProcedure(dottedFrom(tokens, at + 1))))
}

/** A subquery reads what its clauses read; a procedure could do anything. */
function isSubquery(tokens: readonly Token[], from: number): boolean {
  let at = from
  if (wordAt(tokens, at) === '(') {
    while (++at < tokens.length && wordAt(tokens, at) !== ')')
      if (!/^(?:[\p{L}_]\S*|[,*])$/u.test(wordAt(tokens, at))) return false
    at++
  }
  return wordAt(tokens, at) === '{'
}

function isCommand(tokens: readonly Token[], at: number): boolean {
  if (!COMMANDS.has(wordAt(tokens, at))) return false
  if (at === 0) return true
  const [beyond, before, after] = [wordAt(tokens, at - 2), wordAt(tokens, at - 1), wordAt(tokens, at + 1)]
  // {start: 1} and {start} are names, too.
  return (BEGINNINGS.has(before) || BEGINNINGS.has(`${beyond} ${before}`)) && !AFTER_NAME.has(after)
}

/** `apoc.load.json`, from its first word on. */
function dottedFrom(tokens: readonly Token[], from: number): string {
  let name = tokens[from]?.name ?? ''
  for (let at = from + 1; wordAt(tokens, at) === '.'; at += 2) name += `.${tokens[at + 1]?.name ?? ''}`
  return name
}

const isName = (token: Token | undefined): token is Token => token?.kind === 'word' || token?.kind === 'quoted'

/** What a bracket belongs to must be a function that is known, or none. */
function checkFunction(tokens: readonly Token[], bracket: number, at: (token: Token) => Hint['at']): void {
  let first = bracket - 1
  const last = tokens[first]
  if (!isName(last)) return
  while (wordAt(tokens, first - 1) === '.' && isName(tokens[first - 2])) first -= 2
  const start = tokens[first] as Token
  const name = dottedFrom(tokens, first)
  const before = wordAt(tokens, first - 1)
  // :Label(…) and |TYPE(…) are no calls, and a procedure was looked at as a clause.
  if (before === ':' || before === '|' || before === '&' || before === 'CALL' || isFunction(name)) return
  if (name.includes('.'))
    throw new KithError('refused', `${name} is refused: the console runs the functions of Cypher itself only.`, {
      at: at(start),
    })
  if (start.kind === 'word' && BEFORE_BRACKET.has(start.word)) return
  throw new KithError('invalid', `There is no function ${name}.`, {
    at: at(start),
    suggestion: nearest(name, FUNCTIONS),
  })
}

type Hint = KithError['hint']
