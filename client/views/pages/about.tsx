/** What this graph is made of, what was left out, and how far it can be trusted. */
import type { ComponentChildren } from 'preact'
import { getAbout } from '../../api.ts'
import { KINDS } from '../../kinds.ts'
import { number, words } from '../../state/language.ts'
import type { About as Told } from '../../types.ts'
import { useLoad } from '../load.ts'
import { KindMark } from '../mark.tsx'
import { Empty, Failed, Loading } from '../states.tsx'
import { Figures, NumberTable } from './figures.tsx'
import { Quality } from './quality.tsx'

export function About() {
  const { about: w, views } = words.value
  const load = useLoad('about', getAbout)
  return (
    <main class="page about">
      <h2>{views.about}</h2>
      <p class="muted">{w.intro}</p>
      {load.status === 'loading' && <Loading lines={12} />}
      {load.status === 'failed' && <Failed error={load.error} again={load.again} />}
      {load.status === 'ready' && <Card about={load.value} />}
    </main>
  )
}

function Card({ about }: { about: Told }) {
  const { about: w } = words.value
  return (
    <>
      <Part title={w.corpus}>
        <Corpus corpus={about.corpus} />
      </Part>
      <Part title={w.counts}>
        <Counts counts={about.counts} />
      </Part>
      <Part title={w.quality}>{about.quality ? <Quality card={about.quality} /> : <Empty>{w.unmeasured}</Empty>}</Part>
      <Part title={w.skipped}>
        <Skipped skipped={about.skipped} />
      </Part>
      <Part title={w.kith}>
        <Figures
          of={[
            [w.version, about.version],
            [w.licence, about.licence],
            [w.store, w.stores[about.store]],
            [w.sha256, about.sha256 ? <code>{about.sha256}</code> : w.none],
          ]}
        />
        <p class="muted">{w.sameGraph}</p>
      </Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Corpus({ corpus }: { corpus: Told['corpus'] }) {
  const { about: w } = words.value
  const { firstSeen, lastSeen, byLanguage, byFolder, folders } = corpus
  const languages = Object.entries(byLanguage).filter(([, count]) => count > 0)
  const dates = firstSeen ? w.between(firstSeen, lastSeen ?? firstSeen) : w.undated
  return (
    <>
      <Figures
        of={[
          [w.documents, number(corpus.documents)],
          [w.size, toSize(corpus.bytes)],
          [w.dates, dates],
          [w.byLanguage, languages.map(([name, count]) => `${w.language[name] ?? name} ${number(count)}`).join(' · ')],
        ]}
      />
      {byFolder.length > 1 && (
        <div class="side-by-side">
          <NumberTable
            caption={w.byFolder}
            columns={[w.folder, w.documents]}
            rows={byFolder.map(({ folder, documents }) => [
              <bdi key={folder}>{folder || w.top}</bdi>,
              number(documents),
            ])}
          />
          {folders > byFolder.length && <p class="muted">{w.moreFolders(number(folders))}</p>}
        </div>
      )}
    </>
  )
}

function Counts({ counts }: { counts: Told['counts'] }) {
  const { about: w, kinds, relations } = words.value
  const occurring = KINDS.filter((kind) => counts.entities[kind])
  const all = occurring.reduce((sum, kind) => sum + (counts.entities[kind] ?? 0), 0)
  const typed = Object.entries(counts.relations).filter(([, count]) => count > 0)
  return (
    <>
      <Figures
        of={[
          [w.passages, number(counts.passages)],
          [w.mentions, number(counts.mentions)],
          [w.entities, number(all)],
          [w.edges, number(counts.edges)],
        ]}
      />
      <div class="side-by-side">
        <NumberTable
          caption={w.byKind}
          columns={[w.kind, w.entities]}
          rows={occurring.map((kind) => [
            <span key={kind} class="kind-cell">
              <KindMark kind={kind} /> {kinds[kind]}
            </span>,
            number(counts.entities[kind] ?? 0),
          ])}
        />
        {typed.length > 0 && (
          <NumberTable
            caption={w.byRelation}
            columns={[w.relation, w.number]}
            rows={typed.map(([type, count]) => [relations[type as keyof typeof relations] ?? type, number(count)])}
          />
        )}
      </div>
    </>
  )
}

function Skipped({ skipped }: { skipped: Told['skipped'] }) {
  const { about: w } = words.value
  if (!skipped) return <Empty>{w.skippedUnknown}</Empty>
  if (!skipped.total) return <Empty>{w.nothingSkipped}</Empty>
  const { items, total } = skipped
  return (
    <NumberTable
      caption={w.skippedOf(number(items.length), number(total))}
      columns={[w.file, w.why]}
      rows={items.map(({ path, reason }) => [<bdi key={path}>{path}</bdi>, reason])}
      words
    />
  )
}

/** In steps of 1,000, as discs are sold. */
function toSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1_000 ** step
  return `${number(value < 10 && step > 0 ? Math.round(value * 10) / 10 : Math.round(value))} ${units[step]}`
}
