/** `--lang`: in which language a command prints. Only what is asked for counts, no setting of the machine. */
import {type Locale, locales} from '../messages/words.ts'
import {english, type Wording} from './print/wording.ts'

export const langFlag = {
  kind: 'enum',
  values: locales,
  default: 'en',
  brief: 'Language in which it is printed; --json is the same in all'
} as const

/** What is not asked for is not loaded. */
export async function wordingOf(lang: Locale): Promise<Wording> {
  return lang === 'ar' ? (await import('./print/arabic.ts')).arabic : english
}
