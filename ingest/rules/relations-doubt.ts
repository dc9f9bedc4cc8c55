/** Words that take a statement back, or leave it open: what is said with them makes no relation. */

export interface DoubtRule {
  name: string
  reason: string
  example: string
  /** Read in the sentence before the first name, in the clause that holds both, or at the end of the sentence. */
  where: 'before' | 'clause' | 'end'
  pattern: RegExp
  /** A comparison that somebody denies is a comparison all the same. */
  sparesComparisons: boolean
}

export const DOUBT_RULES: readonly DoubtRule[] = [
  {
    name: 'maybe',
    reason: 'a guess is no statement',
    example: 'StarNet 可能采用了 MoonRouting',
    where: 'clause',
    pattern:
      /可能(?!性)|也许|或许|估计|大概|恐怕|好像|似乎|据说|听说|猜测|怀疑|应该(?:是|会|用|采用)|\b(?:might|maybe|perhaps|probably|presumably|reportedly|allegedly|supposedly|possibly|seems?|rumou?red|may)\b/i,
    sparesComparisons: false,
  },
  {
    name: 'if',
    reason: 'a condition, a wish or a plan is no fact',
    example: '如果 StarNet 采用 MoonRouting',
    where: 'before',
    pattern:
      /如果|假如|要是|假设|倘若|是否|能否|能不能|会不会|是不是|有没有|想要?用|打算|计划|希望|建议|未来|(?<!不)应当|\b(?:if|whether|suppose|assume|hypothesi[sz]e|would|could|should|plan to|hope to|future work|what happens)\b/i,
    sparesComparisons: false,
  },
  {
    name: 'not',
    reason: 'the words deny it',
    example: '没有证据说明 StarNet 采用 MoonRouting',
    where: 'before',
    pattern:
      /(?:并非|不是|没有|并不|不再|无法|不能|避免|反对|没(?:见|听)过?)[^，。；,;]{0,12}$|\b(?:neither|no|never|not(?! only)|cannot|n['’]t|without|unlike|instead of|rather than)(?: [\w-]+){0,3} ?$/i,
    sparesComparisons: true,
  },
  {
    name: 'to-no-avail',
    reason: 'what was tried in vain is not used',
    example: 'StarNet 采用 MoonRouting 没啥特别提升',
    where: 'clause',
    pattern:
      /没(?:有)?(?:用|啥|什么|提升|效果|作用)|无效|不行|失败|不明显|不好使|跑不[动起]|不支持|不适用|不起作用|\b(?:no (?:gains?|improvements?|effect|benefit)|(?:did|does|do)(?: not|n['’]t) (?:help|work)|fail(?:s|ed)? to|in vain|out of memory|OOM)\b/i,
    sparesComparisons: true,
  },
  {
    name: 'question',
    reason: 'a question states nothing',
    example: 'StarNet 采用了 MoonRouting 吗？',
    where: 'end',
    pattern: /[?？]["'”’)）\]*]*\s*$|[吗么呢]["'”’)）*。]*\s*$/,
    sparesComparisons: false,
  },
]
