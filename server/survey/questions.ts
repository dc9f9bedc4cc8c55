/**
 * Sentences → what is asked or left open about the concept: questions of the notes, and what authors say is still to do.
 *
 * Only real ones. A title with a question mark, a question that its speaker answers in the same breath and the closing
 * phrases of a template are none.
 */
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import type { Group } from './groups.ts'
import type { Sentence } from './prose.ts'
import type { Topic } from './topic.ts'

interface Opening {
  /** An example, true or made up. */
  example: string
  pattern: RegExp
  worth: number
}

const OPENINGS: readonly Opening[] = [
  { example: '外推效果为什么不好？', pattern: /[？?][”"』」）)]*$/, worth: 1.5 },
  {
    example: 'It remains unclear whether this scales.',
    pattern:
      /\bremains? (?:\w+ )?(?:unclear|unexplored|underexplored|under-explored|unknown|unresolved|open|elusive|an open|a (?:\w+ )?open|poorly understood|little understood|largely un\w+|to be (?:seen|explored|understood))\b/i,
    worth: 2,
  },
  {
    example: 'Little is known about its memory.',
    pattern:
      /\b(?:little is known|(?:is|are) (?:still )?(?:not (?:yet )?(?:well|fully) understood|poorly understood|underexplored|under-explored|largely unexplored)|not yet been (?:studied|explored|understood)|yet to be (?:\w+))\b/i,
    worth: 2,
  },
  {
    example: 'An open question is how to route.',
    pattern: /\bopen (?:question|problem|challenge|issue)s?\b|\bunanswered\b/i,
    worth: 2,
  },
  {
    example: 'Future work may look at longer texts.',
    pattern: /\bfuture (?:work|research|studies|directions?)\b(?! (?:on|in) \w+ (?:is|are) enabled)/i,
    worth: 1,
  },
  {
    example: 'Its main limitation is recall.',
    pattern:
      /\b(?:a|the|one|its|our|main|key|major|fundamental|critical) (?:\w+ )?limitations?\b(?:,| of| is| are| remain| that| lies)(?!.*\bwe (?:propose|introduce|present|develop))/i,
    worth: 0.8,
  },
  {
    example: '机制尚不清楚。',
    pattern:
      /尚不(?:清楚|明确)|尚未(?:得到)?(?:解决|明确|探索|被?充分|完全|被?系统)|有待(?:进一步)?(?:研究|探索|解决|验证|考察)|悬而未决|(?:仍|还)(?:然)?(?:不清楚|没有定论|是(?:一个)?(?:未解|开放))|未被(?:充分)?(?:探索|研究)/,
    worth: 1.8,
  },
  {
    example: '未来工作将考察更长的文本。',
    pattern: /未来(?:的)?(?:工作|研究(?:方向|工作)?)(?!人员|者|提供|奠定|开辟|具有)/,
    worth: 0.6,
  },
  { example: '一个开放问题是如何外推。', pattern: /开放(?:性)?(?:的)?问题/, worth: 1.5 },
]

/** What looks like a question and is none, or says no more than that there is one. */
const NO_QUESTION =
  /^(?:To|By) (?:\w+ )?(?:address|overcome|tackle|mitigat|alleviat|resolv|handl|circumvent|solv)\w*|(?:address|overcome|tackle|mitigate|alleviate|bypass)(?:s|es|ing)? (?:\w+ ){0,3}(?:limitation|open)|为什么(?:这么|这样|会这么)(?:说|讲)呢?[？?]|(?:对吧|是吧|对不对|不是吗|怎么办|何必|难道|懂吗|咋说)[^。]{0,3}[？?]$|,? (?:right|no|isn't it|huh)\?$|奠定(?:了)?基础|提供(?:了)?(?:新的)?(?:思路|方向|参考|启示|基础|见解)|(?:pave|paves|paving) the way|(?:insights?|guidance|foundation|directions?|implications|inspire|inspires|facilitate|encourage|benchmark|roadmap)\b[^.]{0,40} (?:for|to) future|future (?:research|work|directions?)\.?$(?<=(?:for|guide|inspire|inform|support|facilitate|of|and) (?:\w+ )?future (?:research|work|directions?)\.?)/i

const SHORTEST = 10

export interface Asked {
  sentence: Sentence
  score: number
}

/**
 * @param beside sentences of the threads in which the concept comes up: only what is asked there counts
 * @returns the most telling first
 */
export function toQuestions(
  sentences: readonly Sentence[],
  beside: readonly Sentence[],
  topic: Topic,
  groups: readonly Group[],
  most: number,
): Sentence[] {
  const key = new Map(groups.flatMap(({ names }) => names.slice(0, 10).map(({ id, rarity }) => [id, rarity] as const)))
  const scored = [
    ...sentences.flatMap((sentence) => toAsked(sentence, topic.share(sentence), key)),
    // The thread is about it, and the one who opens it asks.
    ...beside
      .filter(({ line, text }) => ASKS.test(line.text) && /[？?]/.test(text))
      .flatMap((sentence) => toAsked(sentence, 0.6, key)),
  ].sort(byScore)
  const perDocument = new Map<string, number>()
  const seen = new Set<string>()
  const chosen: Sentence[] = []
  for (const { sentence } of scored) {
    const { document, paper } = sentence.line
    const count = perDocument.get(document) ?? 0
    const key = fold(sentence.text).slice(0, 40)
    if (count >= (paper ? 1 : MOST_OF_NOTES) || seen.has(key)) continue
    perDocument.set(document, count + 1)
    seen.add(key)
    chosen.push(sentence)
    if (chosen.length === most) break
  }
  return chosen
}

/** Questions that one note may give; a page of a paper gives one. */
const MOST_OF_NOTES = 4
/** D：, Q1:, 问： open a thread. */
const ASKS = /^\s*(?:[*+-]\s+)?(?:D|Q|问|提问|Question)\s?\d{0,2}\s?(?:[（(][^）)]{1,24}[）)])?\s?[:：]/i

function toAsked(sentence: Sentence, share: number, key: ReadonlyMap<string, number>): Asked[] {
  const { text, line, worth } = sentence
  if (text.length < SHORTEST || NO_QUESTION.test(text) || line.text.startsWith('#')) return []
  const opening = OPENINGS.filter(({ pattern }) => pattern.test(text)).sort((a, b) => b.worth - a.worth)[0]
  if (!opening) return []
  const own = [...sentence.names].reduce((sum, id) => sum + (key.get(id) ?? 0), 0)
  if (share + own < LEAST_ABOUT) return []
  const asks = ASKS.test(line.text) ? 1 : 0
  const score = opening.worth + 2 * share + Math.min(own, 1.2) + asks + worth / 2
  return score >= LEAST_SCORE ? [{ sentence, score }] : []
}

/** It names the concept, or something that is characteristic of a section. */
const LEAST_ABOUT = 0.5
const LEAST_SCORE = 1.5

function byScore(a: Asked, b: Asked): number {
  return (
    b.score - a.score || order(a.sentence.line.passage, b.sentence.line.passage) || a.sentence.start - b.sentence.start
  )
}
