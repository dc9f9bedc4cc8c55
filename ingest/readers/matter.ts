/** Front matter → the few facts Kith takes from it. Front matter that is not YAML is a part of the text like any other. */
import { parse } from 'yaml'
import { dateIn } from '../dates.ts'

export interface Matter {
  title?: string
  date?: string
}

/** @param yaml the lines between the two `---` */
export function readMatter(yaml: string): Matter {
  const values = parseMap(yaml)
  const title = values.get('title')
  const date = dateIn(String(values.get('date') ?? ''))
  return {
    ...(typeof title === 'string' && title.trim() && { title: title.trim() }),
    ...(date && { date }),
  }
}

function parseMap(yaml: string): Map<unknown, unknown> {
  try {
    // The core schema without timestamps: a date stays the text that was written. Maps cannot touch a prototype.
    const value: unknown = parse(yaml, { mapAsMap: true, schema: 'core', logLevel: 'silent' })
    return value instanceof Map ? value : new Map()
  } catch {
    return new Map()
  }
}
