/** What a reader follows and has read, and what is new for them. */
import type { Router } from 'express'
import { digestRequest, keepRequest } from '../api/keep.ts'
import { requests } from '../api.ts'
import { askDigest } from '../keep/digest.ts'
import { digestAtom } from '../keep/digest-atom.ts'
import { digestMarkdown } from '../keep/digest-markdown.ts'
import { changeKept, readKept } from '../keep/kept.ts'
import { toChange, today, toMarks, toWanted } from '../keep/marks.ts'
import type { Served } from './served.ts'

export function addKeepRoutes(router: Router, { database, names, papers, days, keptFile }: Served): void {
  router.get('/kept', async (request, response) => {
    requests.nothing.parse(request.query)
    response.json(toMarks(await readKept(await keptFile()), await names()))
  })
  router.post('/kept', async (request, response) => {
    const { follow, unfollow, read, unread } = keepRequest.parse(request.body)
    const known = await names()
    const asked = { follow: follow ? [follow] : [], unfollow: unfollow ? [unfollow] : [], read, unread }
    response.json(toMarks(await changeKept(await keptFile(), toChange(asked, known, today())), known))
  })
  router.get('/digest', async (request, response) => {
    const { since, until, concept, format } = digestRequest.parse(request.query)
    const known = await names()
    const kept = toMarks(await readKept(await keptFile()), known)
    const digest = await askDigest(
      { database, days: await days(), papers: await papers() },
      { since, until, concepts: toWanted(concept, kept, known), read: new Set(kept.read) },
    )
    if (format === 'json') return void response.json(digest)
    if (format === 'md') return void response.type('text/markdown; charset=utf-8').send(digestMarkdown(digest))
    const self = `${request.protocol}://${request.get('Host') ?? ''}${request.originalUrl}`
    response.type('application/atom+xml; charset=utf-8').send(digestAtom(digest, { self, asked: concept }))
  })
}
