/**
 * Who may come in. Kith listens on this machine alone, and any page in the same browser could ask it too: so each
 * request must name this host, come from no other origin, and, where it is not a GET, say that it means Kith.
 */
import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { isLoopback } from './config.ts'
import { KithError } from './errors.ts'

export interface DoorOptions {
  /** The address listened on, where it is not this machine's own. */
  host?: string | undefined
  /** Every request must bear it. */
  token?: string | null | undefined
}

/** Host and Origin of every request. A name that an attacker's DNS points at 127.0.0.1 is not this host. */
export function checkOrigin({ host }: DoorOptions): RequestHandler {
  const isOurs = (name: string) =>
    isLoopback(name.replace(/^\[|\]$/g, '')) || (host !== undefined && host !== '0.0.0.0' && name === host)
  const isOpen = host !== undefined && !isLoopback(host)
  return (request, _response, next) => {
    const name = hostName(request.headers.host ?? '')
    if (!isOurs(name) && !isOpen) throw new KithError('forbidden', 'This server answers for its own host only.')
    const { origin } = request.headers
    // Another port of this machine is another's page.
    if (
      origin !== undefined &&
      origin.replace(/^https?:\/\//, '').toLowerCase() !== request.headers.host?.toLowerCase()
    ) {
      throw new KithError('forbidden', 'This server answers its own pages only.')
    }
    next()
  }
}

/** Browsers say where a request comes from, also one without an Origin, such as an image of another page. */
export const checkSite: RequestHandler = (request, _response, next) => {
  const site = request.get('Sec-Fetch-Site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new KithError('forbidden', 'This server answers its own pages only.')
  next()
}

/** What is not a GET must be JSON and bear `X-Kith: 1`: no form and no foreign page can send that without asking first. */
export const checkWrite: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  if (!request.is('application/json'))
    throw new KithError('invalid', 'Send JSON, with the header Content-Type: application/json.')
  if (request.get('X-Kith') !== '1')
    throw new KithError('forbidden', 'Send the header X-Kith: 1 with every request that is not GET.')
  next()
}

export function checkToken({ token }: DoorOptions): RequestHandler {
  return (request, _response, next) => {
    if (token && !isSame(request.get('Authorization') ?? '', `Bearer ${token}`)) {
      throw new KithError('forbidden', 'Send the access token with every request: Authorization: Bearer …')
    }
    next()
  }
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
