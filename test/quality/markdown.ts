/** Tables that read well as text too. */
export type Row = readonly (string | number)[]

/** The first column to the left, figures to the right. */
export function markdownTable(heads: readonly string[], rows: readonly Row[]): string {
  const cells = [heads, ...rows].map((row) => row.map(String))
  const widths = heads.map((_, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (at ? (row[at] ?? '').padStart(width) : (row[at] ?? '').padEnd(width))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`
  const [head = [], ...body] = cells
  return [line(head), rule, ...body.map(line)].join('\n')
}

/** A share to three decimals. */
export function figure(value: number): string {
  return value.toFixed(3)
}
