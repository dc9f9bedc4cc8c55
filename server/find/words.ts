/** How text is taken apart for finding papers: folded, into words of both languages, and where a form stands in it. */

const LATIN = /[a-z0-9][a-z0-9+-]*(?:\.[a-z0-9]+)*/g
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]+/g
const IS_HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/

/** Latin words that carry no meaning of their own. */
const STOP = new Set(
  (
    'a about an and any are as at be been but by can do does find for from give had has have how i in into is it its ' +
    'list me more not of on or our over paper papers read should show such tell than that the their them then there ' +
    'these they this those through to us using via was we were what when where which while who why will with would ' +
    'you your'
  ).split(' '),
)
/** Chinese words that ask, join or point, and name nothing. */
const STOP_HAN = new Set(
  '怎么 怎么写 怎么做 怎么用 怎样 如何 什么 哪些 为什么 是否 可以 应该 以及 或者 关于 我们 他们 这个 那个 这些 那些 一个 一些 有关 相关 论文 文章 哪个 进行 问题'.split(
    ' ',
  ),
)

/** Width, case and dashes are one; the length may change, so offsets do not carry over. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
}

/** Latin words and pairs of Han characters, each as often as it stands there, in a text that is normalized. */
export function tokens(text: string): string[] {
  const all: string[] = text.match(LATIN) ?? []
  for (const run of text.match(HAN) ?? []) {
    if (run.length === 1) all.push(run)
    for (let at = 0; at + 1 < run.length; at++) all.push(run.slice(at, at + 2))
  }
  return all
}

/** Latin words that stand side by side, without those that begin or end with a stop word. */
export function latinPairs(text: string): string[] {
  const pairs: string[] = []
  for (const clause of text.split(/[^a-z0-9 .+-]+/)) {
    const words = clause.match(LATIN) ?? []
    for (let at = 0; at + 1 < words.length; at++) {
      const [first, second] = [words[at] as string, words[at + 1] as string]
      if (!STOP.has(first) && !STOP.has(second)) pairs.push(`${first} ${second}`)
    }
  }
  return pairs
}

export const isLatin = (word: string): boolean => /^[a-z0-9]/.test(word)
export const isStop = (word: string): boolean => STOP.has(word) || STOP_HAN.has(word)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The words of a question: what stands between spaces, and Chinese as the dictionary of ICU cuts it. A single Han
 * character goes with its neighbour (元学习, not 元 and 学习), for alone it means little.
 */
export function segments(text: string): string[] {
  const all: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue
    const before = all.at(-1)
    const joins = before !== undefined && IS_HAN.test(before) && IS_HAN.test(segment)
    if (joins && (segment.length === 1 || before.length === 1)) all[all.length - 1] = before + segment
    else all.push(segment)
  }
  const telling = all.filter((word) => !isStop(word))
  return [...new Set(telling.length ? telling : all)]
}

/**
 * Where a form stands in a text, both normalized. A Latin form is a word of its own there, whose plural counts; Chinese
 * needs no border.
 */
export function placesOf(text: string, form: string): number[] {
  const places: number[] = []
  const [opens, closes] = [/^[a-z0-9]/.test(form), /[a-z0-9]$/.test(form)]
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (opens && isWordCode(text.charCodeAt(at - 1))) continue
    if (closes) {
      const end = at + form.length
      const after = text[end] === 's' ? end + 1 : end
      if (isWordCode(text.charCodeAt(after))) continue
    }
    places.push(at)
  }
  return places
}

/** Of a digit or a small Latin letter. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
