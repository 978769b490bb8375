/** The words of the app in one language. */
import {type Locale, type Words as WordsOf, wordsOf} from '../../../src/messages/words.ts'
import {en} from './en.ts'

export {type Locale, locales} from '../../../src/messages/words.ts'
export type Words = WordsOf<typeof en>

/** Loaded when the language is chosen; English is always there. */
export async function loadWords(locale: Locale): Promise<Words> {
  if (locale === 'en') return wordsOf<typeof en>('en', en)
  const [{ar}, {say}] = await Promise.all([import('./ar.ts'), import('./ar/sentences.ts')])
  return wordsOf<typeof en>('ar', ar, say)
}
