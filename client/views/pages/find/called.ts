/** What ids are called, as far as this page has learned it: the field then says RWKV, not model/rwkv. */
import { signal } from '@preact/signals'
import { graph } from '../../../state/graph.ts'

const learned = signal<ReadonlyMap<string, string>>(new Map())

export function learnName(id: string, name: string): void {
  if (learned.peek().get(id) !== name) learned.value = new Map([...learned.peek(), [id, name]])
}

/** The text itself, where it is no id or none that is known. */
export const called = (text: string): string =>
  learned.value.get(text) ?? graph.value.present.entities.get(text)?.name ?? text
