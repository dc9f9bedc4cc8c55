/** A survey to start from: what the notes and papers say of a concept, in sections, all of it quoted; made to be read and printed. */
import { useEffect } from 'preact/hooks'
import '../../styles/find.css'
import '../../styles/survey.css'
import { getSurvey } from '../../api.ts'
import { surveyWords } from '../../messages/survey-words.ts'
import { wordsOf } from '../../state/language.ts'
import { go, hashOf } from '../../state/location.ts'
import type { Survey as Told } from '../../types.ts'
import { useLoad } from '../load.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { called, learnName } from './find/called.ts'
import { NameField } from './find/name-field.tsx'
import { FindTabs } from './find-tabs.tsx'
import { SurveyBody } from './survey-body.tsx'

const words = wordsOf(surveyWords)

export function Survey({ concept }: { concept: string }) {
  const w = words.value
  return (
    <main class="page find survey">
      <FindTabs here="survey" concept={concept} />
      <h2>{w.title}</h2>
      <NameField
        id="survey-concept"
        label={w.concept}
        placeholder={w.placeholder}
        go={w.go}
        offered={w.offered}
        text={called(concept)}
        onTake={({ id, name }) => {
          learnName(id, name)
          go({ view: 'survey', concept: id })
        }}
        onText={(text) => go({ view: 'survey', concept: text })}
      />
      {concept ? <Answer concept={concept} /> : <Empty>{w.prompt}</Empty>}
    </main>
  )
}

function Answer({ concept }: { concept: string }) {
  const load = useLoad(concept, (signal) => getSurvey(concept, signal))
  const name = load.status === 'ready' ? load.value.concept : null
  useEffect(() => {
    if (name) learnName(name.id, name.name)
  }, [name])
  if (load.status === 'loading') return <Loading lines={12} label={words.value.loading} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  return isEmpty(load.value) ? <Nothing survey={load.value} /> : <SurveyBody survey={load.value} asked={concept} />
}

const isEmpty = ({ lines, sections, others, questions }: Told): boolean =>
  lines.length + sections.length + others.papers.length + others.names.length + questions.length === 0

function Nothing({ survey: { title, nearest } }: { survey: Told }) {
  const w = words.value
  return (
    <>
      <Empty>{w.nothing(title)}</Empty>
      {nearest.length > 0 && (
        <p class="nearest">
          <span class="muted">{w.nearest}</span>
          {nearest.map(({ id, name }) => (
            <a key={id} class="chip" href={hashOf({ view: 'survey', concept: id })}>
              <bdi>{name}</bdi>
            </a>
          ))}
        </p>
      )}
    </>
  )
}
