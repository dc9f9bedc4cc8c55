/** The embedded graph as the child process reads it: a handle that cannot write. */
import grafeo from '@grafeo-db/js'
import { createAnswer } from './answer.ts'
import { idOf } from './cells.ts'
import { EXPLAIN, toFault } from './fault.ts'
import { createGrafeoCells } from './grafeo-cells.ts'
import { notesOn, type Vocabulary } from './notes.ts'
import { checkGrafeoPlan } from './operators.ts'
import { mapParams } from './params.ts'
import { fromGrafeo } from './plan.ts'
import type { Reader } from './reader.ts'

type Handle = InstanceType<typeof grafeo.GrafeoDB>
type Params = Parameters<Handle['executeCypher']>[1]

export function openGrafeoReader(file: string): Reader {
  const handle = grafeo.GrafeoDB.openReadOnly(file)
  const toCell = createGrafeoCells((id) => idOf(handle.getNode(id)?.get('id')))
  let known: Vocabulary | undefined
  const notes = (query: string) => {
    known ??= toVocabulary(handle.schema() as Schema)
    return notesOn(query, known)
  }
  const checkedPlan = async (query: string, params: Params): Promise<string> => {
    const result = await handle.executeCypher(EXPLAIN + query, params).catch(asFault(query, true))
    const plan = String(result.toArray()[0]?.plan ?? '')
    checkGrafeoPlan(plan)
    return plan
  }
  return {
    async ask({ query, params, limit }) {
      const values = withIntegers(params)
      await checkedPlan(query, values)
      const started = performance.now()
      const result = await handle.executeCypher(query, values).catch(asFault(query, false))
      const milliseconds = performance.now() - started
      const answer = createAnswer(result.columns, limit)
      for (let at = 0; at < result.length; at++) {
        const row = result.get(at) as Record<string, unknown>
        // A column that is named like a prototype is one that Grafeo loses.
        if (!answer.add(result.columns.map((name) => (Object.hasOwn(row, name) ? toCell(row[name]) : null)))) break
      }
      return { ...answer.end(milliseconds), notes: notes(query) }
    },
    explain: async ({ query, params }) => ({
      plan: fromGrafeo(await checkedPlan(query, withIntegers(params))),
      notes: notes(query),
    }),
    probe: async (query) => void (await handle.executeCypher(query, {})),
    close: async () => handle.close(),
  }
}

function withIntegers(params: Record<string, unknown>): Params {
  return mapParams(params, (value) => value) as Params
}

function asFault(query: string, isExplained: boolean) {
  return (error: unknown): never => {
    throw toFault(error instanceof Error ? error.message : String(error), query, isExplained)
  }
}

interface Schema {
  labels: { name: string }[]
  edge_types: { name: string }[]
  property_keys: string[]
}

function toVocabulary({ labels, edge_types, property_keys }: Schema): Vocabulary {
  return {
    labels: labels.map(({ name }) => name),
    types: edge_types.map(({ name }) => name),
    properties: property_keys,
  }
}
