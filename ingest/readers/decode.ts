/**
 * Bytes → text.
 *
 * UTF-8 and UTF-16 (with or without a byte order mark) and GB18030 are told apart by what decodes without a fault.
 * A byte order mark is not part of the text. A UTF-8 file with a few broken bytes is still UTF-8: each becomes U+FFFD.
 */
import { Unreadable } from './unreadable.ts'

/** @throws Unreadable where the bytes are no text */
export function decode(bytes: Uint8Array): string {
  const encoding = markOf(bytes) ?? utf16Of(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  if (bytes.subarray(0, 8_192).includes(0)) throw new Unreadable('it is a binary file')
  const text = strictly('utf-8', bytes)
  if (text !== null) return text
  const loose = new TextDecoder('utf-8').decode(bytes)
  if (shareOfBroken(loose) < 0.02) return loose
  const chinese = isGb2312(bytes) ? strictly('gb18030', bytes) : null
  if (chinese !== null) return chinese
  if (shareOfBroken(loose) < 0.3) return loose
  throw new Unreadable('it is neither UTF-8, UTF-16 nor GB18030 text')
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: the high bytes of its spaces, line ends and Latin letters are zero, its low bytes hardly ever. */
function utf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 4_096) & ~1)
  const pairs = sample.length / 2
  const zeros = [0, 0]
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1))
    zeros[at & 1] = (zeros[at & 1] as number) + 1
  const [even = 0, odd = 0] = zeros
  const encoding = odd > even * 8 ? 'utf-16le' : even > odd * 8 ? 'utf-16be' : null
  if (!encoding || pairs < 4 || Math.max(even, odd) < pairs * 0.05) return null
  const text = strictly(encoding, sample)
  return text === null || /[\0-\x08\x0e-\x1f\ufffe\uffff]/.test(text) ? null : encoding
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** GB18030 gives a character to almost any two bytes; what people write is nearly all in the old rows of GB 2312. */
function isGb2312(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    if (lead < 0x81) continue
    const trail = bytes[++at] ?? 0
    pairs++
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++
  }
  return pairs > 0 && common > pairs * 0.9
}

/** Broken bytes among the characters that are not ASCII, 0 to 1. */
function shareOfBroken(text: string): number {
  let broken = 0
  let beyond = 1
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) beyond++
    if (unit === 0xfffd) broken++
  }
  // A stray byte in a long English text is a stray byte, not another encoding.
  return broken / Math.max(beyond, text.length / 20)
}
