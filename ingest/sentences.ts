/** A passage's text → where its sentences stand, Chinese and English alike. */

export interface Span {
  start: number
  end: number
}

// 。！？ end a sentence anywhere; a full stop only before a space and a capital, a Han character or a bracket; a line end
// does unless it wraps a line of Latin prose.
const END = /[。！？!?]+[”"』」）)]*|\.(?=\s+["'([]?[A-Z\u4e00-\u9fff])|(?<![A-Za-z,;])\s*\n|\n(?![a-z])/g

/** Every code unit of the text is in one sentence; sentences follow each other without gaps. */
export function sentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length
    if (text.slice(start, end).trim()) {
      spans.push({ start, end })
      start = end
    }
  }
  if (start < text.length || spans.length === 0) spans.push({ start, end: text.length })
  return spans
}
