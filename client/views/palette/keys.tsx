/** The keys of a command, as they stand on the keyboard. */
import { toKeyNames } from '../../key-names.ts'
import { words } from '../../state/language.ts'

export function Keys({ of: keys }: { of: readonly string[] }) {
  return (
    <span class="keys">
      {keys.map((key, at) => (
        <span key={key}>
          {at > 0 && <span class="muted"> {words.value.help.or} </span>}
          {toKeyNames(key).map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
