/** The words of a dossier in one language. */
import {decisions as decisionsInArabic} from '../../messages/ar/decisions.ts'
import {marks as marksInArabic} from '../../messages/ar/marks.ts'
import {say} from '../../messages/ar/sentences.ts'
import {types as typesInArabic} from '../../messages/ar/types.ts'
import {decisions} from '../../messages/en/decisions.ts'
import {marks} from '../../messages/en/marks.ts'
import {types} from '../../messages/en/types.ts'
import {type Locale, type Words, wordsOf} from '../../messages/words.ts'
import {own as ownInArabic} from './messages/ar.ts'
import {own} from './messages/en.ts'

const en = {...marks, ...types, ...decisions, ...own}
const ar = {...marksInArabic, ...typesInArabic, ...decisionsInArabic, ...ownInArabic}

export type DossierWords = Words<typeof en>

export const dossierWords: Readonly<Record<Locale, DossierWords>> = {
  en: wordsOf<typeof en>('en', en),
  ar: wordsOf<typeof en>('ar', ar, say)
}
