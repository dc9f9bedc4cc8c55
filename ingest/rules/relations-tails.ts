/** What a name has more than the name it is a variant of: RWKV-5 is RWKV and `-5`, QLoRA is `Q` and LoRA. */
import type { Kind } from '../types.ts'

export interface TailRule {
  name: string
  reason: string
  /** A true example: the variant and what it is a variant of. */
  example: readonly [string, string]
  kinds: readonly Kind[]
  /** Where the rest stands. */
  at: 'end' | 'start'
  /** The whole of the rest. */
  rest: RegExp
  /** What the shorter name must look like. */
  base: RegExp
}

const VERSION = String.raw`[-_ ]?v?\d+(?:\.\d+)*`
const SIZE = String.raw`[-_ ]?\d+(?:\.\d+)?[BMbm](?:-?[Aa]\d+[Bb])?|[-_ ]?\d+x\d+[Bb]`
const EDITION =
  '[-_ ](?:base|large|small|medium|mini|tiny|nano|micro|xl|xxl|chat|instruct|turbo|pro|max|plus|ultra|lite|flash|preview|vl|vision|coder|code|math|audio|omni|next|it|sft|rl|distill|thinking|think|zero|sonnet|opus|haiku|high|low|exp|latest)'

export const TAIL_RULES: readonly TailRule[] = [
  {
    name: 'version-or-size',
    reason: 'models are versioned and sized by what follows their name',
    example: ['LLaMA 2-7B-Chat', 'LLaMA 2'],
    kinds: ['Model'],
    at: 'end',
    rest: new RegExp(`^(?:${SIZE}|${VERSION}|${EDITION})+$`, 'i'),
    base: /[a-z]{2}|[A-Z]{2}/,
  },
  {
    name: 'letter',
    reason: 'a letter behind the version makes another edition of it',
    example: ['GPT-4V', 'GPT-4'],
    kinds: ['Model'],
    at: 'end',
    rest: /^[ac-ln-zAC-LN-Z]$/,
    base: /\d$/,
  },
  {
    name: 'model-suffix',
    reason: 'a part with a capital behind the name of a model tells its descendants apart',
    example: ['LLaVA-Med', 'LLaVA'],
    kinds: ['Model'],
    at: 'end',
    rest: /^-(?!(?:Guided|Based|Like|Style|Enhanced|Driven)\b)[A-Z]\w{0,10}(?:-\d+(?:\.\d+)?[Bb])?$/,
    base: /^(?=.*[A-Z].*[A-Z])|\d$/,
  },
  {
    name: 'method-suffix',
    reason: 'a short part in capitals or a figure behind a coined name tells its descendants apart',
    example: ['LoRA-FA', 'LoRA'],
    kinds: ['Method'],
    at: 'end',
    rest: /^(?:-[A-Z]{1,5}\d?|-[A-Z][a-z]{0,2}|\+{1,2}|-?v?\d+(?:\.\d+)?)$/,
    base: /^\w*[A-Z]\w*[A-Z]\w*$|^Mamba$|^Adam$/,
  },
  {
    name: 'prefix',
    reason: 'letters set before a coined name make a descendant of it',
    example: ['QLoRA', 'LoRA'],
    kinds: ['Model', 'Method'],
    at: 'start',
    rest: /^(?:[A-Z]{1,2}|[A-Z][a-z]{1,7}|[a-z]{1,4})-?$/,
    base: /^(?=\w{4,}$)\w*[A-Z]\w*[A-Z]\w*$|^Mamba$/,
  },
]
