/** The figures → docs/quality.md: short tables, a sentence or two each. No word of the texts is in it. */
import { KINDS } from '../../ingest/types.ts'
import { type Compared, type Score, type Scores, toScores, toSlices } from '../../server/scores.ts'
import { ablate } from './ablation.ts'
import { toErrors } from './errors.ts'
import type { Measured } from './groups.ts'
import { LANGUAGES, languageOf } from './language.ts'
import type { LeftOut } from './left-out.ts'
import { figure, markdownTable, type Row } from './markdown.ts'

export interface Figures {
  groups: readonly Measured[]
  leftOut: readonly LeftOut[]
  /** Group name → the documents that two have read. */
  twice: ReadonlyMap<string, readonly Compared[]>
}

export function toPage({ groups, leftOut, twice }: Figures): string {
  return `${[
    INTRODUCTION,
    section('The groups', GROUPS_ARE, ['group', 'documents', 'names', 'entities', 'seen'], groups.map(sizeRow)),
    section(
      'Names and entities',
      NAMES_ARE,
      ['group', 'P', 'R', 'strict F1', 'span F1', 'overlap F1', 'B³ F1', 'entity recall'],
      groups.map(({ name, documents }) => scoresRow(name, toScores(documents))),
    ),
    section('Where the rest goes', REST_IS, ['group', ...Object.keys(ERROR_SHARES)], groups.map(errorRow)),
    section(
      'Kinds',
      KINDS_ARE,
      ['kind', ...groups.map(({ name }) => name)],
      sliceRows(groups, KINDS, ({ kind }) => kind),
    ),
    section(
      'Languages',
      LANGUAGES_ARE,
      ['script', ...groups.map(({ name }) => name)],
      sliceRows(groups, LANGUAGES, ({ surface }) => languageOf(surface)),
    ),
    section('Rules', RULES_ARE, ['rule', 'seen: found', 'right', 'new: found', 'right'], ruleRows(groups)),
    section(
      'With the document left out',
      LEFT_OUT_IS,
      ['group', 'whole lists', 'left out', 'P', 'R', 'span F1', 'B³ F1', 'entity recall'],
      leftOut.map(leftOutRow),
    ),
    section('What each part adds', PARTS_ARE, ['finds of', ...groups.map(({ name }) => name)], partRows(groups)),
    section(
      'Two annotators',
      AGREEMENT_IS,
      ['group', 'read twice', 'strict F1', 'span F1', 'B³ F1', 'Kith, strict F1'],
      groups.flatMap((group) => agreementRow(group, twice.get(group.name) ?? [])),
    ),
    TAGGER_WAS,
  ].join('\n\n')}\n`
}

const INTRODUCTION = `# Quality

How well Kith finds names, measured beside annotations by hand. Made by \`npm run eval -- --write\`; the texts are not in
the project, so there are figures here and no quotations. What an annotation is, and by which guidelines, is told in
\`test/gold/README.md\`. Each folder of texts is read whole, as \`kith extract\` reads it. The scorer that came with the
guidelines (\`score_ner.py\`) gives the same figures for what \`kith extract\` prints, compared once to the third decimal,
except for one article with Windows line ends, which it counts as one character each and so loses its place.`

const TAGGER_WAS = `## A learned tagger

A linear-chain conditional random field over characters and words (shape, affixes, neighbours, the rules' finds, how often
a word recurs in its document) was trained on all annotations but the last and cross-validated by document. At its best
setting strict F1 rose on the new pages from 0.769 to 0.775, and elsewhere it did not rise with that setting (logs 0.793
to 0.786, first pages 0.782 to 0.780, new articles 0.719 to 0.695; first articles 0.853 to 0.861; names only these
documents have were hidden from the lists). That is less than two annotators differ, so it is not part of Kith: what it
could learn from keywords, definitions and brackets, the rules for a document's own names find already.`

const GROUPS_ARE = `*Seen*: these documents were looked at while the word lists and the rules were written, so their figures flatter. The
new ones were annotated later, blind to what Kith finds, and were not mined for the word lists; but lists of errors summed
over all of them were looked at while rules were written, and forms that did harm there were marked or dropped. The last
ones were drawn by seed, annotated blind, and scored for the first time when everything else was done: read those for a
document that nothing was written for.`

const NAMES_ARE = `Strict: span and kind are right. Span: the span is. Overlap: the two touch. B³: how well the entities are kept apart and
together, over the spans both have. Entity recall: the entities marked of which at least one name is found.`

const REST_IS = `Of the names marked by hand, how many are right, found as another kind, found with other borders, and missed; and of the
names Kith finds, how many stand where nothing is marked.`

const KINDS_ARE = `Strict F1, and in brackets how many were marked.`

const LANGUAGES_ARE = `Strict F1 by the script of the name itself: Chinese characters, none (links too), or both.`

const RULES_ARE = `How many names each rule finds, and the share of them that is right (strict). The rule is what \`kith extract\` prints.`

