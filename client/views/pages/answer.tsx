/** The answer to a query: a table whose cells lead back into the graph where they hold an entity. */
import type { ComponentChildren } from 'preact'
import { number, words } from '../../state/language.ts'
import { toHash } from '../../state/route.ts'
import type { CypherAnswer } from '../../types.ts'
import { Empty } from '../states.tsx'

export function AnswerTable({ answer: { columns, rows, truncated, milliseconds } }: { answer: CypherAnswer }) {
  const { ask: w } = words.value
  const count = w.rows(number(rows.length), number(Math.round(milliseconds)))
  return (
    <>
      <p class="muted" role="status">
        {count}
        {truncated && <strong> · {w.truncated(number(rows.length))}</strong>}
      </p>
      {rows.length === 0 ? (
        <Empty>{w.none}</Empty>
      ) : (
        <div class="table-scroll" tabIndex={0} role="region" aria-label={w.answer}>
          <table>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th key={index} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {row.map((value, place) => (
                    <td key={place} class={typeof value === 'number' ? 'number' : undefined}>
                      {toCell(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function toCell(value: unknown): ComponentChildren {
  if (value === null || value === undefined) return <span class="muted">null</span>
  if (typeof value === 'number') return String(Math.round(value * 10_000) / 10_000)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value))
    return value.map((item, index) => (
      <span key={index}>
        {index > 0 && ', '}
        {toCell(item)}
      </span>
    ))
  const { $: sort, properties, type } = value as { $?: unknown; properties?: Record<string, unknown>; type?: unknown }
  if (sort === 'node' && properties) return toNodeCell(properties)
  if (sort === 'edge' && properties) return `${String(type)} ${JSON.stringify(properties)}`
  return JSON.stringify(value)
}

/** Entities have a name; documents and passages have a title, a path or a text. */
function toNodeCell(properties: Record<string, unknown>): ComponentChildren {
  const { id, name, kind, title, path, text } = properties
  const label = [name, title, path, text, id].find((part) => typeof part === 'string' && part !== '')
  if (typeof id !== 'string' || typeof label !== 'string') return JSON.stringify(properties)
  if (id.startsWith('doc/')) return <a href={toHash({ page: { view: 'document', id, line: null } })}>{label}</a>
  if (typeof kind !== 'string') return label
  return <a href={toHash({ page: { view: 'look' }, focus: { type: 'entity', id } })}>{label}</a>
}
