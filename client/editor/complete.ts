/** Completion as CodeMirror wants it: what stands at the cursor (place.ts) → what is offered there (offer.ts), and names. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { KINDS } from '../kinds.ts'
import type { Hit, Kind } from '../types.ts'
import { type Known, type Offer, offersAt } from './offer.ts'
import { type Place, placeAt } from './place.ts'

export interface CompletionOptions {
  known: () => Known
  /** Entities whose names begin or sound like this. */
  findNames: (typed: string, kinds: readonly Kind[] | undefined, signal: AbortSignal) => Promise<readonly Hit[]>
  kindName: (kind: Kind) => string
}

export function completion(options: CompletionOptions): Extension {
  return autocompletion({
    override: [(context) => complete(context, options)],
    icons: false,
    maxRenderedOptions: 60,
    optionClass: ({ type }) => (type ? `cm-offer-${type}` : ''),
  })
}

async function complete(context: CompletionContext, options: CompletionOptions): Promise<CompletionResult | null> {
  const text = context.state.doc.toString()
  const place = placeAt(text, context.pos)
  if (place.sort === 'nothing') return null
  if (place.sort === 'value') return completeValue(context, place, options)
  if (place.sort === 'word' && !place.typed && !context.explicit) return null
  const found = offersAt(place, options.known()).map((offer) => toCompletion(offer, text[context.pos] === '('))
  if (!found.length) return null
  return { from: place.from, options: found, validFor: /^\$?[\p{L}\p{N}_]*$/u }
}

function toCompletion({ text, sort, detail, rank }: Offer, isCalled: boolean): Completion {
  const common = { type: sort, boost: rank, ...(detail && { detail }) }
  if (sort !== 'function') return { ...common, label: text }
  const label = text.slice(0, -1)
  // The cursor goes between the brackets, and behind them where nothing belongs there.
  const inside = detail === '()' ? 2 : 1
  const apply = (view: EditorView, _: Completion, from: number, to: number) => {
    const insert = isCalled ? label : `${label}()`
    const head = from + label.length + (isCalled ? 0 : inside)
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: head }, userEvent: 'input.complete' })
  }
  return { ...common, label, apply }
}

type ValuePlace = Extract<Place, { sort: 'value' }>

/** What of a hit stands in a string that this property is compared with. */
const OF_HIT: Readonly<Record<string, (hit: Hit) => string>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  aliases: ({ alias }) => alias,
}

async function completeValue(
  context: CompletionContext,
  place: ValuePlace,
  { known, findNames, kindName }: CompletionOptions,
): Promise<CompletionResult | null> {
  const { from, to, typed, property, of } = place
  const few = offersAt(place, known())
  if (few.length)
    return { from, to, options: few.map(({ text }) => ({ label: text, type: 'value', apply: fillString(to, text) })) }
  const ofHit = OF_HIT[property ?? '']
  // A name is asked for once there is a letter of it.
  if (!ofHit || !typed.trim()) return null
  const own = new AbortController()
  context.addEventListener('abort', () => own.abort())
  const kinds = KINDS.filter((kind) => kind === of)
  const hits = await findNames(typed.replace(/^\w+\//, ''), kinds.length ? kinds : undefined, own.signal).catch(
    () => [],
  )
  if (context.aborted || !hits.length) return null
  const options = hits.map((hit, at): Completion => {
    const value = ofHit(hit)
    const detail = [kindName(hit.kind), value === hit.name ? '' : hit.name].filter(Boolean).join(' · ')
    return { label: value, detail, type: 'entity', boost: -at, apply: fillString(to, value) }
  })
  // The server knows of sounds and slips of the hand, which a comparison of letters would throw out.
  return { from, to, options, filter: false }
}

/** Puts a value into the string whole, and behind its end. */
const fillString = (to: number, value: string) => (view: EditorView, _: Completion, from: number) => {
  const { doc } = view.state
  const quote = doc.sliceString(from - 1, from)
  const isClosed = doc.sliceString(to, to + 1) === quote
  const insert = value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + (isClosed ? '' : quote)
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length + (isClosed ? 1 : 0) },
    userEvent: 'input.complete',
  })
}
