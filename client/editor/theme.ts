/**
 * How the editor looks, in the page's own tokens (styles/tokens.css), which reach into its shadow root. It has one
 * because CodeMirror styles a shadow root by a constructed sheet, which `style-src 'self'` allows; in the document it
 * would write a <style>, which that refuses.
 */
import { EditorView } from '@codemirror/view'

const FACE = 'var(--face)'
const RAISED = { backgroundColor: 'var(--raised)', color: 'var(--ink)' }
const FLOATING = {
  ...RAISED,
  border: '1px solid var(--hairline)',
  borderRadius: 'var(--radius)',
  boxShadow: 'var(--shadow)',
}
const FOCUS = { outline: '2px solid var(--accent)', outlineOffset: '1px' }
const ROLES = ['comment', 'string', 'number', 'parameter', 'label', 'type', 'property', 'function', 'keyword'] as const

export const theme = EditorView.theme({
  '&': {
    ...RAISED,
    maxHeight: 'min(46vh, 460px)',
    border: '1px solid color-mix(in srgb, var(--ink) 45%, transparent)',
    borderRadius: 'var(--radius)',
    fontSize: '13px',
  },
  '&.cm-focused': FOCUS,
  '.cm-scroller': { fontFamily: 'var(--code)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { minHeight: '8.4em', padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 6px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--muted)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '26px', padding: '0 4px 0 8px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
  '.cm-placeholder': { color: 'var(--muted)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid color-mix(in srgb, var(--ink) 50%, transparent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--danger)' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--syntax-number) 30%, transparent)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--syntax-number) 55%, transparent)' },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)' },
  ...Object.fromEntries(ROLES.map((role) => [`.cm-${role}`, { color: `var(--syntax-${role})` }])),
  '.cm-keyword': { color: 'var(--syntax-keyword)', fontWeight: '600' },

  '.cm-tooltip': { ...FLOATING, fontFamily: FACE, maxWidth: 'min(92vw, 560px)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--code)', maxHeight: '40vh' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    alignItems: 'baseline',
    padding: '3px 10px',
    lineHeight: '1.5',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionLabel': { flex: '1', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': {
    marginLeft: '0',
    fontStyle: 'normal',
    fontFamily: FACE,
    fontSize: '12px',
    color: 'var(--muted)',
  },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },

  '.cm-diagnostic': { padding: '6px 10px', borderLeft: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.cm-diagnosticAction': {
    ...RAISED,
    font: `inherit`,
    marginLeft: '0',
    marginRight: '8px',
    padding: '3px 10px',
    border: '1px solid var(--accent)',
    borderRadius: 'var(--radius)',
    color: 'var(--accent)',
    cursor: 'pointer',
  },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-error': { textDecorationColor: 'var(--danger)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--syntax-number)' },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--danger)' },

  '.cm-panels': { ...RAISED, fontFamily: FACE },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--hairline)' },
  '.cm-panel.cm-search': { padding: '6px 32px 6px 8px' },
  '.cm-panel.cm-search label': { fontSize: '12px' },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { backgroundColor: 'var(--chosen)', color: 'inherit' },
  '.cm-textfield': {
    ...RAISED,
    font: 'inherit',
    padding: '4px 8px',
    border: '1px solid var(--muted)',
    borderRadius: '3px',
  },
  '.cm-button': {
    ...RAISED,
    backgroundImage: 'none',
    font: 'inherit',
    padding: '4px 10px',
    border: '1px solid var(--hairline)',
    borderRadius: 'var(--radius)',
    '&:active': { backgroundImage: 'none' },
  },
  '.cm-panel button[name=close]': { color: 'inherit', minWidth: '24px', minHeight: '24px' },
  '.cm-panel :focus-visible, .cm-diagnosticAction:focus-visible': FOCUS,

  '@media (pointer: coarse)': {
    // Safari zooms into fields with smaller letters.
    '.cm-content': { fontSize: '16px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li, .cm-button, .cm-textfield, .cm-diagnosticAction': {
      minHeight: '44px',
      alignItems: 'center',
    },
    '.cm-panel button[name=close]': { minWidth: '44px', minHeight: '44px' },
  },
})
