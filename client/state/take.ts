/** Takes away what is selected, or else all in view: as a picture, a table, a bibliography, or a page of its own. */
import type { FileRequest } from '../take/file.ts'
import type { Edge, Entity } from '../types.ts'
import { filters } from './filters.ts'
import { focus, idsOf } from './focus.ts'
import { graph } from './graph.ts'
import { words } from './language.ts'
import { attempt } from './notice.ts'
import { toHash } from './route.ts'
import { tell } from './toast.ts'
import { proposeName } from './views.ts'
import { visible } from './visible.ts'
import { whole } from './whole.ts'

export type PictureFormat = 'png' | 'svg'

/** One entity is what is looked at; from two on it is a selection. */
export function toTake(): { entities: readonly Entity[]; edges: readonly Edge[] } {
  const { entities, edges } = visible.peek()
  const now = focus.peek()
  const ids = new Set(idsOf(now))
  if (now.type !== 'group' && now.type !== 'edge') return { entities, edges }
  return {
    entities: entities.filter(({ id }) => ids.has(id)),
    edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  }
}

export const takePicture = (format: PictureFormat) =>
  attempt(async () => {
    const { entities, edges } = toTake()
    const { kinds, scope: scopes, take } = words.peek()
    // None of it is needed before somebody takes something away.
    const [{ toSvg }, { toPng }] = await Promise.all([import('../take/svg.ts'), import('../take/png.ts')])
    const { positions } = graph.peek().present
    const named = new Set([...whole.peek().stories.flatMap(({ ids }) => ids), ...idsOf(focus.peek())])
    const legend = { kinds, scopes, newest: take.newest }
    const svg = toSvg({ entities, edges, positions, title: proposeName(), legend, named })
    await hand(format, format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await toPng(svg))
  })

export const takeFile = (request: Pick<FileRequest, 'format' | 'what'>, extension: string) =>
  attempt(async () => {
    const { askFile } = await import('../take/file.ts')
    const ids = toTake().entities.map(({ id }) => id)
    // Both tables of one view are often taken together.
    const suffix = request.what ? ` ${request.what}` : ''
    await hand(
      extension,
      await askFile({ ...request, ids, ...(request.format === 'html' && { view: toView() }) }),
      suffix,
    )
  })

function toView(): NonNullable<FileRequest['view']> {
  const { positions } = graph.peek().present
  return {
    title: proposeName(),
    hash: toHash({ page: { view: 'look' }, focus: focus.peek(), filters: filters.peek() }),
    positions: [...positions].map(([id, { x, y }]) => [id, x, y] as const),
  }
}

async function hand(extension: string, content: Blob, suffix = ''): Promise<void> {
  const { download, fileName } = await import('../take/download.ts')
  const name = fileName(proposeName() + suffix, extension)
  download(name, content)
  tell(words.peek().take.ready(name))
}
