/** The kind of a name that no list knows: by what its document says of it, else by the last word it has. */
import type { Lexicon } from '../lexicon.ts'
import type { Kind } from '../types.ts'

/** What a paper's title says of the thing it names. */
const IN_TITLE: readonly { kind: Kind; says: RegExp }[] = [
  {
    kind: 'Dataset',
    says: /\b(?:benchmarks?|benchmarking|datasets?|corpus|leaderboard|testbed|suite|test set)\b|数据集|基准/i,
  },
  {
    // A Fully End-to-End Expressive Large Audio Language Model, not: Quantization for Large Language Models
    kind: 'Model',
    says: /^(?:(?!(?:for|of|with|via|by|in|to|on|from|through|using)\b)[\w-]+ )*models?(?![\w-])(?! (?:merging|compression|evaluation|selection|editing))/i,
  },
  { kind: 'Tool', says: /\b(?:toolkit|library|python package|toolbox|open-source platform)\b/i },
]

/** What the ending of a coined name says. */
const ENDINGS: readonly { kind: Kind; ending: RegExp }[] = [
  { kind: 'Dataset', ending: /(?:Bench|QA|Eval|Corpus|Arena|Gym|-?\dK|Suite|Dataset)(?:[-\s]?[\w.]{1,5})?$/ },
  { kind: 'Model', ending: /(?:LLM|GPT|BERT|-LM|LLaMA|Llama|Qwen|Coder|-VL|-\d+(?:\.\d+)?[BM])(?:-v?\d[\d.]*)?$/ },
]

/** What stands right after a name where the document defines or uses it. */
const AFTER: readonly { kind: Kind; after: RegExp }[] = [
  {
    kind: 'Dataset',
    after: /^[*_"”'’`》」\s]{0,3}(?:数据集|基准|评测集|测试集|语料|benchmarks?\b|datasets?\b|corpus\b)/i,
  },
  { kind: 'Dataset', after: /^[^.。\n]{0,4}\b(?:is )?an? [\w -]{0,40}?(?:benchmark|dataset|corpus)\b/i },
  { kind: 'Tool', after: /^[*_"”'’`》」\s]{0,3}(?:工具包|工具箱|toolkit\b|library\b)/i },
]

const MOST_USES = 24
/** One use in so many must show the kind. */
const FEWEST_OF = 4

/** The kind of what a paper proposes: Method where nothing says otherwise. */
export function kindOfOwn(text: string, name: string, title: string): Kind {
  const said = IN_TITLE.find(({ says }) => says.test(title)) ?? ENDINGS.find(({ ending }) => ending.test(name))
  return said?.kind ?? kindInUse(text, name) ?? 'Method'
}

/** The kind that the listed names with the same last word mostly are; Concept where there are none. */
export function kindOfTerm(name: string, lexicon: Lexicon): Kind {
  return ENDINGS.find(({ ending }) => ending.test(name))?.kind ?? lexicon.kindOf(name) ?? 'Concept'
}

function kindInUse(text: string, name: string): Kind | undefined {
  const votes = new Map<Kind, number>()
  let uses = 0
  for (let at = text.indexOf(name); at >= 0 && uses < MOST_USES; at = text.indexOf(name, at + name.length), uses++) {
    const after = text.slice(at + name.length, at + name.length + 60)
    const kind = AFTER.find(({ after: pattern }) => pattern.test(after))?.kind
    if (kind) votes.set(kind, (votes.get(kind) ?? 0) + 1)
  }
  const [first] = [...votes].sort((a, b) => b[1] - a[1])
  return first && first[1] * FEWEST_OF >= uses ? first[0] : undefined
}
