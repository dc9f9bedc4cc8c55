/** Table, graph, plan: the arrow keys go from one to the next and show it. */
import { said } from './said.ts'

export const TABS = ['table', 'graph', 'plan'] as const
export type Tab = (typeof TABS)[number]

export const tabOf = (tab: Tab): string => `answer-tab-${tab}`
export const panelOf = (tab: Tab): string => `answer-panel-${tab}`

const STEPS: Partial<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % TABS.length,
  ArrowLeft: (at) => (at + TABS.length - 1) % TABS.length,
  Home: () => 0,
  End: () => TABS.length - 1,
}

export function Tabs({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const w = said.value
  const onKeyDown = (event: KeyboardEvent) => {
    const next = TABS[STEPS[event.key]?.(TABS.indexOf(tab)) ?? -1]
    if (!next) return
    event.preventDefault()
    onTab(next)
    document.getElementById(tabOf(next))?.focus()
  }
  return (
    <div class="tabs answer-tabs" role="tablist" aria-label={w.tabs} onKeyDown={onKeyDown}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          id={tabOf(name)}
          role="tab"
          aria-selected={name === tab}
          aria-controls={name === tab ? panelOf(name) : undefined}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {w.tab[name]}
        </button>
      ))}
    </div>
  )
}
