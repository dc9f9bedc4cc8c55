/** The ways a picture can be laid out: by pull and push, along time, and around one in the middle. */
export const LAYOUTS = ['force', 'layers', 'rings'] as const
export type LayoutName = (typeof LAYOUTS)[number]
