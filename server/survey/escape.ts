/** Text → Markdown that shows it letter by letter: a title with | [ ] * $ or < stays what it is. */

/** Within a line; line ends become spaces. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<|$~]/g, '\\$&')
      // Between letters an underscore is only itself.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // An entity is one only with its semicolon; others keep their plain &.
      .replace(/&(?=#?\w+;)/g, '\\&')
  )
}

/** At the start of a block, where a sign may begin a heading, a list, a quote or a rule. */
export function escapeBlock(text: string): string {
  return escapeMarkdown(text)
    .replace(/^[#+=>-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

/** An address that ends where it should; the plain text for anything but http and https. */
export function toLink(text: string, url: string | null): string {
  const safe = url && /^https?:\/\/\S+$/i.test(url) ? url.replace(/[()<>\\]/g, encodeSign) : null
  return safe ? `[${escapeMarkdown(text)}](${safe})` : escapeMarkdown(text)
}

const encodeSign = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
