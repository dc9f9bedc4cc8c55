/**
 * What Neo4j cannot be stopped in: it looks for a timeout between rows, and not within an expression. (The embedded
 * store is a process that can be killed, so there nothing of this is refused.)
 *
 * Folds that double or wrap themselves: `reduce(s = "x", i IN range(1, 40) | s + s)` asks for a text of a terabyte, 37
 * seconds at a timeout of 5 and an exhausted heap. A fold grows beyond all measure only where its value goes into the
 * next one more than once, or into a list or map around it. Branches of a CASE count one by one, and its conditions not
 * at all: `CASE WHEN x > most THEN x ELSE most END` is a fair question.
 *
 * Loops of an expression over ranges beyond all counting: `any(x IN range(1, 100000000000) WHERE x < 0)` went on for
 * minutes after it was given up. Bounds that are computed cannot be known from the text; so a Neo4j that strangers may
 * ask is best one of its own.
 */
import { KithError } from '../errors.ts'
import { placeOf, type Token, toTokens } from './tokens.ts'

/** @throws KithError `refused` */
export function checkGrowth(query: string): void {
  const tokens = toTokens(query)
  checkLoops(tokens, query)
  for (const [at, token] of tokens.entries()) {
    if (token.word !== 'REDUCE' || tokens[at + 1]?.word !== '(') continue
    const name = tokens[at + 2]?.name
    const body = bodyFrom(tokens, at + 2)
    if (name === undefined || !grows(body, name)) continue
    throw new KithError(
      'refused',
      `With every step of this reduce ${name} may double or grow deeper, and Neo4j cannot be stopped in that.`,
      {
        at: placeOf(query, token),
      },
    )
  }
}

/** Steps that all loops of a query may take together, were each within the other. */
const MOST_STEPS = 10_000_000

/** `x IN range(1, n)` within an expression; UNWIND makes rows of a range, and between rows Neo4j listens. */
function checkLoops(tokens: readonly Token[], query: string): void {
  let steps = 1
  for (const [at, token] of tokens.entries()) {
    if (token.word !== 'IN' || tokens[at + 1]?.word !== 'RANGE') continue
    steps *= Math.max(1, ...numbersFrom(tokens, at + 2))
    if (steps > MOST_STEPS)
      throw new KithError(
        'refused',
        `The loops of this query may take more than ${MOST_STEPS} steps, and Neo4j cannot be stopped in that. UNWIND makes rows of a range.`,
        {
          at: placeOf(query, token),
        },
      )
  }
}

function numbersFrom(tokens: readonly Token[], bracket: number): number[] {
  const end = tokens.findIndex(({ word }, at) => at > bracket && word === ')')
  return tokens
    .slice(bracket, end < 0 ? undefined : end)
    .flatMap(({ kind, word }) => (kind === 'number' ? [Number(word)] : []))
}

/** What stands behind the bar, up to the end of the fold. */
function bodyFrom(tokens: readonly Token[], from: number): Token[] {
  let depth = 0
  let bar = -1
  for (let at = from; at < tokens.length; at++) {
    const { word } = tokens[at] as Token
    if ('([{'.includes(word)) depth++
    if (word === '|' && depth === 0 && bar < 0) bar = at
    if (')]}'.includes(word) && depth-- === 0) return bar < 0 ? [] : tokens.slice(bar + 1, at)
  }
  return []
}

function grows(body: readonly Token[], name: string): boolean {
  const words = body.map(({ word }) => word)
  if (isWrapped(body, name)) return true
  const uses = branchesOf(body).map((branch) => branch.filter((token, at) => isUse(branch, at, token, name)).length)
  if (Math.max(0, ...uses) === 0) return false
  if (words.includes('REDUCE') || (words.includes('REPLACE') && !isShrinking(body))) return true
  return Math.max(...uses) > 1 && (words.includes('+') || words.includes('['))
}

function isUse(tokens: readonly Token[], at: number, token: Token, name: string): boolean {
  if ((token.kind !== 'word' && token.kind !== 'quoted') || token.name !== name) return false
  // m.s and {s: 1} are names of something else; size(s) is a number, whatever it is of.
  const [before, after] = [tokens[at - 1]?.word, tokens[at + 1]?.word]
  if (before === '.' || after === ':') return false
  return !(before === '(' && tokens[at - 2]?.word === 'SIZE')
}

/** `[a]` and `{a: m}` are deeper with every step, and a value of 100,000 deep cannot be told. `xs[a]` is a place. */
function isWrapped(body: readonly Token[], name: string): boolean {
  const open: boolean[] = []
  return body.some((token, at) => {
    const { word } = token
    if ('([{'.includes(word)) open.push(word === '{' || (word === '[' && !isPlace(body[at - 1])))
    if (')]}'.includes(word)) open.pop()
    return open.at(-1) === true && isUse(body, at, token, name) && body[at + 1]?.word !== '.'
  })
}

function isPlace(before: Token | undefined): boolean {
  return before?.kind === 'word' || before?.kind === 'quoted' || before?.word === ')' || before?.word === ']'
}

/** The parts of which one at most is taken; a condition decides and adds nothing. */
function branchesOf(body: readonly Token[]): Token[][] {
  const branches: Token[][] = [[]]
  let isCondition = false
  for (const token of body) {
    if (token.word === 'CASE' || token.word === 'WHEN') isCondition = true
    else if (token.word === 'THEN' || token.word === 'ELSE') {
      isCondition = false
      branches.push([])
    } else if (!isCondition) branches.at(-1)?.push(token)
  }
  return branches
}

/** `replace(s, "-", "")`: what is put in is a text of one letter at most. */
function isShrinking(body: readonly Token[]): boolean {
  return body.every(({ word }, at) => {
    if (word !== 'REPLACE') return true
    const end = body.slice(at).findIndex((token) => token.word === ')')
    const last = body[at + end - 1]
    return last?.kind === 'string' && last.name.length <= 1
  })
}
