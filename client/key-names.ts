/** What stands on a key: `Mod+Shift+z` is Ctrl Shift Z, and ⌘ ⇧ Z on a Mac. */

const NAMES: Partial<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: '↵',
  ContextMenu: '☰',
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

export function toKeyNames(key: string, mac = isMac): string[] {
  // The plus key is its own name.
  const parts = key === '+' ? ['+'] : key.split('+')
  return parts.map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl'
    if (part === 'Shift') return mac ? '⇧' : 'Shift'
    if (part === 'Alt') return mac ? '⌥' : 'Alt'
    return NAMES[part] ?? part.toUpperCase()
  })
}
