/**
 * `:param name => value` lines, as in other consoles: what they set, and the query without them. Their signs become
 * spaces, so that a place in the query is the same place in the text.
 */
import { isOpen, tokensOf } from './tokens.ts'

export interface ParamLine {
  name: string
  /** Undefined where the text is no value. */
  value: unknown
  /** Offsets of the value. */
  from: number
  to: number
}

const LINE = /^([ \t]*):param[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?:=>|:)[ \t]*(.*?)[ \t]*;?[ \t]*\r?$/gimu
const ANY = /^[ \t]*:params?\b.*$/gim

export function paramLines(text: string): ParamLine[] {
  return [...text.matchAll(LINE)].map((match) => {
    const [line = '', , name = '', value = ''] = match
    const from = match.index + line.lastIndexOf(value)
    return { name, value: toValue(value), from, to: from + value.length }
  })
}

export const withoutParamLines = (text: string): string => text.replace(ANY, (line) => ' '.repeat(line.length))

/** The lines that set some values. */
export const toParamLines = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `:param ${name} => ${JSON.stringify(value)}\n`)
    .join('')

/** The names of the parameters a query asks for, in order, each once. */
export const paramsIn = (query: string): string[] => [
  ...new Set(
    tokensOf(query)
      .filter(({ sort, text }) => sort === 'parameter' && text.length > 1)
      .map(({ text }) => text.slice(1)),
  ),
]

/** JSON, or a literal as Cypher writes it: `'DPO'`, `{id: 'model/rwkv'}`. Undefined for anything else. */
export function toValue(text: string): unknown {
  const tokens = tokensOf(text)
  if (tokens.some(isOpen)) return undefined
  const json = tokens.map(({ sort, text: word }, at) => {
    if (sort === 'string') return JSON.stringify(unquoted(word))
    if (sort === 'quoted') return JSON.stringify(word.slice(1, -1))
    return sort === 'word' && tokens[at + 1]?.text === ':' ? JSON.stringify(word) : word
  })
  try {
    return JSON.parse(json.join('')) as unknown
  } catch {
    return undefined
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

function unquoted(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:u([\da-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, sign: string) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[sign] ?? sign),
    )
}
