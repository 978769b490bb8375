/** Arabic: its words by lists and their inflection, its layers by rules over words. */
import type {Language, Lists} from '../language.ts'
import {treelessReaders} from '../treeless/readers.ts'
import {type Analysed, wordAnalyser} from './analyse.ts'
import {arabicHeader} from './header.ts'
import {arabicLexicon} from './lexicon.ts'
import {arabicPlaceNames} from './place-names.ts'
import {arabicQuantities} from './quantities.ts'
import {levelled} from './spelling.ts'
import {arabicTimes} from './times.ts'
import {wordStarts} from './word-starts.ts'
import {wordReader} from './words.ts'

export function arabic(lists: Lists): Language {
  let analyse: ((word: string) => Analysed) | null = null
  // The forms of all words are made when the first Arabic text comes.
  const words = wordReader(word => (analyse ??= wordAnalyser(arabicLexicon(lists)))(word))
  const {readers, ...others} = treelessReaders({id: 'ar', lists, level: levelled, words})
  let places: ReturnType<typeof arabicPlaceNames> | null = null
  return {
    id: 'ar',
    words,
    ...others,
    header: arabicHeader(lists),
    level: levelled,
    startsOf: wordStarts,
    placesIn: (text, own, known) => (places ??= arabicPlaceNames(lists))(text, own, known),
    readers: {times: arabicTimes(lists, words), quantities: arabicQuantities(lists, words), ...readers}
  }
}
