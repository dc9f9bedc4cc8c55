/**
 * Tokens → what each of them is in the query: a label, a relation type, a property, a function, a variable. The editor
 * colours by it and completes by it. A word means what stands around it, so `mention.start` is no clause.
 */
import { KEYWORDS } from './keywords.ts'
import { type Token, tokensOf } from './tokens.ts'

export type Role =
  | 'comment'
  | 'string'
  | 'number'
  | 'parameter'
  | 'label'
  | 'type'
  | 'property'
  | 'function'
  | 'keyword'
  | 'variable'
  | 'sign'

export interface Part extends Token {
  role: Role
}

/** A bracket that is open: `-[` of a relationship is another than `[` of a list. */
export type Bracket = '(' | '[' | '{' | '-['

/** Without `:param` lines, which are no Cypher (params.ts blanks them first). */
export function partsOf(text: string): Part[] {
  const tokens = tokensOf(text)
  /** Those that mean something: comments stand between any two. */
  const plain = tokens.filter(({ sort }) => sort !== 'comment')
  const open: Bracket[] = []
  let at = -1
  return tokens.map((token) => {
    if (token.sort === 'comment') return { ...token, role: 'comment' }
    at++
    follow(open, plain, at)
    return { ...token, role: roleOf(plain, at, open.at(-1)) }
  })
}

const CLOSES: Readonly<Record<string, readonly Bracket[]>> = { ')': ['('], ']': ['[', '-['], '}': ['{'] }

/** Keeps what is open, the innermost last, as the token at a place opens or closes it. */
export function follow(open: Bracket[], tokens: readonly Token[], at: number): void {
  const { sort, text } = tokens[at] as Token
  if (sort !== 'sign') return
  const before = tokens[at - 1]?.text
  if (text === '[' && (before === '-' || before === '<-')) open.push('-[')
  else if (text === '(' || text === '[' || text === '{') open.push(text)
  else if (CLOSES[text]?.some((bracket) => bracket === open.at(-1))) open.pop()
}

const AS_THEY_ARE: Partial<Record<Token['sort'], Role>> = {
  string: 'string',
  number: 'number',
  parameter: 'parameter',
  sign: 'sign',
}

function roleOf(tokens: readonly Token[], at: number, inside: Bracket | undefined): Role {
  const { sort, text } = tokens[at] as Token
  const asItIs = AS_THEY_ARE[sort]
  if (asItIs) return asItIs
  const after = tokens[at + 1]?.text
  if (tokens[at - 1]?.text === '.') return 'property'
  if (isAfterColon(tokens, at, inside)) return inside === '-[' ? 'type' : 'label'
  if (inside === '{' && after === ':' && sort === 'word') return 'property'
  if (sort === 'quoted') return 'variable'
  const word = text.toUpperCase()
  // `count(` is a function; `IN (` and `WHERE (` are not.
  if (after === '(' && (!KEYWORDS.has(word) || word === 'COUNT' || word === 'COLLECT')) return 'function'
  return KEYWORDS.has(word) ? 'keyword' : 'variable'
}

/** Whether a name at this place is a label or a type: behind `:`, also in `:A|B`, `:A&B` and `:!A`. */
export function isAfterColon(tokens: readonly Token[], at: number, inside: Bracket | undefined): boolean {
  // In a map the colon parts a key from its value.
  if (inside === '{') return false
  let back = at - 1
  while (back > 0 && /^[|&!]$/.test(tokens[back]?.text ?? '')) {
    back--
    if (tokens[back]?.sort === 'word' || tokens[back]?.sort === 'quoted') back--
  }
  return tokens[back]?.text === ':'
}

/** The names of things in a query, each with its label or relation type where the query says one. */
export function variablesOf(parts: readonly Part[]): Map<string, string | null> {
  const names = new Map<string, string | null>()
  const plain = parts.filter(({ role }) => role !== 'comment')
  for (const [at, { role, text }] of plain.entries()) {
    if (role !== 'variable') continue
    const [before, after, beyond] = [plain[at - 1]?.text ?? '', plain[at + 1]?.text, plain[at + 2]]
    const isNamed =
      before === '(' || before === '[' || before.toUpperCase() === 'AS' || (after === '=' && beyond?.text === '(')
    if (after === ':' && (beyond?.role === 'label' || beyond?.role === 'type')) names.set(text, beyond.text)
    else if (isNamed && !names.has(text)) names.set(text, null)
  }
  return names
}
