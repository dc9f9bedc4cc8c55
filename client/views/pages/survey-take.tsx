/** Takes the survey away: as Markdown on the clipboard or in a file, its papers as BibTeX, or on paper. */
import { useState } from 'preact/hooks'
import { ApiFailure } from '../../api.ts'
import { surveyWords } from '../../messages/survey-words.ts'
import { copy } from '../../state/copy.ts'
import { language, wordsOf } from '../../state/language.ts'
import { tell } from '../../state/toast.ts'
import { download, fileName } from '../../take/download.ts'
import { tokenHeaders } from '../../token.ts'
import type { Failure } from '../../types.ts'
import { Failed } from '../states.tsx'

const words = wordsOf(surveyWords)
type Format = 'markdown' | 'bibtex'
const EXTENSIONS = { markdown: 'md', bibtex: 'bib' } as const

/** @param asked as the server was asked */
export function SurveyTake({ asked, title }: { asked: string; title: string }) {
  const w = words.value
  const [failed, setFailed] = useState<unknown>(null)
  const attempt = (work: () => Promise<void>) => {
    setFailed(null)
    work().catch(setFailed)
  }
  const save = (format: Format) => async () => {
    const text = await askText(asked, format)
    const name = fileName(title, EXTENSIONS[format])
    download(name, text)
    tell(words.peek().ready(name))
  }
  const toClipboard = async () => copy(await askText(asked, 'markdown'), words.peek().copied)
  return (
    <>
      <p class="tools survey-take">
        <button type="button" class="button" onClick={() => attempt(toClipboard)}>
          {w.copyMarkdown}
        </button>
        <button type="button" class="button" onClick={() => attempt(save('markdown'))}>
          {w.markdown}
        </button>
        <button type="button" class="button" onClick={() => attempt(save('bibtex'))}>
          {w.bibtex}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {w.print}
        </button>
      </p>
      {failed !== null && <Failed error={failed} />}
    </>
  )
}

/** @throws ApiFailure */
async function askText(concept: string, format: Format): Promise<string> {
  const query = new URLSearchParams({ concept, format, lang: language.peek() })
  const response = await fetch(`/api/survey?${query}`, { headers: tokenHeaders() }).catch(() => null)
  if (response?.ok) return response.text()
  const body = (await response?.json().catch(() => null)) as Failure | null | undefined
  throw new ApiFailure(body?.error?.code ?? 'unreachable', body?.error?.message ?? '')
}
