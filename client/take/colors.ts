/** The colours of a picture that is taken away: those of the light page (styles/tokens.css), for paper and slides. */
import type { Kind } from '../types.ts'

export interface Colors {
  ground: string
  ink: string
  muted: string
  kinds: Readonly<Record<Kind, string>>
}

export const LIGHT: Colors = {
  ground: '#fbfaf8',
  ink: '#1d2026',
  muted: '#5b6270',
  kinds: {
    Model: '#3546c1',
    Method: '#a0462b',
    Paper: '#a57904',
    Hardware: '#651d02',
    Dataset: '#239b75',
    Tool: '#067a92',
    Organization: '#996dde',
    Person: '#841279',
    Concept: '#313845',
  },
}
