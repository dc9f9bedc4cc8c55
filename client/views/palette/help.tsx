/** All keys and gestures, in tables, in a dialog that `?` opens. */
import type { ComponentChildren } from 'preact'
import { HELP_GROUPS, keysIn, PICTURE_KEYS } from '../../help.ts'
import { words } from '../../state/language.ts'
import { pageKeys } from '../../state/page-keys.ts'
import { Dialog } from '../dialog.tsx'
import { Keys } from './keys.tsx'

export function Help() {
  const { help: w, commands } = words.value
  const here = pageKeys.value
  const own = Object.entries(PICTURE_KEYS) as [keyof typeof PICTURE_KEYS, readonly string[]][]
  return (
    <Dialog title={w.title}>
      <p class="muted">{w.note}</p>
      <div class="help">
        {here && (
          <KeyTable caption={here.title}>
            {here.rows.map(({ does, keys }) => (
              <KeyRow key={does} does={does} keys={<Keys of={keys} />} />
            ))}
          </KeyTable>
        )}
        {HELP_GROUPS.map((group) => (
          <KeyTable key={group} caption={w.groups[group]}>
            {keysIn(group).map(({ id, keys }) => (
              <KeyRow key={id} does={commands[id]} keys={<Keys of={keys} />} />
            ))}
          </KeyTable>
        ))}
        <KeyTable caption={w.groups.picture}>
          {own.map(([name, keys]) => (
            <KeyRow key={name} does={w.picture[name]} keys={<Keys of={keys} />} />
          ))}
        </KeyTable>
        <KeyTable caption={w.groups.touch}>
          {w.gestures.map(([gesture, does]) => (
            <KeyRow key={gesture} does={does} keys={gesture} />
          ))}
        </KeyTable>
      </div>
    </Dialog>
  )
}

function KeyTable({ caption, children }: { caption: string; children: ComponentChildren }) {
  const { help: w } = words.value
  return (
    <table>
      <caption>{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{w.key}</th>
          <th scope="col">{w.does}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function KeyRow({ keys, does }: { keys: ComponentChildren; does: string }) {
  return (
    <tr>
      <td>{keys}</td>
      <td>{does}</td>
    </tr>
  )
}
