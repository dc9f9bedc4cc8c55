/** Whether the pointer is a finger, which needs rows of 44 pixels. */
import { signal } from '@preact/signals'

const coarse = matchMedia('(pointer: coarse)')
export const isTouch = signal(coarse.matches)
coarse.addEventListener('change', () => {
  isTouch.value = coarse.matches
})
