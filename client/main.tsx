/** The parts wired together: what is kept, the address bar, the first picture, and the page that draws them. */
import { render } from 'preact'
import { bindKeys } from './keys.ts'
import { bindFocus, boot } from './state/actions.ts'
import { bindLanguage } from './state/language.ts'
import { bindLocation } from './state/location.ts'
import { bindPanes } from './state/panes.ts'
import { bindTheme } from './state/theme.ts'
import { takeToken } from './token.ts'
import { App } from './views/app.tsx'

takeToken()
bindTheme()
bindLanguage()
bindLocation()
bindPanes()
bindFocus()
bindKeys()
void boot()

const root = document.getElementById('app')
if (root) render(<App />, root)
