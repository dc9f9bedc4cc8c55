/** English wordings that compare; relations.ts tells how they are written. */
import type { Kind } from '../types.ts'
import type { RelationWords } from './relations.ts'

const SYSTEMS: readonly Kind[] = ['Model', 'Method', 'Tool']

export const COMPARING_WORDS_EN: readonly RelationWords[] = [
  {
    name: 'outperforms',
    type: 'COMPARED_WITH',
    reason: 'says it',
    example: '⟦Model StarNet⟧ consistently outperforms strong baselines such as ⟦Model MoonNet⟧.',
    says: ['StarNet COMPARED_WITH MoonNet'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'source first',
    between:
      '{head} ?(?:does not |did not |fails to |can |could )?{adverb}(outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|exceed(?:s|ed|ing)?|underperform(?:s|ed)?|lags? behind|falls? behind|outpaces?|rivals?) {others}',
  },
  {
    name: 'on-par-with',
    type: 'COMPARED_WITH',
    reason: 'says it',
    example: '⟦Model StarNet⟧ performs on par with ⟦Model MoonNet⟧.',
    says: ['StarNet COMPARED_WITH MoonNet'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'source first',
    between:
      '{head} ?(?!and\\b){words}((?:compared|comparable|relative|similar|competitive|inferior|superior) (?:to|with)|on par with|comparably to|versus|vs\\.?) {the}{plain}',
  },
  {
    name: 'better-than',
    type: 'COMPARED_WITH',
    reason: 'says it',
    example: '⟦Model StarNet⟧ is three times faster than ⟦Model MoonNet⟧.',
    says: ['StarNet COMPARED_WITH MoonNet'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'source first',
    between:
      '{head} ?(?!and\\b){words}((?:better|worse|faster|slower|higher|lower|larger|smaller|stronger|weaker|more|less|fewer) (?:[\\w-]+ ){0,3}than) {the}{plain}',
  },
  {
    name: 'gain-over',
    type: 'COMPARED_WITH',
    reason: 'a gain over something is measured against it',
    example: '⟦Method StarRank⟧ yields an improvement of 3% over ⟦Method MoonRank⟧.',
    says: ['StarRank COMPARED_WITH MoonRank'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'source first',
    between:
      '{head} ?(?!and\\b){words}((?:improvements?|gains?|speed-?ups?|advantages?|improves|improved) (?:of {words})?over) {the}{plain}',
  },
  {
    name: 'compared-with-it',
    type: 'COMPARED_WITH',
    reason: 'says it',
    example: 'Compared with ⟦Model MoonNet⟧, ⟦Model StarNet⟧ needs half the memory.',
    says: ['StarNet COMPARED_WITH MoonNet'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'target first',
    before: String.raw`\b(compared (?:with|to)|unlike|relative to|in contrast to) {the}{plain}`,
    between: '{head} ?, {the}',
    after: '{head} [a-z]',
  },
  {
    name: 'compare-with',
    type: 'COMPARED_WITH',
    reason: 'says it',
    example: 'We compare ⟦Model StarNet⟧ with ⟦Model MoonNet⟧.',
    says: ['StarNet COMPARED_WITH MoonNet'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'source first',
    before: String.raw`\b(compar(?:e|es|ed|ing)) {the}`,
    between: '{head} ?(?:with|to|against) {the}',
  },
  {
    name: 'comparison-of',
    type: 'COMPARED_WITH',
    reason: 'says it',
    example: 'A comparison between ⟦Model StarNet⟧ and ⟦Model MoonNet⟧ follows.',
    says: ['StarNet COMPARED_WITH MoonNet'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'together',
    before: String.raw`\b(comparisons? (?:between|of)|comparing) {the}`,
  },
  {
    name: 'versus',
    type: 'COMPARED_WITH',
    reason: 'says it',
    example: '⟦Model StarNet⟧ vs. ⟦Model MoonNet⟧: which one is cheaper to serve is measured below.',
    says: ['StarNet COMPARED_WITH MoonNet'],
    source: SYSTEMS,
    target: SYSTEMS,
    order: 'source first',
    between: '{head} ?(vs\\.?|versus) ?',
  },
]
