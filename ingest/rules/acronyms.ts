/**
 * A bracket and the words before it → a short form and its long form: `Mixture of Experts (MoE)`, 混合专家（MoE）.
 *
 * English letters are matched as by Schwartz & Hearst (2003): from the right, each letter of the short form stands in
 * the long form, the first one at the beginning of a word. Chinese has no letters to match, so the long form reaches
 * back to a word that cannot be part of a name; see `boundaries`.
 */
import { isHan } from '../fold.ts'

/** A short form: 2 to 12 characters, a capital among them. */
const SHORT = /^[A-Za-z][\w.+&/-]{0,13}[A-Za-z\d+]$/

export function isShortForm(text: string): boolean {
  return (
    SHORT.test(text) &&
    /[A-Z]/.test(text) &&
    (/[A-Z].*[A-Z]/.test(text) || /\d/.test(text) || /^[A-Z][a-z]+[A-Z]/.test(text))
  )
}

/** Where the long form of `short` begins that ends at `end`, or -1. */
export function longFormStart(text: string, end: number, short: string): number {
  const letters = short.replace(/s$/, '').toLowerCase()
  const words = Math.min(letters.length + 5, letters.length * 2)
  const from = backByWords(text, end, words)
  let at = end - 1
  for (let next = letters.length - 1; next >= 0; next--) {
    const letter = letters[next] as string
    if (!/[a-z\d]/.test(letter)) continue
    while (at >= from && !(text[at]?.toLowerCase() === letter && (next > 0 || isWordStart(text, at)))) at--
    if (at < from) return -1
    at--
  }
  return at + 1
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[A-Za-z\d]/.test(text[at - 1] as string)
}

function backByWords(text: string, end: number, words: number): number {
  let at = end
  for (let left = words; left > 0 && at > 0; left--) {
    while (at > 0 && /[ \-–/]/.test(text[at - 1] as string)) at--
    const before = at
    while (at > 0 && /[A-Za-z\d']/.test(text[at - 1] as string)) at--
    if (at === before) break
  }
  return at
}

/** Words that stand before a Chinese name and are no part of it; the name begins after the last of them. */
const BEFORE_NAME = new Set(
  `提出 提出了 引入 引入了 介绍 介绍了 采用 采用了 使用 使用了 利用 利用了 结合 结合了 基于 通过 称为 名为 称作 即 包括 例如 比如 以及
  一种 一个 一类 一套 新的 新型 这种 该 本文 的 了 是 和 与 及 或 将 把 对 在 从 为 用 中 如 并 到 向 由 被 于 随着 针对 面向 构建 设计
  开发 实现 融合 解决 使 让 以 其 作为 而 等 也 都 则 但 不仅 这是 首个 传统 现有 当前`.split(/\s+/),
)
const LONGEST_BEFORE = 3
const LONGEST_HAN = 14

/** Where a Chinese name begins that ends at `end`, or -1; at least 2 characters long, at most 14. */
export function hanNameStart(text: string, end: number): number {
  if (!isHan(text.charCodeAt(end - 1))) return -1
  let start = end
  while (start > 0 && end - start < LONGEST_HAN && isNamePart(text.charCodeAt(start - 1)) && !endsBefore(text, start))
    start--
  return end - start >= 2 ? start : -1
}

/** Whether one of the words above ends at `at`. */
function endsBefore(text: string, at: number): boolean {
  for (let length = 1; length <= LONGEST_BEFORE; length++) if (BEFORE_NAME.has(text.slice(at - length, at))) return true
  return false
}

function isNamePart(unit: number): boolean {
  return (
    isHan(unit) ||
    unit === 0x2d ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a)
  )
}
