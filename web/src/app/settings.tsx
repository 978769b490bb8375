/** Language and theme: remembered on this machine, and what they mean for the whole page. */
import {createContext, type ReactNode, use, useEffect, useMemo, useRef, useState} from 'react'
import {I18nProvider} from 'react-aria-components'
import {type Locale, loadWords, locales, type Words} from '../messages/words.ts'
import {forgetful} from './remembered.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Settings {
  readonly words: Words
  readonly theme: Theme
  setLocale(locale: Locale): void
  setTheme(theme: Theme): void
}

const SettingsContext = createContext<Settings | null>(null)
const kept = forgetful<{locale?: Locale; theme?: Theme}>('settings', {})

/** The words of the language remembered, else of the first that the browser asks for and we have. */
export function firstWords(): Promise<Words> {
  const asked = navigator.languages.map(tag => tag.split('-')[0])
  const known = [kept.get().locale, ...asked].find(locale => locales.includes(locale as Locale))
  return loadWords((known as Locale | undefined) ?? 'en')
}

export function SettingsProvider({first, children}: {readonly first: Words; readonly children: ReactNode}) {
  const [words, setWords] = useState(first)
  const asked = useRef(first.locale)
  const [theme, setTheme] = useState<Theme>(
    () => themes.find(known => known === kept.get().theme) ?? 'system'
  )
  useEffect(() => {
    const page = document.documentElement
    page.lang = words.locale
    page.dir = words.dir
    if (theme === 'system') delete page.dataset.theme
    else page.dataset.theme = theme
  }, [words, theme])
  const settings = useMemo<Settings>(
    () => ({
      words,
      theme,
      setLocale: locale => {
        kept.set({...kept.get(), locale})
        asked.current = locale
        void loadWords(locale).then(loaded => loaded.locale === asked.current && setWords(loaded))
      },
      setTheme: chosen => {
        kept.set({...kept.get(), theme: chosen})
        setTheme(chosen)
      }
    }),
    [words, theme]
  )
  return (
    <SettingsContext value={settings}>
      <I18nProvider locale={words.locale}>{children}</I18nProvider>
    </SettingsContext>
  )
}

export function useSettings(): Settings {
  const settings = use(SettingsContext)
  if (!settings) throw new Error('useSettings is used outside of SettingsProvider')
  return settings
}

/** The words of the language chosen: `const {t, number} = useWords()`. */
export function useWords(): Words {
  return useSettings().words
}
