/** The parameters of a query as a small form: rows of name, type and value, each told at its row what is wrong with it. */
import { askWords } from '../../../messages/ask-words.ts'
import { keepParams, PARAM_TYPES, type Param, type ParamFault, params, toValues } from '../../../state/asked.ts'
import { wordsOf } from '../../../state/language.ts'
import { Icon } from '../../icon.tsx'

const said = wordsOf(askWords)

interface ParamsProps {
  /** Names that the query asks for and nobody gave a value. */
  missing: readonly string[]
}

export function Params({ missing }: ParamsProps) {
  const w = said.value
  const rows = params.value
  const { faults } = toValues(rows)
  const change = (row: number, by: Partial<Param>) =>
    keepParams((all) => all.map((param, at) => (at === row ? { ...param, ...by } : param)))
  const add = (param: Param) => keepParams((all) => [...all, param])
  return (
    <fieldset class="ask-params">
      <legend class="small-head">{w.params}</legend>
      <p class="muted">{w.paramsHint}</p>
      {rows.map((param, row) => (
        <Row
          key={row}
          param={param}
          fault={faults.get(row)}
          onChange={(by) => change(row, by)}
          onRemove={() => keepParams((all) => all.filter((_, at) => at !== row))}
        />
      ))}
      {missing.map((name) => (
        <MissingRow key={`missing ${name}`} name={name} onGive={(text) => add({ name, type: 'text', text })} />
      ))}
      <button type="button" class="button" onClick={() => add({ name: freeName(rows), type: 'text', text: '' })}>
        {w.param.add}
      </button>
    </fieldset>
  )
}

interface RowProps {
  param: Param
  fault?: ParamFault | undefined
  onChange: (by: Partial<Param>) => void
  onRemove: () => void
}

function Row({ param: { name, type, text }, fault, onChange, onRemove }: RowProps) {
  const { param: w } = said.value
  const isName = fault === 'name' || fault === 'twice'
  const id = `param-fault-${name}`
  return (
    <div class="param-row" role="group" aria-label={`$${name}`}>
      <input
        aria-label={w.name}
        aria-invalid={isName}
        aria-describedby={isName ? id : undefined}
        value={name}
        spellcheck={false}
        autocapitalize="off"
        maxLength={100}
        onInput={(event) => onChange({ name: event.currentTarget.value.trim() })}
      />
      <select
        aria-label={w.type}
        value={type}
        onChange={(event) => onChange({ type: toType(event.currentTarget.value) })}
      >
        {PARAM_TYPES.map((one) => (
          <option key={one} value={one}>
            {w.types[one]}
          </option>
        ))}
      </select>
      <input
        class="param-value"
        aria-label={w.value}
        aria-invalid={fault !== undefined && !isName}
        aria-describedby={fault && !isName ? id : undefined}
        data-param={name}
        value={text}
        spellcheck={false}
        autocapitalize="off"
        onInput={(event) => onChange({ text: event.currentTarget.value })}
      />
      <button type="button" class="quiet" aria-label={w.remove(name)} onClick={onRemove}>
        <Icon name="close" />
      </button>
      {fault && (
        <p id={id} class="param-fault">
          {w.faults[fault]}
        </p>
      )}
    </div>
  )
}

/** Becomes a row of its own when the value is there, not while it is typed. */
function MissingRow({ name, onGive }: { name: string; onGive: (text: string) => void }) {
  const { param: w } = said.value
  const id = `param-missing-${name}`
  return (
    <div class="param-row" role="group" aria-label={`$${name}`}>
      <span class="param-name">${name}</span>
      <input
        class="param-value"
        aria-label={w.value}
        aria-describedby={id}
        data-param={name}
        spellcheck={false}
        autocapitalize="off"
        onChange={(event) => onGive(event.currentTarget.value)}
      />
      <p id={id} class="param-fault">
        {w.missing(name)}
      </p>
    </div>
  )
}

const toType = (text: string): Param['type'] => PARAM_TYPES.find((type) => type === text) ?? 'text'

function freeName(rows: readonly Param[]): string {
  for (let at = 1; ; at++) if (!rows.some(({ name }) => name === `p${at}`)) return `p${at}`
}
