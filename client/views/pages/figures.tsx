/** Numbers with their names: a few as a list of terms, many as a table with a caption. */
import type { ComponentChildren } from 'preact'

export function Figures({ of: figures }: { of: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface NumberTableProps {
  caption: string
  columns: readonly string[]
  /** The first cell of each names it. */
  rows: readonly (readonly ComponentChildren[])[]
  /** The other cells are words rather than numbers. */
  words?: boolean
}

/** Wide ones scroll by themselves, by keyboard too. */
export function NumberTable({ caption, columns, rows, words = false }: NumberTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div class="figure-table" role="region" aria-label={caption} tabIndex={0}>
      <table class={words ? undefined : 'numbers'}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
