/** Cypher by hand: a query, its parameters, and the answer as a table. The server reads and never writes. */
import { useRef, useState } from 'preact/hooks'
import { ApiFailure, getQueries, runCypher } from '../../api.ts'
import { words } from '../../state/language.ts'
import type { CypherAnswer } from '../../types.ts'
import { useLoad } from '../load.ts'
import { Failed, Loading } from '../states.tsx'
import { AnswerTable } from './answer.tsx'

const EXAMPLE = `MATCH (a:Entity {name: 'RWKV'})-[met:CO_MENTION]-(b:Entity)
RETURN b AS entity, b.kind AS kind, met.weight AS weight, met.scope AS scope
ORDER BY weight DESC, b.id
LIMIT 20`

type Asked =
  | { status: 'idle' | 'running' }
  | { status: 'ready'; answer: CypherAnswer }
  | { status: 'failed'; error: unknown }

export function Ask() {
  const { ask: w } = words.value
  const [query, setQuery] = useState(EXAMPLE)
  const [params, setParams] = useState('{}')
  const [asked, setAsked] = useState<Asked>({ status: 'idle' })
  const running = useRef<AbortController>(null)

  const run = async (text = query) => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setAsked({ status: 'running' })
    try {
      const answer = await runCypher(text, toParams(params, w.badParams), own.signal)
      setAsked({ status: 'ready', answer })
    } catch (error) {
      if (running.current === own) setAsked(own.signal.aborted ? { status: 'idle' } : { status: 'failed', error })
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void run()
  }
  return (
    <main class="page ask">
      <h2>{w.title}</h2>
      <p class="muted">{w.intro}</p>
      <Saved
        onTake={(text) => {
          setQuery(text)
          void run(text)
        }}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <label for="query">{w.query}</label>
        <textarea
          id="query"
          class="code"
          rows={Math.min(16, Math.max(5, query.split('\n').length + 1))}
          spellcheck={false}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <details>
          <summary>{w.params}</summary>
          <textarea
            class="code"
            rows={2}
            spellcheck={false}
            aria-label={w.params}
            value={params}
            onInput={(event) => setParams(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </details>
        <p class="tools">
          {asked.status === 'running' ? (
            <button type="button" class="button primary" onClick={() => running.current?.abort()}>
              {w.stop}
            </button>
          ) : (
            <button type="submit" class="button primary">
              {w.run}
            </button>
          )}
          <kbd>Ctrl ⏎</kbd>
        </p>
      </form>
      <section aria-live="polite" aria-busy={asked.status === 'running'}>
        {asked.status === 'running' && <Loading lines={6} label={w.running} />}
        {asked.status === 'failed' && <Failed error={asked.error} />}
        {asked.status === 'ready' && <AnswerTable answer={asked.answer} />}
      </section>
    </main>
  )
}

/** The queries that come with Kith, as buttons. The page works without them. */
function Saved({ onTake }: { onTake: (query: string) => void }) {
  const load = useLoad('queries', getQueries)
  if (load.status === 'loading') return <Loading lines={1} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  if (!load.value.items.length) return null
  return (
    <div class="saved" role="group" aria-label={words.value.ask.examples}>
      <span class="muted">{words.value.ask.examples}</span>
      {load.value.items.map(({ name, description, query }) => (
        <button key={name} type="button" class="button" title={description} onClick={() => onTake(query)}>
          {name}
        </button>
      ))}
    </div>
  )
}

function toParams(text: string, message: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}')
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Said below, in words a person can use.
  }
  throw new ApiFailure('invalid', message)
}
