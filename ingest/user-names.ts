/**
 * `kith.yaml` beside the notes → the names its writer adds to the word lists, or takes out of them.
 *
 *     add:
 *       Model:
 *         Kestrel: [kst, 红隼]        # the name, and its other spellings
 *     alias:
 *       mixture of experts: [MoE层]   # more spellings of a name that is in a list
 *     ignore: [star, acc]             # what means nothing here
 *
 * A line that is no YAML is left out and told, and so is what stands in a place where it means nothing.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { fold } from './fold.ts'
import type { Fault } from './ledger-text.ts'
import { KINDS, type Kind } from './types.ts'

/** A name with its other spellings. */
export interface UserName {
  name: string
  spellings: string[]
  line: number
}

export interface UserNames {
  add: (UserName & { kind: Kind })[]
  alias: UserName[]
  ignore: string[]
}

export function readUserNames(text: string): { names: UserNames; faults: Fault[] } {
  const { root, lineOf, faults } = parseLines(text)
  const names: UserNames = { add: [], alias: [], ignore: [] }
  const tell = (node: unknown, message: string) => void faults.push({ line: lineOf(node), message })
  const sections: Record<string, (value: unknown) => void> = {
    add: (value) => {
      for (const [key, list] of pairs(value, 'add needs kinds, each with its names.')) {
        const kind = KINDS.find((one) => one.toLowerCase() === textOf(key)?.toLowerCase())
        if (!kind) tell(key, `"${textOf(key) ?? ''}" is no kind. There are ${KINDS.join(', ')}.`)
        else for (const one of namesWith(list)) names.add.push({ kind, ...one })
      }
    },
    alias: (value) => void names.alias.push(...namesWith(value)),
    ignore: (value) => void names.ignore.push(...spellings(value)),
  }

  for (const [key, value] of pairs(root, 'a kith.yaml holds add, alias and ignore.')) {
    const section = textOf(key) ?? ''
    const take = Object.hasOwn(sections, section) ? sections[section] : undefined
    if (take) take(value)
    else tell(key, `"${section}" means nothing here. There are ${Object.keys(sections).join(', ')}.`)
  }
  return { names, faults: faults.sort((a, b) => a.line - b.line) }

  function pairs(node: unknown, message: string): [unknown, unknown][] {
    if (isMap(node)) return node.items.map(({ key, value }) => [key, value])
    if (!isEmpty(node)) tell(node, message)
    return []
  }

  /** A map of names to their spellings, or a list of names without any. */
  function namesWith(node: unknown): UserName[] {
    if (!isMap(node)) return spellings(node).map((name) => ({ name, spellings: [], line: lineOf(node) }))
    return node.items.flatMap(({ key, value }) => {
      const [name] = spellings(key)
      return name === undefined ? [] : [{ name, spellings: spellings(value), line: lineOf(key) }]
    })
  }

  /** One spelling, a list of them, or none. */
  function spellings(node: unknown): string[] {
    if (isEmpty(node)) return []
    if (isSeq(node)) return node.items.flatMap(spellings)
    const spelling = textOf(node)
    if (spelling !== null && isSpelling(spelling)) return [spelling]
    tell(node, spelling === null ? 'here a name is wanted, or a list of names.' : `"${spelling}" is no name.`)
    return []
  }
}

/** What can stand in a word list. */
function isSpelling(text: string): boolean {
  return fold(text) !== '' && !/^#|[\t|\n\r]/.test(text)
}

/** As it was written: `4o`, 2024 and `yes` are names like any other. */
function textOf(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null
  return (typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))).trim()
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null)
}

/** More broken lines than this are not looked for. */
const MOST_FAULTS = 50

/** The YAML of a text without the lines that break it. */
function parseLines(text: string) {
  const lines = text.split('\n')
  const faults: Fault[] = []
  for (;;) {
    const counter = new LineCounter()
    const { contents, errors } = parse(lines, counter)
    const [error] = errors
    if (!error || faults.length === MOST_FAULTS) {
      const lineOf = (node: unknown) => counter.linePos((node as Node | null)?.range?.[0] ?? 0).line
      return { root: error ? null : contents, lineOf, faults }
    }
    const at = brokenLine(lines, error.line)
    faults.push({ line: at, message: error.message })
    lines[at - 1] = ''
  }
}

/** How far above the place of an error its cause is looked for: an open bracket is missed only below its line. */
const REACH = 30

/** The line without which the text can be read furthest; between equals the one nearest to the error. */
function brokenLine(lines: readonly string[], found: number): number {
  let best = { at: found, reaches: 0 }
  for (let at = found; at > Math.max(0, found - REACH); at--) {
    if (!lines[at - 1]) continue
    const [next] = parse(lines.with(at - 1, ''), new LineCounter()).errors
    const reaches = next?.line ?? Number.POSITIVE_INFINITY
    if (reaches > best.reaches) best = { at, reaches }
  }
  return best.at
}

function parse(lines: readonly string[], lineCounter: LineCounter) {
  const document = parseDocument(lines.join('\n'), {
    schema: 'core',
    logLevel: 'silent',
    lineCounter,
    prettyErrors: false,
  })
  const errors = document.errors.map(({ message, pos }) => ({
    message: `${message}.`,
    line: lineCounter.linePos(pos[0]).line,
  }))
  return { contents: document.contents, errors: errors.sort((a, b) => a.line - b.line) }
}
