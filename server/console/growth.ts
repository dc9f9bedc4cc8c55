/**
 * Folds that double: `reduce(s = "x", i IN range(1, 40) | s + s)` asks Neo4j for a text of a terabyte, and it neither
 * counts such memory nor listens while it tries: 37 seconds at a timeout of 5, and an exhausted heap. (The embedded
 * store is a process that can be killed, so there nothing is refused.)
 *
 * A fold grows beyond all measure only where its value goes into the next one more than once. Branches of a CASE count
 * one by one, and its conditions not at all: `CASE WHEN x > most THEN x ELSE most END` is a fair question.
 */
import { KithError } from '../errors.ts'
import { placeOf, type Token, toTokens } from './tokens.ts'

/** @throws KithError `refused` */
export function checkGrowth(query: string): void {
  const tokens = toTokens(query)
  for (const [at, token] of tokens.entries()) {
    if (token.word !== 'REDUCE' || tokens[at + 1]?.word !== '(') continue
    const name = tokens[at + 2]?.name
    const body = bodyFrom(tokens, at + 2)
    if (name === undefined || !grows(body, name)) continue
    throw new KithError(
      'refused',
      `This reduce may double ${name} with every step, and Neo4j cannot be stopped in that.`,
      {
        at: placeOf(query, token),
      },
    )
  }
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
