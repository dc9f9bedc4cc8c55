/** The tools under the picture: take back, lay out, select, come closer. Each is a command, and says its key. */
import { COMMANDS, type CommandId } from '../../commands.ts'
import { LAYOUTS, type LayoutName } from '../../graph/layouts/names.ts'
import { arrangeAnew } from '../../state/explore.ts'
import { graph } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { lassoing } from '../../state/viewport.ts'
import { Icon } from '../icon.tsx'
import { PaneButton } from '../pane.tsx'

export function GraphTools() {
  const { graph: w, picture } = words.value
  const { past, future } = graph.value
  return (
    <div class="graph-tools" role="toolbar" aria-label={w.tools}>
      <PaneButton side="list" />
      <span class="gap" />
      <Tool icon="undo" command="undo" label={w.undo} disabled={!past.length} />
      <Tool icon="redo" command="redo" label={w.redo} disabled={!future.length} />
      <Layouts />
      <Tool icon="arrange" command={graph.value.present.layout} label={w.arrange} class="spare" />
      <Tool icon="lasso" command="lasso" label={picture.lasso} pressed={lassoing.value} />
      <Tool icon="fit" command="fit" label={w.fit} />
      <Tool icon="farther" command="farther" label={w.farther} class="spare" />
      <Tool icon="closer" command="closer" label={w.closer} class="spare" />
      <span class="gap" />
      <PaneButton side="evidence" />
    </div>
  )
}

/** One of them is on: a group of radio buttons, and where there is no room for three, a list. */
function Layouts() {
  const { picture, layouts } = words.value
  const { layout } = graph.value.present
  return (
    <>
      <fieldset class="layouts">
        <legend class="visually-hidden">{picture.arrange}</legend>
        {LAYOUTS.map((name) => (
          <label key={name} class="layout" title={layouts[name]}>
            <input
              type="radio"
              name="layout"
              aria-label={layouts[name]}
              checked={name === layout}
              onChange={() => void arrangeAnew(name)}
            />
            <Icon name={name} />
            <span>{layouts[name]}</span>
          </label>
        ))}
      </fieldset>
      <select
        class="layout-list"
        aria-label={picture.arrange}
        value={layout}
        onChange={(event) => void arrangeAnew(event.currentTarget.value as LayoutName)}
      >
        {LAYOUTS.map((name) => (
          <option key={name} value={name}>
            {layouts[name]}
          </option>
        ))}
      </select>
    </>
  )
}

interface ToolProps {
  icon: Parameters<typeof Icon>[0]['name']
  command: CommandId
  label: string
  disabled?: boolean
  pressed?: boolean
  class?: string
}

function Tool({ icon, command, label, disabled = false, pressed, class: more = '' }: ToolProps) {
  const { keys = [], run } = COMMANDS.find(({ id }) => id === command) ?? {}
  const [key] = keys
  return (
    <button
      type="button"
      class={`tool ${more}`}
      title={key ? `${label} (${key.replace('Mod', 'Ctrl')})` : label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={() => run?.()}
    >
      <Icon name={icon} />
    </button>
  )
}
