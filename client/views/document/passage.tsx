/**
 * One passage of a document: its line number, its speaker, its words with every name marked; the line that was asked for
 * stands out. A function and no component: a long document has tens of thousands of them.
 */
import type { Passage } from '../../document/chunks.ts'
import { cut, lineSpan } from '../../pieces.ts'
import { focusEntity } from '../../state/focus.ts'
import { toHash } from '../../state/route.ts'
import type { Mark } from '../../types.ts'
import { Quote } from '../evidence/quote.tsx'

interface Options {
  passage: Passage
  /** The one that stands before it. */
  before: Passage | undefined
  index: number
  isTarget: boolean
  /** Of the document; null where no line of this passage was asked for. */
  line: number | null
}

export function passageView({ passage, before, index, isTarget, line }: Options) {
  const { heading, speaker, text } = passage
  const isHead = isHeading(passage)
  const span = line === null ? null : toSpan(passage, line)
  return [
    heading && heading !== before?.heading && !isHead && (
      <h3 key={`${passage.start} heading`}>
        <bdi>{heading}</bdi>
      </h3>
    ),
    <div
      key={passage.start}
      class="passage"
      data-passage={index}
      data-heading={isHead}
      data-target={isTarget}
      data-span={span ? 'line' : undefined}
      data-thread={passage.thread === before?.thread}
    >
      <span class="line-number" aria-hidden="true">
        {passage.line}
      </span>
      <p dir="auto">
        {speaker && !text.startsWith(speaker) && <bdi class="speaker">{speaker}</bdi>}
        {span ? (
          <>
            {quote(passage, 0, span.start)}
            <span class="target-line">{quote(passage, span.start, span.end)}</span>
            {quote(passage, span.end, text.length)}
          </>
        ) : (
          Quote({ text, marks: passage.marks, linkTo })
        )}
      </p>
    </div>,
  ]
}

/** The line of a passage of several; a passage of one line is marked whole. */
function toSpan({ text, line: first }: Passage, line: number): { start: number; end: number } | null {
  const span = lineSpan(text, line - first)
  return span.end - span.start === 0 || span.end - span.start === text.length ? null : span
}

const quote = ({ text, marks }: Passage, from: number, to: number) => (
  <Quote {...cut(text, marks, from, to)} linkTo={linkTo} />
)

/** An address, so that it can be opened elsewhere too; made once for each name. */
function linkTo({ entity }: Mark): string {
  const known = addresses.get(entity)
  if (known) return known
  const address = toHash({ page: { view: 'look' }, focus: focusEntity(entity)() })
  addresses.set(entity, address)
  return address
}

const addresses = new Map<string, string>()

/** A heading may be a passage of its own; then its words need not stand twice. */
const isHeading = ({ text, heading }: Passage): boolean =>
  heading !== null && text.replace(/^[#\s]+/, '').trim() === heading.trim()
