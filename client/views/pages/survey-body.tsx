/** A survey as a readable page: its contents at the side, and its parts one below the other. */
import { surveyWords } from '../../messages/survey-words.ts'
import { number, wordsOf } from '../../state/language.ts'
import type { Survey } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'
import { Comparisons } from './survey-comparisons.tsx'
import { type Heading, SurveyContents } from './survey-contents.tsx'
import { NamesByKind, Papers } from './survey-papers.tsx'
import { SurveyTake } from './survey-take.tsx'
import { SurveyTimeline } from './survey-timeline.tsx'

const words = wordsOf(surveyWords)

export function SurveyBody({ survey, asked }: { survey: Survey; asked: string }) {
  const w = words.value
  const { lines, sections, others, timeline, comparisons, questions } = survey
  const about = survey.concept ? [survey.concept.id] : []
  const headings: Heading[] = [
    ...(lines.length ? [{ id: 'said', text: w.said }] : []),
    ...sections.map(({ title }, at) => ({ id: `section-${at + 1}`, text: `${number(at + 1)}. ${title.join(' · ')}` })),
    ...(others.names.length + others.papers.length ? [{ id: 'others', text: w.others }] : []),
    ...(timeline.items.length ? [{ id: 'timeline', text: w.timeline }] : []),
    ...(comparisons.length ? [{ id: 'comparisons', text: w.comparisons }] : []),
    ...(questions.length ? [{ id: 'questions', text: w.questions }] : []),
    { id: 'method', text: w.method },
  ]
  const headingOf = (id: string) => <Title key={id} heading={headings.find((one) => one.id === id)} />
  return (
    <div class="survey-page">
      <SurveyContents headings={headings} />
      <article class="survey-text">
        <h3 class="survey-title">
          <bdi>{survey.title}</bdi>
        </h3>
        <p class="muted">{w.intro}</p>
        <SurveyTake asked={asked} title={survey.title} />
        {lines.length > 0 && (
          <section>
            {headingOf('said')}
            <Quotes receipts={lines} about={about} />
          </section>
        )}
        {sections.map((section, at) => (
          <section key={section.title.join()}>
            {headingOf(`section-${at + 1}`)}
            <Quotes receipts={section.lines} about={[...about, ...section.names.map(({ id }) => id)]} />
            <NamesByKind names={section.names} />
            <Papers papers={section.papers} about={[...about, ...section.names.map(({ id }) => id)]} />
          </section>
        ))}
        {others.names.length + others.papers.length > 0 && (
          <section>
            {headingOf('others')}
            <NamesByKind names={others.names} />
            <Papers papers={others.papers} about={about} />
          </section>
        )}
        {timeline.items.length > 0 && (
          <section>
            {headingOf('timeline')}
            <SurveyTimeline timeline={timeline} about={about} />
          </section>
        )}
        {comparisons.length > 0 && (
          <section>
            {headingOf('comparisons')}
            <Comparisons comparisons={comparisons} />
          </section>
        )}
        {questions.length > 0 && (
          <section>
            {headingOf('questions')}
            <Quotes receipts={questions} about={about} />
          </section>
        )}
        <section>
          {headingOf('method')}
          <p class="survey-method">{account(survey)}</p>
        </section>
      </article>
    </div>
  )
}

/** Headings can be gone to, so they can have the focus. */
function Title({ heading }: { heading: Heading | undefined }) {
  return heading ? (
    <h4 id={`survey-${heading.id}`} tabIndex={-1}>
      {heading.text}
    </h4>
  ) : null
}

function Quotes({ receipts, about }: { receipts: Survey['lines']; about: readonly string[] }) {
  return (
    <>
      {receipts.map((receipt) => (
        <ReceiptCard key={`${receipt.document} ${receipt.start}`} receipt={receipt} about={about} />
      ))}
    </>
  )
}

function account({ method, sections }: Survey): string {
  const w = words.value
  const { papers, ranked, passages, naming, names, groups, seed } = method
  return [
    w.kept(number(papers), number(ranked)),
    w.read(number(passages)),
    ...(naming ? [w.naming(number(naming))] : []),
    ...(sections.length
      ? [w.grouped(number(names), number(sections.length)), w.seed(number(groups), String(seed))]
      : [w.little]),
  ].join(' ')
}
