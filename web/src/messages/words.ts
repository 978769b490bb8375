/** The words of the app: in the language chosen, as far as the screens that were opened need them. */
import type {Catalogue, Message} from '../../../src/messages/catalogue.ts'
import {type Locale, locales, type Words as WordsOf, wordsOf} from '../../../src/messages/words.ts'
import type {en} from './en.ts'
import {files, type Part} from './parts.ts'

export {type Locale, locales} from '../../../src/messages/words.ts'
export type Words = WordsOf<typeof en>

/** Filled part by part. Words read them at each message, so that what comes later is said by words that are there. */
const catalogues: Readonly<Record<Locale, Record<string, Message>>> = {en: {}, ar: {}}
const loaded: Readonly<Record<Locale, Map<Part, Promise<void>>>> = {en: new Map(), ar: new Map()}

/** Parts that screens have asked for: whoever changes the language needs them in the other one. */
const wanted = new Set<Part>(['shared'])
/** The words of a language, with all parts that are in use. */
export async function loadWords(locale: Locale): Promise<Words> {
  const parts = [...wanted].map(part => loadPart(locale, part))
  const [say] = await Promise.all([sayerOf(locale), ...parts])
  return wordsOf<typeof en>(locale, catalogues[locale] as Catalogue<typeof en>, say)
}

/** Before a screen is shown. In two languages where the page is being changed, or was changed, from one to the other. */
export async function loadMessages(parts: readonly Part[]): Promise<void> {
  for (const part of parts) wanted.add(part)
  const spoken = locales.filter(locale => loaded[locale].has('shared'))
  await Promise.all(spoken.flatMap(locale => parts.map(part => loadPart(locale, part))))
}

function loadPart(locale: Locale, part: Part): Promise<void> {
  const known = loaded[locale].get(part)
  if (known) return known
  const loading = files[locale][part]().then(
    messages => void Object.assign(catalogues[locale], messages),
    error => {
      // Asked again, it may be there.
      loaded[locale].delete(part)
      throw error
    }
  )
  loaded[locale].set(part, loading)
  return loading
}

/** Of the server's sentences, which are English. */
const sayerOf = async (locale: Locale) =>
  locale === 'ar' ? (await import('./ar/sentences.ts')).say : undefined
