/** What the server writes out: a table, a bibliography, a page of the view. A one-file page cannot do it: it has no server. */
import { ApiFailure } from '../api.ts'
import { tokenHeaders } from '../token.ts'
import type { Failure } from '../types.ts'

export interface FileRequest {
  format: 'csv' | 'bibtex' | 'html' | 'jsonl'
  /** Which table, for csv. Default entities. */
  what?: 'entities' | 'edges'
  /** Of the entities; default the whole graph, and for a page the first picture. At most 1,000. */
  ids?: readonly string[]
  /**
   * How a page looks at first: its title, its address (focus and filters, no ids), and where entities stand;
   * `documents: false` leaves the text of whole documents out.
   */
  view?: {
    title?: string
    hash?: string
    positions?: readonly (readonly [id: string, x: number, y: number])[]
    documents?: boolean
  }
}

/** @throws ApiFailure */
export async function askFile(request: FileRequest, signal?: AbortSignal): Promise<Blob> {
  const headers = { 'Content-Type': 'application/json', 'X-Kith': '1', ...tokenHeaders() }
  const init = { method: 'POST', headers, body: JSON.stringify(request), ...(signal && { signal }) }
  const response = await fetch('/api/export', init).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiFailure('unreachable', '')
  })
  if (response.ok) return response.blob()
  const body = (await response.json().catch(() => null)) as Failure | null
  throw new ApiFailure(body?.error?.code ?? 'unreachable', body?.error?.message ?? '')
}
