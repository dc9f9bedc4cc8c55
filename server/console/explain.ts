/** What a database says of `EXPLAIN <query>` → what it would have said of the query: the word is ours, not the user's. */

export const EXPLAIN = 'EXPLAIN '

/** Columns and carets on the first line move back by the length of the word. */
export function asAsked(message: string): string {
  const plain = message.replace(/^Query error: /, '')
  return shorten(plain.includes(`1 | ${EXPLAIN}`) ? fromGrafeo(plain) : fromNeo4j(plain))
}

/** Characters of a line that people can still read. */
const LONGEST = 400

/** A query of one endless line is not drawn again: the line and the column say where. */
function shorten(message: string): string {
  const [first = '', ...others] = message.split('\n')
  const sentence = first.length > LONGEST ? `${first.slice(0, LONGEST)}…` : first
  return [sentence, ...others.filter((line) => line.length <= LONGEST)].join('\n')
}

function fromGrafeo(message: string): string {
  return message
    .replace(/(query:1:)(\d+)/, (_, where: string, column: string) => where + back(column))
    .replace(`1 | ${EXPLAIN}`, '1 | ')
    .replace(/^( +\| )( *)(?=\^)/m, (_, margin: string, space: string) => margin + space.slice(EXPLAIN.length))
    .trimEnd()
}

/** `(line 1, column 25 (offset: 24))`, the line in quotes, and a caret under it. */
function fromNeo4j(message: string): string {
  return message
    .replace(/\(line (\d+), column (\d+) \(offset: \d+\)\)/g, (_, line: string, column: string) => {
      return `(line ${line}, column ${line === '1' ? back(column) : column})`
    })
    .replace(
      /^"EXPLAIN (.*)"\n( *)\^/m,
      (_, line: string, space: string) => `"${line}"\n${space.slice(EXPLAIN.length)}^`,
    )
}

function back(column: string): string {
  return String(Math.max(1, Number(column) - EXPLAIN.length))
}
