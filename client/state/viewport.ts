/** The canvas while there is one, for what acts on the view rather than on the picture: fit, closer, farther. */
import { signal } from '@preact/signals'
import type { Canvas } from '../graph/canvas.ts'

export const viewport = signal<Canvas | null>(null)

/** Counts up with each move of the camera or of a node, for what stands over the canvas and must follow it. */
export const moves = signal(0)

/** The entity under the pointer. */
export const hovered = signal<string | null>(null)

/** The next drag over the picture draws a lasso. */
export const lassoing = signal(false)