const LEFT_OUT_IS = `Each document is read with word lists from which every spelling is removed that is marked in this document and in no other
annotated one, and the whole line where none of its spellings is marked elsewhere. That is stricter than a new document
is, for many of those names are in the lists because the field knows them. Documents are read one by one here, so the
whole lists give slightly other figures than above.`

const PARTS_ARE = `Strict F1 with the finds of more and more rules counted. An approximation: a place that a later rule took is not given
back to an earlier one, and what the rules learn from each other stays. Cues: doubtful names (Yi, MATH) that count only
where a word beside them, or the rest of the document, speaks for them.`

const AGREEMENT_IS = `The second annotation of a document beside the first, and Kith beside the first on the same documents. How far two
annotators agree is the ceiling.`

function section(title: string, words: string, heads: readonly string[], rows: readonly Row[]): string {
  return `## ${title}\n\n${words}\n\n${markdownTable(heads, rows)}`
}

function sizeRow({ name, seen, documents }: Measured): Row {
  const { strict, entities } = toScores(documents)
  return [name, documents.length, strict.gold, entities.gold, seen ? 'yes' : 'no']
}

function scoresRow(name: string, { strict, span, overlap, bcubed, entities }: Scores): Row {
  const { precision, recall } = strict
  return [name, ...[precision, recall, strict.f1, span.f1, overlap.f1, bcubed.f1, entities.recall].map(figure)]
}

type Counts = ReturnType<typeof countErrors>

const ERROR_SHARES: Readonly<Record<string, (counts: Counts) => number>> = {
  right: ({ right, gold }) => right / gold,
  'other kind': ({ otherKind, gold }) => otherKind / gold,
  'other borders': ({ otherBorders, gold }) => otherBorders / gold,
  missed: ({ missed, gold }) => missed / gold,
  'found for nothing': ({ spurious, found }) => spurious / found,
}

function countErrors({ documents }: Measured) {
  const { right, otherKind, otherBorders, missed, spurious } = toErrors(documents)
  const gold = right + otherKind.length + otherBorders.length + missed.length
  return {
    right,
    gold,
    found: documents.reduce((sum, { found }) => sum + found.length, 0),
    otherKind: otherKind.length,
    otherBorders: otherBorders.length,
    missed: missed.length,
    spurious: spurious.length,
  }
}

function errorRow(group: Measured): Row {
  const counts = countErrors(group)
  return [group.name, ...Object.values(ERROR_SHARES).map((share) => figure(share(counts)))]
}

function sliceRows(groups: readonly Measured[], keys: readonly string[], keyOf: Parameters<typeof toSlices>[1]): Row[] {
  const slices = groups.map(({ documents }) => toSlices(documents, keyOf))
  return keys.map((key) => [key, ...slices.map((slice) => f1Cell(slice.get(key)))])
}

function f1Cell(score: Score | undefined): string {
  return score && score.gold > 0 ? `${figure(score.f1)} (${score.gold})` : ''
}

function ruleRows(groups: readonly Measured[]): Row[] {
  const [seen, fresh] = [true, false].map((wanted) =>
    toSlices(
      groups.flatMap(({ seen, documents }) => (seen === wanted ? documents : [])),
      (name) => ('rule' in name ? name.rule : null),
    ),
  ) as [Map<string, Score>, Map<string, Score>]
  const found = (rule: string) => (seen.get(rule)?.found ?? 0) + (fresh.get(rule)?.found ?? 0)
  const rules = [...new Set([...seen.keys(), ...fresh.keys()])]
  return rules
    .sort((a, b) => found(b) - found(a) || (a < b ? -1 : 1))
    .map((rule) => [`\`${rule}\``, ...[seen, fresh].flatMap((slices) => ruleCells(slices.get(rule)))])
}

function ruleCells(score: Score | undefined): Row {
  return score ? [score.found, figure(score.precision)] : ['', '']
}

function leftOutRow({ group, whole, without }: LeftOut): Row {
  const { strict, span, bcubed, entities } = toScores(without)
  const before = toScores(whole).strict.f1
  const after = [strict.f1, strict.precision, strict.recall, span.f1, bcubed.f1, entities.recall]
  return [group, ...[before, ...after].map(figure)]
}

function partRows(groups: readonly Measured[]): Row[] {
  const columns = groups.map(({ documents }) => ablate(documents))
  return (columns[0] ?? []).map(({ part }, at) => [part, ...columns.map((column) => figure(column[at]?.f1 ?? 0))])
}

function agreementRow({ name, documents }: Measured, twice: readonly Compared[]): Row[] {
  if (twice.length === 0) return []
  const { strict, span, bcubed } = toScores(twice)
  const both = new Set(twice.map(({ doc }) => doc))
  const kith = toScores(documents.filter(({ doc }) => both.has(doc)))
  return [[name, twice.length, ...[strict.f1, span.f1, bcubed.f1, kith.strict.f1].map(figure)]]
}
