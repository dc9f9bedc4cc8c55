/** The words of the answer, in the language of the screen. */
import { answerWords } from '../../../../messages/answer-words.ts'
import { wordsOf } from '../../../../state/language.ts'

export const said = wordsOf(answerWords)
