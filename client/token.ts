/**
 * The access token of a server that is open to others. It comes once in the address (`#token=…`), leaves it at once, so
 * that no shared link holds it, and is kept for this tab.
 */
const NAME = 'kith.token'
const IN_HASH = /^#token=([^&]+)/

/** Call before the address is read for anything else. */
export function takeToken(): void {
  const given = IN_HASH.exec(location.hash)?.[1]
  if (given === undefined) return
  sessionStorage.setItem(NAME, decodeURIComponent(given))
  history.replaceState(null, '', location.pathname + location.search)
}

/** What a request must bear; nothing where the server asks for nothing. */
export function tokenHeaders(): Record<string, string> {
  const token = sessionStorage.getItem(NAME)
  return token ? { Authorization: `Bearer ${token}` } : {}
}
