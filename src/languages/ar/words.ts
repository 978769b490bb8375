/** The words of an Arabic sentence: its tokens that print something, with their readings. */

import type {Span} from '../../model/span.ts'
import type {Sentence, Syntax} from '../../model/syntax.ts'
import type {Word, WordReading} from '../language.ts'
import type {Analysed} from './analyse.ts'

const printsNothing = /^[\p{Cf}\p{Cc}\u0640]+$/u
const none: readonly WordReading[] = []

export function wordReader(analyse: (word: string) => Analysed) {
  const made = new WeakMap<Syntax, Map<number, readonly Word[]>>()
  return (syntax: Syntax, sentence: Sentence): readonly Word[] => {
    let sentences = made.get(syntax)
    if (!sentences) made.set(syntax, (sentences = new Map()))
    let words = sentences.get(sentence.index)
    if (!words) sentences.set(sentence.index, (words = wordsOf(syntax, sentence)))
    return words
  }

  function wordsOf(syntax: Syntax, sentence: Sentence): Word[] {
    const words: Word[] = []
    for (const {index, from, to, text} of syntax.tokensOf(sentence)) {
      if (printsNothing.test(text)) continue
      const {form, readings} = analyse(text)
      words.push({token: index, from, to, form, readings: readings.length ? placed(readings, from) : none})
    }
    return words
  }
}

/** Counted from the beginning of the text. */
function placed(readings: readonly WordReading[], by: number): WordReading[] {
  const moved = <S extends Span>(span: S): S => ({...span, from: span.from + by, to: span.to + by})
  return readings.map(reading => ({
    ...reading,
    proclitics: reading.proclitics.length ? reading.proclitics.map(moved) : reading.proclitics,
    enclitic: reading.enclitic && moved(reading.enclitic),
    stem: moved(reading.stem)
  }))
}
