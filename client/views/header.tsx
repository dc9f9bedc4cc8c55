/** The strip at the top: the name, the search, the things people do, and how the page looks and speaks. */
import { language, otherLanguage, words } from '../state/language.ts'
import { hashOf } from '../state/location.ts'
import { type Page, page } from '../state/route.ts'
import { nextTheme, theme } from '../state/theme.ts'
import { Icon } from './icon.tsx'
import { SearchField } from './search.tsx'

const PAGES: readonly Page[] = [{ view: 'look' }, { view: 'ask' }, { view: 'find', concept: '' }]

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
          const here = to.view === now.view || (to.view === 'look' && now.view === 'document')
          return (
            <a key={to.view} href={hashOf(to)} aria-current={here ? 'page' : undefined}>
              {views[to.view]}
            </a>
          )
        })}
      </nav>
      <div class="switches">
        <ThemeSwitch />
        <button
          type="button"
          class="quiet"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          title={other.title}
          onClick={() => language.set(otherLanguage())}
        >
          {other.label}
        </button>
      </div>
    </header>
  )
}

function ThemeSwitch() {
  const label = words.value.theme[theme.value]
  return (
    <button type="button" class="quiet" title={label} aria-label={label} onClick={() => theme.set(nextTheme())}>
      <Icon name={theme.value} />
    </button>
  )
}
