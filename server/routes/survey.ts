/** A survey of a concept: as JSON for the screen, as Markdown or BibTeX to take away. */
import type { Router } from 'express'
import { surveyRequest } from '../api/survey.ts'
import { bibtexOf } from '../survey/bibliography.ts'
import { toMarkdown } from '../survey/markdown.ts'
import { askSurvey, requireSome } from '../survey/survey.ts'
import type { Served } from './served.ts'

export function addSurveyRoutes(router: Router, { database, names, tables, papers }: Served): void {
  router.get('/survey', async (request, response) => {
    const { concept, papers: limit, format, lang } = surveyRequest.parse(request.query)
    const known = await papers()
    const sources = { database, names: await names(), tables: await tables(), papers: known }
    const survey = await askSurvey(sources, concept, { papers: limit })
    if (format === 'json') return void response.json(survey)
    requireSome(survey)
    const bibtex = bibtexOf(survey, known.library)
    if (format === 'bibtex') response.type('text/plain').send(bibtex)
    else response.type('text/markdown').send(toMarkdown(survey, { language: lang, bibtex }))
  })
}
