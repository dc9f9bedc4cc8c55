/** Small choices kept in this browser. A browser that refuses to keep them simply forgets. */

/** Whether the browser kept it. */
export function keep(name: string, value: string): boolean {
  try {
    localStorage.setItem(`kith.${name}`, value)
    return true
  } catch {
    // Private windows may refuse; the choice then lasts until the page is closed.
    return false
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`kith.${name}`)
  } catch {
    return null
  }
}
