/** The side panes: how wide, whether folded away, and which of them is out as a sheet on a small screen. */
import { effect } from '@preact/signals'
import { keep, kept } from './kept.ts'
import { createStore } from './store.ts'

export type Side = 'list' | 'evidence'

export interface Panes {
  readonly width: Readonly<Record<Side, number>>
  readonly folded: Readonly<Record<Side, boolean>>
  /** On a small screen at most one pane is out. */
  readonly sheet: Side | null
  /** How far the bottom sheet is pulled up on a phone. */
  readonly height: 'low' | 'half' | 'full'
}

export const LIMITS: Record<Side, { least: number; usual: number; most: number }> = {
  list: { least: 200, usual: 280, most: 480 },
  evidence: { least: 280, usual: 380, most: 640 },
}

export const panes = createStore<Panes>({
  width: { list: toWidth('list'), evidence: toWidth('evidence') },
  folded: { list: kept('list.folded') === 'yes', evidence: kept('evidence.folded') === 'yes' },
  sheet: null,
  height: 'half',
})

export const resize =
  (side: Side, width: number) =>
  (now: Panes): Panes => ({
    ...now,
    width: { ...now.width, [side]: Math.round(Math.min(LIMITS[side].most, Math.max(LIMITS[side].least, width))) },
  })

export const fold =
  (side: Side, folded: boolean) =>
  (now: Panes): Panes => ({
    ...now,
    folded: { ...now.folded, [side]: folded },
  })

/** One that comes out leaves half of the screen to the picture. */
export const openSheet =
  (sheet: Side | null) =>
  (now: Panes): Panes => ({ ...now, sheet, height: sheet && !now.sheet ? 'half' : now.height })

export const nextHeight =
  () =>
  (now: Panes): Panes => ({
    ...now,
    height: now.height === 'low' ? 'half' : now.height === 'half' ? 'full' : 'low',
  })

export const isNarrow = () => matchMedia('(max-width: 899px)').matches

/** The graph pane's width to its height: the window without the side panes, where there are any. */
export function paneRatio(): number {
  const { width, folded } = panes.peek()
  const aside = isNarrow() ? 0 : (folded.list ? 0 : width.list) + (folded.evidence ? 0 : width.evidence)
  return Math.max(0.4, (innerWidth - aside) / Math.max(300, innerHeight - 110))
}

export function bindPanes(): void {
  effect(() => {
    const { width, folded } = panes.value
    for (const side of ['list', 'evidence'] as const) {
      keep(`${side}.width`, String(width[side]))
      keep(`${side}.folded`, folded[side] ? 'yes' : 'no')
    }
  })
}

function toWidth(side: Side): number {
  const width = Number(kept(`${side}.width`))
  return width >= LIMITS[side].least && width <= LIMITS[side].most ? width : LIMITS[side].usual
}
