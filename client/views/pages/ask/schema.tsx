/** What the graph is made of: the drawing, and the same as lists that can be read aloud. A press writes a query. */
import { askWords } from '../../../messages/ask-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import type { SchemaLabel, SchemaRelation, Schema as Told } from '../../../types.ts'
import type { Load } from '../../load.ts'
import { Failed, Loading } from '../../states.tsx'
import { SchemaDrawing } from './schema-drawing.tsx'

const said = wordsOf(askWords)

interface SchemaProps {
  load: Load<Told>
  onTake: (query: string) => void
}

export function Schema({ load, onTake }: SchemaProps) {
  const w = said.value
  if (load.status === 'loading') return <Loading lines={10} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const schema = load.value
  const take = (name: string) => {
    const { sample = '' } = [...schema.labels, ...schema.relations].find((one) => one.name === name) ?? {}
    onTake(sample)
  }
  return (
    <>
      <p class="muted">{w.schemaHint}</p>
      <SchemaDrawing schema={schema} onLabel={take} />
      <h3 class="small-head">{w.labels}</h3>
      <ul class="ask-list">
        {schema.labels.map((label) => (
          <Named key={label.name} of={label} onTake={take} />
        ))}
      </ul>
      <h3 class="small-head">{w.relations}</h3>
      <ul class="ask-list">
        {schema.relations.map((relation) => (
          <Named key={relation.name} of={relation} ends={relation.ends} onTake={take} />
        ))}
      </ul>
      <details>
        <summary>{w.functions}</summary>
        <p class="schema-functions">
          {schema.functions.map(({ signature }) => (
            <code key={signature}>{signature}</code>
          ))}
        </p>
      </details>
    </>
  )
}

interface NamedProps {
  of: SchemaLabel | SchemaRelation
  ends?: SchemaRelation['ends']
  onTake: (name: string) => void
}

function Named({ of: { name, count, properties }, ends = [], onTake }: NamedProps) {
  const w = said.value
  const head = [
    properties.length > 0 && w.properties(number(properties.length)),
    ends.length > 0 && w.joins(number(ends.length)),
  ]
  const heads = head.filter(Boolean)
  return (
    <li class="schema-item">
      <button type="button" class="ask-item" onClick={() => onTake(name)}>
        <code>:{name}</code>
        <small>{count ? number(count) : w.noneOf}</small>
      </button>
      {heads.length > 0 && (
        <details>
          <summary>{heads.join(' · ')}</summary>
          <dl class="schema-properties">
            {properties.map((property) => (
              <div key={property.name}>
                <dt>
                  <code>{property.name}</code>
                </dt>
                <dd>
                  {property.type}
                  {property.count !== null && property.count < count && ` · ${w.some(number(property.count))}`}
                  {property.example !== null && <span class="muted"> · {String(property.example)}</span>}
                </dd>
              </div>
            ))}
          </dl>
          {ends.map(({ source, target, count: joined }) => (
            <p key={`${source} ${target}`} class="schema-end">
              {source} → {target} <small>{number(joined)}</small>
            </p>
          ))}
        </details>
      )}
    </li>
  )
}
