/** The parts wired together: what is kept, the address bar, the first picture, and the page that draws them. */
import { render } from 'preact'
import { bindKeys } from './keys.ts'
import { boot, showAsAsked } from './state/boot.ts'
import { bindLanguage } from './state/language.ts'
import { bindLocation } from './state/location.ts'
import { bindPanes } from './state/panes.ts'
import { bindPlaces } from './state/places.ts'
import { bindFocus } from './state/select.ts'
import { bindTheme } from './state/theme.ts'
import { bindViews } from './state/views.ts'
import { takeToken } from './token.ts'
import { App } from './views/app.tsx'

takeToken()
bindTheme()
bindLanguage()
bindLocation(showAsAsked)
bindPanes()
bindPlaces()
bindFocus()
bindViews()
bindKeys()
void boot()

const root = document.getElementById('app')
if (root) render(<App />, root)
