/** The scores that must not fall: group → strict F1, each document read alone; in baseline.json as last written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicon } from '../../server/lexicon.ts'
import { ROOT } from '../../server/root.ts'
import { toScores } from '../../server/scores.ts'
import { openFolder, readAlone } from './alone.ts'
import { GROUPS, readGolds } from './groups.ts'

export const BASELINE = join(ROOT, 'test', 'quality', 'baseline.json')

export type Baseline = Record<string, number>

export async function takeBaseline(): Promise<Baseline> {
  const baseline: Baseline = {}
  for (const { name, gold, text } of GROUPS) {
    const folder = await openFolder(text)
    const documents = readGolds(gold).map((annotation) => readAlone(folder, annotation, loadLexicon()))
    baseline[name] = Number(toScores(documents).strict.f1.toFixed(4))
  }
  return baseline
}

export function readBaseline(): Baseline {
  return JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline
}
