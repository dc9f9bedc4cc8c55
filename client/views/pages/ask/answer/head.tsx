/** What came of a query, in a line: how much, how long it took, whether it is whole; what was odd about it; take it away. */
import { toCsv, toJson, toTsv } from '../../../../answer/files.ts'
import type { Names } from '../../../../answer/text.ts'
import { copy } from '../../../../state/copy.ts'
import { number } from '../../../../state/language.ts'
import { tell } from '../../../../state/toast.ts'
import { download, fileName } from '../../../../take/download.ts'
import type { CypherAnswer } from '../../../../types.ts'
import { said } from './said.ts'

/** Milliseconds in the queue that are worth telling. */
const LONG = 50

export function AnswerHead({ answer, names }: { answer: CypherAnswer; names: Names }) {
  const w = said.value
  const { columns, rows, milliseconds, waited, stopped, notes } = answer
  const count = number(rows.length)
  return (
    <>
      <div class="answer-head">
        <p class="muted" role="status">
          {[
            w.rows(rows.length, count),
            w.columns(columns.length, number(columns.length)),
            w.took(number(round(milliseconds))),
            ...(waited > LONG ? [w.waited(number(Math.round(waited)))] : []),
          ].join(' · ')}
        </p>
        {rows.length > 0 && <Take answer={answer} names={names} />}
      </div>
      {stopped && <p class="answer-stopped">{w.stopped[stopped](count)}</p>}
      {notes?.length > 0 && <Notes notes={notes} />}
    </>
  )
}

/** Short times are told to the tenth. */
const round = (ms: number) => (ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms))

function Notes({ notes }: { notes: CypherAnswer['notes'] }) {
  const w = said.value
  return (
    <ul class="answer-notes" aria-label={w.notes}>
      {notes.map(({ message, at, suggestion }, index) => (
        <li key={index}>
          <span class="muted">{w.place(at.line, at.column)}</span> <bdi>{message}</bdi>
          {suggestion && !message.includes(suggestion) && <b> {w.instead(suggestion)}</b>}
        </li>
      ))}
    </ul>
  )
}

function Take({ answer, names }: { answer: CypherAnswer; names: Names }) {
  const { take: w } = said.value
  const hand = (extension: string, content: string, type: string) => {
    const name = fileName(w.file, extension)
    download(name, content, `${type};charset=utf-8`)
    tell(w.ready(name))
  }
  const copyTable = () =>
    copy(toTsv([answer.columns, ...answer.rows], names), w.copied.table(number(answer.rows.length)))
  return (
    <div class="answer-take" role="group" aria-label={w.label}>
      <button type="button" class="button" onClick={() => void copyTable()}>
        {w.copy}
      </button>
      <button type="button" class="button" title={w.csvTitle} onClick={() => hand('csv', toCsv(answer), 'text/csv')}>
        {w.csv}
      </button>
      <button
        type="button"
        class="button"
        title={w.jsonTitle}
        onClick={() => hand('json', toJson(answer), 'application/json')}
      >
        {w.json}
      </button>
    </div>
  )
}
