/**
 * What follows a known name and makes it another one: RWKV-9, Llama-7B, Claude 2.1, LoRA-FA, but not DPO-based.
 * Tried in order at the end of the name; over-merging versions is as bad as splitting spellings.
 */
import type { Kind } from '../types.ts'

export interface VersionRule {
  kinds: readonly Kind[]
  pattern: RegExp
}

export const VERSION_RULES: readonly VersionRule[] = [
  // Llama-2-13b-chat, Qwen-72B, Mixtral-8x7B, Yi 34B, GPT-4-turbo
  {
    kinds: ['Model'],
    pattern:
      /^(?:\.\d+)?(?:[-_]?v?\d+(?:\.\d+)*(?![\d.]*[a-zA-Z\u4e00-\u9fff]))?(?:[-_ ]?\d+(?:\.\d+)?(?:[xX×]\d+)?[bBmM](?![a-zA-Z]))?(?:[-_ ](?:chat|instruct|base|turbo|mini|nano|large|small|tiny|xl|xxl|pro|plus|max|ultra|flash|preview|vision|coder|math|hf|it|lite|long|omni|audio|vl|moe|\d{1,3}k)(?![a-zA-Z\u4e00-\u9fff]))*/i,
  },
  // ZeRO-3, MMLU-Pro, LoRA-FA, C4-en stays C4
  {
    kinds: ['Model', 'Method', 'Dataset', 'Tool'],
    pattern: /^(?:-(?:v?\d+(?:\.\d+)*[a-zA-Z]?|[A-Z][\w.+]*))+(?![a-zA-Z])/,
  },
]
