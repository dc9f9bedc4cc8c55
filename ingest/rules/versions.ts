/**
 * What follows a known name and makes it another one: RWKV-9, Llama-7B, Claude 2.1, LoRA-FA, but not DPO-based.
 * Tried in order at the end of the name; over-merging versions is as bad as splitting spellings.
 */
import { fold, isLatin } from '../fold.ts'
import type { Kind } from '../types.ts'

interface VersionRule {
  kinds: readonly Kind[]
  /** Sticky: it is tried where the name ends. */
  pattern: RegExp
}

const VERSION_RULES: readonly VersionRule[] = [
  // Llama-2-13b-chat, Qwen-72B, Mixtral-8x7B, Yi 34B, GPT-4-turbo
  {
    kinds: ['Model'],
    pattern:
      /(?:\.\d+)?(?:[-_]?v?\d+(?:\.\d+)*(?![\d.]*[a-zA-Z\u4e00-\u9fff]))?(?:[-_ ]?\d+(?:\.\d+)?(?:[xX×]\d+)?[bBmM](?![a-zA-Z]))?(?:[-_ ](?:chat|instruct|base|turbo|mini|nano|large|small|tiny|xl|xxl|pro|plus|max|ultra|flash|preview|vision|coder|math|hf|it|lite|long|omni|audio|vl|moe|\d{1,3}k)(?![a-zA-Z\u4e00-\u9fff]))*/iy,
  },
  // ZeRO-3, MMLU-Pro, LoRA-FA, C4-en stays C4
  {
    kinds: ['Model', 'Method', 'Dataset', 'Tool'],
    pattern: /(?:-(?:v?\d+(?:\.\d+)*[a-zA-Z]?|[A-Z][\w.+]*))+(?![a-zA-Z])/y,
  },
]

/** The version that stands at `end`, after a name of some kind, or ''. */
export function versionAt(text: string, end: number, kind: Kind): string {
  if (!isLatin(text.charCodeAt(end - 1)) || !beginsVersion(text.charCodeAt(end), text.charCodeAt(end + 1))) return ''
  for (const { kinds, pattern } of VERSION_RULES) {
    if (!kinds.includes(kind)) continue
    pattern.lastIndex = end
    const version = pattern.exec(text)?.[0] ?? ''
    if (fold(version) && !/^[.\s]*$/.test(version)) return version
  }
  return ''
}

/** Most names are followed by a space and a word, and this is quick to tell. */
function beginsVersion(unit: number, next: number): boolean {
  const joins = unit === 0x2d || unit === 0x5f || unit === 0x2e || unit === 0x20
  return (joins && isLatin(next)) || (unit >= 0x30 && unit <= 0x39)
}
