/** Small choices kept in this browser. A browser that refuses to keep them simply forgets. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`kith.${name}`, value)
  } catch {
    // Private windows may refuse; the choice then lasts until the page is closed.
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`kith.${name}`)
  } catch {
    return null
  }
}
