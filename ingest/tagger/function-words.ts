/** Hashes of the words that stand between names and seldom in them, English and Chinese. */
import { hash } from './signs.ts'

const WORDS = `
  a an the of in on at to for from by with without and or but nor as is are was were be been being has have had do does
  did will would can could may might must should this that these those it its their our we they he she you i his her
  which who whose what when where while how than then thus also not no only such both each either all any some more
  most very into onto over under between among across through via during before after using use used based show shows
  propose introduce present achieve achieves called named including like et there here if because since
  的 了 是 在 和 与 对 将 为 以 及 或 等 从 把 被 让 并 而 也 都 就 还 这 那 其 该 中 上 下 着 过 于 由 但 因 所 之 可 能
  更 很 不 没 有 我 你 他 们 个 些 用 到 给 比 如 若 则 又`

export const FUNCTION_WORDS: ReadonlySet<number> = new Set(
  WORDS.trim()
    .split(/\s+/)
    .map((word) => hash(word)),
)
