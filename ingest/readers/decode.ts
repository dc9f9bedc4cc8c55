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
  const chinese = strictly('gb18030', bytes)
  if (chinese !== null) return chinese
  if (shareOfBroken(loose) < 0.3) return loose
  throw new Unreadable('it is neither UTF-8, UTF-16 nor GB18030 text')
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: every other byte of its spaces, line ends and Latin letters is zero. */
function utf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 4_096) & ~1)
  const zeros = [0, 0]
  const plain = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] as number) + 1
    else if (byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)
      plain[at & 1] = (plain[at & 1] as number) + 1
  })
  const pairs = sample.length / 2
  if (pairs < 4) return null
  const [even = 0, odd = 0] = zeros
  if (odd > pairs * 0.05 && even === 0 && plain[0] === pairs)
    return strictly('utf-16le', bytes) === null ? null : 'utf-16le'
  if (even > pairs * 0.05 && odd === 0 && plain[1] === pairs)
    return strictly('utf-16be', bytes) === null ? null : 'utf-16be'
  return null
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
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
