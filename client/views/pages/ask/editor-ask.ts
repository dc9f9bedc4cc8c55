/** From the text in the editor to a question that can be sent, or to what is missing for that. */
import { paramLines, paramsIn, toParamLines, withoutParamLines } from '../../../editor/params.ts'
import { keepParams, params, setParam, toParam, toValues } from '../../../state/asked.ts'
import { keep, kept } from '../../../state/kept.ts'
import { go } from '../../../state/location.ts'
import { cancel, type Question, run } from './editor-run.ts'

export type Attempt =
  | { status: 'asked' }
  /** There is no query; `set` counts the parameters that `:param` lines gave a value. */
  | { status: 'empty'; set: number }
  /** A parameter of the query has no value, or none that can be read. */
  | { status: 'missing'; name: string }
  /** A `:param` line has no value that can be read. */
  | { status: 'unread'; name: string; offset: number; length: number }

/** The values of `:param` lines are kept in the form. */
export function ask(text: string): Attempt {
  const lines = paramLines(text)
  const unread = lines.find(({ value }) => value === undefined)
  if (unread) return { status: 'unread', name: unread.name, offset: unread.from, length: unread.to - unread.from }
  for (const { name, value } of lines) keepParams(setParam(toParam(name, value)))
  const query = withoutParamLines(text)
  if (!query.trim()) return { status: 'empty', set: lines.length }
  const question = toQuestion(text, query)
  const missing = paramsIn(query).find((name) => !Object.hasOwn(question.values, name))
  if (missing !== undefined) return { status: 'missing', name: missing }
  cancel()
  tellAddress(question)
  void run(question)
  return { status: 'asked' }
}

/** With the parameters that the query names, and no others. */
function toQuestion(text: string, query: string): Question {
  const names = paramsIn(query)
  const { values } = toValues(params.peek())
  return {
    text,
    query,
    values: Object.fromEntries(names.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]]] : []))),
    params: params.peek().filter(({ name }) => names.includes(name)),
  }
}

/** Names that the query asks for and that neither a row nor a line gives a value. */
export function missingIn(text: string): string[] {
  const given = new Set([...params.value.map(({ name }) => name), ...paramLines(text).map(({ name }) => name)])
  return paramsIn(withoutParamLines(text)).filter((name) => !given.has(name))
}

/** Characters of a question that an address takes. */
const LONGEST = 4_000

/** The query as an address tells it, with a `:param` line for each parameter; null where that is too long. */
export function toShared(text: string): string | null {
  const { values } = toQuestion(text, withoutParamLines(text))
  for (const { name } of paramLines(text)) delete values[name]
  const shared = toParamLines(values) + text
  return shared.length <= LONGEST ? shared : null
}

const ADDRESS = 'ask.address'

function tellAddress({ text }: Question): void {
  const shared = toShared(text)
  keep(ADDRESS, shared ?? '')
  go(shared === null ? { view: 'ask' } : { view: 'ask', query: shared })
}

/** Whether an address brings a query that is not the one that stands here already. */
export function isNew(shared: string): boolean {
  if (shared === kept(ADDRESS)) return false
  keep(ADDRESS, shared)
  return true
}
