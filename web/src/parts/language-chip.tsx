/** The language of a text, by its code; its name on asking. */
import {useWords} from '../app/settings.tsx'

export function LanguageChip({language}: {readonly language: string}) {
  const {locale} = useWords()
  return (
    <abbr
      title={nameOf(language, locale)}
      className="inline-block rounded border border-line-2 px-[3px] text-micro text-ink-2 no-underline"
      lang="en"
      dir="ltr"
    >
      {language}
    </abbr>
  )
}

function nameOf(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, {type: 'language'}).of(language) ?? language
  } catch {
    return language
  }
}
