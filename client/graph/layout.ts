/** A whole picture laid out away from the page, in a worker, so that nothing freezes while it thinks. */
import url from 'virtual:layout-worker'
import type { Point } from '../state/graph.ts'
import type { Edge, Entity } from '../types.ts'
import { mostMentions, toBox } from './boxes.ts'
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts'
import { placeNear } from './place.ts'

/** Milliseconds after which a plainer arrangement is better than none. */
const PATIENCE = 20_000

/** `ratio` is the pane's width to its height. The same picture always comes out the same. */
export async function arrange(
  entities: readonly Entity[],
  edges: readonly Edge[],
  ratio: number,
): Promise<ReadonlyMap<string, Point>> {
  const most = mostMentions(entities)
  const boxes = entities.map((entity) => toBox(entity, most))
  const links = edges.map(({ source, target, weight }) => ({ source, target, weight }))
  try {
    return new Map(await ask({ boxes, links, ratio }))
  } catch {
    // Without a worker (an old browser, a blocked file) the picture is plainer but whole.
    return placeNear({ x: 0, y: 0 }, boxes, [], links)
  }
}

function ask(request: LayoutRequest): Promise<LayoutAnswer> {
  return new Promise<LayoutAnswer>((resolve, reject) => {
    const worker = new Worker(url, { type: 'module' })
    const end = setTimeout(() => reject(new Error('The layout took too long.')), PATIENCE)
    worker.onmessage = (event: MessageEvent<LayoutAnswer>) => resolve(event.data)
    worker.onerror = () => reject(new Error('The layout worker failed.'))
    worker.postMessage(request)
    const done = () => {
      clearTimeout(end)
      worker.terminate()
    }
    worker.addEventListener('message', done)
    worker.addEventListener('error', done)
  })
}
