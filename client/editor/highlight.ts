/** Colours the words of a query by what they are (read.ts). The theme gives each class its colour. */
import { RangeSetBuilder, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { withoutParamLines } from './params.ts'
import { type Part, partsOf } from './read.ts'

class Highlighter {
  decorations: DecorationSet
  private parts: readonly Part[]

  constructor(view: EditorView) {
    this.parts = read(view.state.doc)
    this.decorations = decorate(view, this.parts)
  }

  update({ docChanged, viewportChanged, view }: ViewUpdate): void {
    if (!docChanged && !viewportChanged) return
    if (docChanged) this.parts = read(view.state.doc)
    this.decorations = decorate(view, this.parts)
  }
}

export const highlighting = ViewPlugin.fromClass(Highlighter, { decorations: ({ decorations }) => decorations })

const PARAM_LINE = /^[ \t]*:params?\b.*$/gim

function read(doc: Text): Part[] {
  const text = doc.toString()
  const lines = [...text.matchAll(PARAM_LINE)].map(
    ({ 0: line, index }): Part => ({
      sort: 'parameter',
      role: 'parameter',
      text: line,
      from: index,
      to: index + line.length,
    }),
  )
  const parts = partsOf(withoutParamLines(text))
  return lines.length ? [...lines, ...parts].sort((a, b) => a.from - b.from) : parts
}

/** Only what can be seen: a pasted query may be long. */
function decorate(view: EditorView, parts: readonly Part[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const { from, to } = view.viewport
  for (const part of parts)
    if (part.to > from && part.from < to && part.role !== 'sign' && part.role !== 'variable') {
      builder.add(part.from, part.to, markOf(part.role))
    }
  return builder.finish()
}

const marks = new Map<string, Decoration>()

function markOf(role: string): Decoration {
  const mark = marks.get(role) ?? Decoration.mark({ class: `cm-${role}` })
  marks.set(role, mark)
  return mark
}
