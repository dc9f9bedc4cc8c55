/** The strip at the top: the name, the search, the things people do, and how the page looks and speaks. */
import { isOffline } from '../offline/data.ts'
import { openDialog } from '../state/dialog.ts'
import { language, otherLanguage, words } from '../state/language.ts'
import { hashOf } from '../state/location.ts'
import { menu, openMenu } from '../state/menu.ts'
import { type Page, page } from '../state/route.ts'
import { nextTheme, theme } from '../state/theme.ts'
import { Icon } from './icon.tsx'
import { SearchField } from './palette/search.tsx'

/** A one-file page has nobody to ask. */
const PAGES: readonly Page[] = isOffline
  ? [{ view: 'look' }]
  : [{ view: 'look' }, { view: 'ask' }, { view: 'find', concept: '' }, { view: 'news' }]

/** Pages that have no place of their own in the strip, and where they belong. */
const WITHIN: Partial<Record<Page['view'], Page['view']>> = { document: 'look', survey: 'find', gaps: 'find' }

export function Header() {
  const { main, views, otherLanguage: other, tagline } = words.value
  const now = page.value
  return (
    <header class="header">
      <h1 title={tagline}>
        <a href={hashOf({ view: 'look' })}>Kith</a>
      </h1>
      <SearchField />
      <nav aria-label={main}>
        {PAGES.map((to) => {
          const here = to.view === now.view || WITHIN[now.view] === to.view
          return (
            <a key={to.view} href={hashOf(to)} aria-current={here ? 'page' : undefined}>
              {views[to.view]}
            </a>
          )
        })}
      </nav>
      <div class="switches">
        {now.view === 'look' && <MenuButton type="take" />}
        <a
          class="quiet wide-only"
          href={hashOf({ view: 'about' })}
          title={views.about}
          aria-label={views.about}
          aria-current={now.view === 'about' ? 'page' : undefined}
        >
          <Icon name="info" />
        </a>
        <HelpButton />
        <ThemeSwitch />
        <button
          type="button"
          class="quiet wide-only"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          title={other.title}
          onClick={() => language.set(otherLanguage())}
        >
          {other.label}
        </button>
        <MenuButton type="more" />
      </div>
    </header>
  )
}

/** Take away; and on small screens, all that has no room beside it. */
function MenuButton({ type }: { type: 'take' | 'more' }) {
  const { menu: w } = words.value
  const now = menu.value
  return (
    <button
      type="button"
      class={type === 'take' ? 'quiet wide-only' : 'quiet narrow-only'}
      title={w[type]}
      aria-label={w[type]}
      aria-haspopup="menu"
      aria-expanded={now?.for.type === type}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect()
        openMenu({ x: left, y: bottom + 4, for: { type } })
      }}
    >
      <Icon name={type} />
    </button>
  )
}

function HelpButton() {
  const { help } = words.value
  return (
    <button
      type="button"
      class="quiet wide-only"
      title={help.title}
      aria-label={help.title}
      aria-haspopup="dialog"
      onClick={() => openDialog({ type: 'help' })}
    >
      <Icon name="help" />
    </button>
  )
}

function ThemeSwitch() {
  const label = words.value.theme[theme.value]
  return (
    <button
      type="button"
      class="quiet wide-only"
      title={label}
      aria-label={label}
      onClick={() => theme.set(nextTheme())}
    >
      <Icon name={theme.value} />
    </button>
  )
}
