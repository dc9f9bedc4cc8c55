/** A text → the terms under which papers are found: words of both languages. */
import { fold } from '../../ingest/fold.ts'

/** Latin words, the whole text folded, and Han characters alone and in pairs. */
export function terms(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase()
  const words = lower.match(/[a-z0-9][a-z0-9.+]*/g) ?? []
  const han = (lower.match(/[\u3400-\u4dbf\u4e00-\u9fff]+/g) ?? []).flatMap((run) => [
    ...run,
    ...Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  ])
  return [...new Set([...words, fold(text), ...han])].filter(Boolean)
}
