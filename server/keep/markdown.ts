/** Words of others as Markdown that says just them. */
import type { EdgeType, RelationType } from '../../ingest/types.ts'

/** `A uses B`, between two names. */
const RELATION_WORDS: Readonly<Record<RelationType, string>> = {
  VARIANT_OF: 'is a variant of',
  INTRODUCED_IN: 'was introduced in',
  EVALUATED_ON: 'was evaluated on',
  IMPLEMENTED_IN: 'is implemented in',
  RUNS_ON: 'runs on',
  COMPARED_WITH: 'was compared with',
  USES: 'uses',
}

/** What stands between two names that are joined. */
export function between(type: EdgeType): string {
  return type === 'CO_MENTION' ? ' — ' : ` ${RELATION_WORDS[type]} `
}

/** Signs that would mean something in the middle of a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#|\w+;)/g, '\\&')
}

/** Where a line begins, `#`, `-`, `+` and `1.` mean something, too. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.trim())
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** An address in a Markdown link. */
export function toTarget(url: string): string {
  return url.replace(/[\s<>()\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))
}

/** Blocks with an empty line between; those that are empty are left out. */
export function joinBlocks(blocks: readonly (string | false | null | undefined)[]): string {
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
