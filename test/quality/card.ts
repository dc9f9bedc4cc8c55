/**
 * The figures → docs/quality.json, which ships with the package: what the page "About this graph" shows of them.
 *
 * Kinds and languages are told for the documents whose words were not taken into the lists, all together: the others flatter.
 */
import { KINDS } from '../../ingest/types.ts'
import type { QualityCard } from '../../server/api.ts'
import { type Score, toScores, toSlices } from '../../server/scores.ts'
import type { Measured } from './groups.ts'
import { LANGUAGES, languageOf } from './language.ts'

/** Fewer names than this tell nothing of a kind. */
const FEWEST_NAMES = 10

export function toCard(groups: readonly Measured[]): QualityCard {
  const unseen = groups.filter(({ seen }) => !seen).flatMap(({ documents }) => documents)
  const kinds = toSlices(unseen, ({ kind }) => kind)
  const languages = toSlices(unseen, ({ surface }) => languageOf(surface))
  return {
    measuredOn: sentenceFor(groups, unseen.length),
    groups: groups.map(({ name, seen, documents }) => {
      const { strict } = toScores(documents)
      const { gold, precision, recall, f1 } = rounded(strict)
      return { group: name, documents: documents.length, names: gold, seen, strictF1: f1, precision, recall }
    }),
    kinds: KINDS.flatMap((kind) => enough(kinds.get(kind)).map((score) => ({ kind, ...figures(score) }))),
    languages: LANGUAGES.flatMap((language) =>
      enough(languages.get(language)).map((score) => ({ language, ...figures(score) })),
    ),
  }
}

function sentenceFor(groups: readonly Measured[], unseen: number): string {
  const documents = groups.reduce((sum, { documents }) => sum + documents.length, 0)
  return (
    `Measured on ${documents} documents about language models, Chinese and English, that were annotated by hand; ` +
    `kinds and languages on the ${unseen} of them whose words were not taken into its lists. ` +
    'A name counts as found when its span and its kind are right. These are not the documents of this graph.'
  )
}

function enough(score: Score | undefined): Score[] {
  return score && score.gold >= FEWEST_NAMES ? [score] : []
}

function figures(score: Score) {
  const { gold, precision, recall, f1 } = rounded(score)
  return { names: gold, precision, recall, f1 }
}

function rounded({ gold, found, ...shares }: Score): Score {
  const round = (share: number) => Number(share.toFixed(3))
  return { gold, found, precision: round(shares.precision), recall: round(shares.recall), f1: round(shares.f1) }
}
