/**
 * How the words between and around two names say what joins them: one rule a wording, in data.
 *
 * A rule reads three stretches of one sentence: what stands before the first name (or the list it is in), between the
 * two, and after the second. Its patterns are written with the words in braces of `WORDS`; their group is the cue, the
 * very words that say it. Fillers are closed lists or a few plain words, so that a "not" among them breaks the pattern.
 */
import type { Kind, RelationType } from '../types.ts'
import { COMPARING_WORDS_EN } from './relations-compare-en.ts'
import { RELATION_WORDS_EN } from './relations-en.ts'
import { RELATION_WORDS_ZH } from './relations-zh.ts'

/** A rule as it is written down. */
export interface RelationWords {
  name: string
  type: RelationType
  /** Why the wording may be believed. */
  reason: string
  /** A true example; each name is ⟦Kind name⟧. */
  example: string
  /** What the example says: `RWKV USES LoRA`. */
  says: readonly string[]
  source: readonly Kind[]
  target: readonly Kind[]
  /** Which of the two the sentence names first; `together` where the two are one list: A 与 B 相比. */
  order: 'source first' | 'target first' | 'together'
  /** What must end right before the first name. */
  before?: string
  /** All that stands between the two. */
  between?: string
  /** What must follow right after the second name; it may look back on the name. */
  after?: string
}

/** A rule as it is tried. */
export interface RelationRule extends Pick<RelationWords, 'name' | 'type' | 'order' | 'source' | 'target'> {
  language: 'en' | 'zh'
  before: RegExp | null
  between: RegExp | null
  /** Sticky. */
  after: RegExp | null
}

/** What patterns name in braces. */
const WORDS: ReadonlyMap<string, string> = new Map([
  // What a name is: the RWKV model, RWKV模型
  [
    'head',
    '(?:[ -]?(?:models?|frameworks?|methods?|algorithms?|approach(?:es)?|systems?|agents?|variants?|pipelines?|architectures?|networks?|optimizers?|modules?|family|series|datasets?|benchmarks?|test sets?|suites?|library|\\d+(?:\\.\\d+)?[BM]|模型|框架|方法|算法|系统|机制|策略|模块|架构|网络|技术|变体|系列|优化器|智能体)){0,2}',
  ],
  ['be', '(?:(?:is|are|was|were|has been|have been|being|can be) )?'],
  [
    'adverb',
    '(?:(?:also|mainly|further|then|additionally|thus|therefore|thereby|primarily|currently|simply|directly|consistently|significantly|substantially|clearly|greatly|even|still|only|largely|slightly|notably|generally|typically|successfully|explicitly|effectively|efficiently|extensively|already|natively) )*',
  ],
  // Articles and such adjectives as stand before names
  [
    'the',
    '(?:(?:an?|the|its|our|their|both|two|three|multiple|several|various|standard|vanilla|existing|modern|popular|widely[- ]used|well-known|state-of-the-art|strong|recent|prior|previous|original|new|novel|public|challenging|different|proposed|base|baseline|only|all) ){0,4}',
  ],
  // Up to two plain words that turn nothing round
  [
    'plain',
    '(?:(?!(?:than|of|to|for|in|on|without|no|not|nor|as|by|over|instead|and|or|less|fewer|neither|from|with|that|which|more)\\b)[a-z][\\w-]* ){0,2}',
  ],
  // Plain words and figures within one clause
  [
    'words',
    "(?:(?!(?:not|no|nor|without|never|neither|but|and|while|whereas|which|that|who|we|if|when|because|by|using|via|with)\\b)[\\w%.$×\\\\/+'’~-]+ ){0,8}",
  ],
  // Other systems, strong baselines such as: what may stand between a verb of comparing and a name
  [
    'others',
    "(?:(?!(?:not|no|nor|without|never|but|and|while|whereas|which|that|when|by|using|via|with|in|on|from|for|at|of)\\b)[\\w%.$×\\\\/+'’~-]+,? ){0,6}(?:-- )?(?:such as |including |like )?",
  ],
  ['朴素', '[^\\s，。；：、,;:（）()不没无非未而但可比由和与对被基]{0,8}?\\s?'],
  // 稀疏的, 新型, 轻量级的: what stands before a noun
  ['修饰', '[^\\s，。；：、,;:（）()不没无非未而但可比由和与对被以将把为并来在训学进转用通提优使]{0,7}?\\s?'],
  ['词', '[^，。；：,;:\\n不没无而但若如]{0,16}?'],
  [
    '副词',
    '(?:也|都|还|则|主要|进一步|首先|最后|同时|分别|直接|创新性地|均|始终|显著|明显|大幅|远|普遍|整体|略|稍|已经?|目前|就|又|通常|巧妙地|有效地?|成功地?)*',
  ],
  // The name is whole: 函数调用 is not what 函数调用图 says
  [
    '整',
    '(?<![\\u4e00-\\u9fff])|(?:[^\\u4e00-\\u9fff]|来|以|和|与|及|或|对|在|等|进行|实现|并|从|将|把|为|使|提|增强|机制|方法|技术|框架|策略|算法|模块|架构|网络|范式|目标|损失|过程|流程|的(?:方[法式]|机制|策略|思想|概念|优势|框架|架构|技术|原理|特性|能力)|映射|优化|改|解决|处理|捕|动态|自动|有效|显著|确保|降低|减少|构建|计算|评估)|$',
  ],
  // 等三个数据集
  [
    '集',
    '\\s?等?\\s?(?:[两三四五六七八九十多\\d]+[个项类])?(?:标准|主流|公开|常用|推理|数学|编程)?(?:数据集|基准测试|基准|测试集|任务|榜单|评测集|评测|测试|leaderboard|benchmarks?|datasets?)?',
  ],
  [
    'machines',
    '(?:(?:an?|the|single|one|two|four|eight|multiple|consumer|consumer-grade|commodity|edge|several|only|just|\\d+|NVIDIA|Nvidia|AMD|Apple|various|modern|different|standard) )?(?:(?:single|NVIDIA|Nvidia|AMD|Apple|\\d+|consumer-grade) ?){0,2}(?:[x×] ?)?',
  ],
])

// What closes a name, a citation in brackets too, and what opens one: **RWKV**, "RWKV", RWKV (2023)
const CLOSED = '[*_"\'”’`」》)）\\]]*(?:\\s?[(（[][^()（）[\\]]{0,32}[)）\\]])?[*_"\'”’`]*\\s?'
const OPENED = '\\s?[*_"\'“‘`「《]*'

export const RELATION_RULES: readonly RelationRule[] = [
  ...[...RELATION_WORDS_EN, ...COMPARING_WORDS_EN].map((words) => toRule(words, 'en')),
  ...RELATION_WORDS_ZH.map((words) => toRule(words, 'zh')),
]

function toRule(
  { name, type, order, source, target, before, between, after }: RelationWords,
  language: RelationRule['language'],
): RelationRule {
  return {
    language,
    name,
    type,
    order,
    source,
    target,
    before: before ? new RegExp(`(?:${spell(before)})${OPENED}$`, 'i') : null,
    between: between ? new RegExp(`^${CLOSED}(?:${spell(between)})${OPENED}$`) : null,
    after: after ? new RegExp(`${CLOSED}(?:${spell(after)})`, 'y') : null,
  }
}

function spell(pattern: string): string {
  return pattern.replace(/\{(\p{L}+)\}/gu, (whole, word: string) => WORDS.get(word) ?? whole)
}
