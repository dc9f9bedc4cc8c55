/**
 * How the logs mark who speaks. A turn that `opens` begins a thread; one that `answers` belongs to the thread before it.
 * Patterns are tried in order at the start of a line, after its list marker and emphasis.
 */
export interface TurnRule {
  role: 'opens' | 'answers'
  pattern: RegExp
}

export const TURN_RULES: readonly TurnRule[] = [
  // Q1-continue: 继续问
  { role: 'answers', pattern: /^Q\s?\d{0,2}\s?[-–—]\s?(?:continue|cont|续|追问)\w*\s?[:：]/i },
  // D：, D1:, D(Discussion)：
  { role: 'opens', pattern: /^D\s?\d{0,2}\s?(?:[（(][^）)]{1,24}[）)])?\s?[:：]/ },
  // Q:, Q1：, 问：, 提问 2：, Question:
  { role: 'opens', pattern: /^(?:Q|Question|问题|提问|问)\s?\d{0,2}\s?(?:[（(][^）)]{1,24}[）)])?\s?[:：]/ },
  // F1：, F2(Follow2):, A1:, 答：, Answer:
  { role: 'answers', pattern: /^(?:F|A|R|Answer|Reply|回答|回复|答)\s?\d{0,2}\s?(?:[（(][^）)]{1,24}[）)])?\s?[:：]/ },
  // 研究员 1：, 研究员一：, 同学 B：, Researcher 2:, Speaker A:
  {
    role: 'answers',
    pattern:
      /^(?:研究员|研究者|同学|老师|嘉宾|主持人|学员|网友|用户|助手|Researcher|Speaker|User|Assistant|Host|Guest)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?\s?[:：]/,
  },
]

/** What may stand before a marker: a list marker, a quote sign, emphasis. */
export const BEFORE_TURN = /^\s*(?:>\s*)?(?:[*+-]\s+|\d{1,3}[.)、]\s*)?(?:\*\*|__)?/
