/** The page: header, and below it the three panes or the page of a question. The graph stays alive behind the others. */
import { useEffect } from 'preact/hooks'
import { words } from '../state/language.ts'
import { notice } from '../state/notice.ts'
import { page } from '../state/route.ts'
import { Dialogs } from './dialogs.tsx'
import { DocumentView } from './document/document.tsx'
import { Evidence } from './evidence/evidence.tsx'
import { GraphPane } from './graph/graph-pane.tsx'
import { Header } from './header.tsx'
import { Legend } from './list/legend.tsx'
import { EntityList } from './list/list.tsx'
import { About } from './pages/about.tsx'
import { AskingPage } from './pages/asking.tsx'
import { ContextMenu } from './palette/menu.tsx'
import { Pane } from './pane.tsx'
import { Toast } from './toast.tsx'

export function App() {
  const now = page.value
  const panes = now.view === 'look' || now.view === 'document'
  const title = words.value.views[now.view]
  useEffect(() => {
    document.title = `${title} · Kith`
  }, [title])
  return (
    <div class="app">
      <Header />
      <div class="panes" hidden={!panes}>
        <Pane side="list">
          <EntityList />
          <Legend />
        </Pane>
        <main class="center">
          <GraphPane hidden={now.view !== 'look'} />
          {now.view === 'document' && <DocumentView key={now.id} id={now.id} line={now.line} />}
        </main>
        <Pane side="evidence">
          <Evidence />
        </Pane>
      </div>
      <AskingPage page={now} />
      {now.view === 'about' && <About />}
      <ContextMenu />
      <Dialogs />
      <Toast />
      <p class="visually-hidden" aria-live="polite">
        {notice.value.said}
      </p>
    </div>
  )
}
