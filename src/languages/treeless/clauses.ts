/**
 * Which words of a sentence tell one thing, without a tree: a clause runs between marks, joining words before a verb, and
 * words that begin or open one ("بينما", "que"). Lists: lexicons/ID/clause-words.csv.
 */
import type {Span} from '../../model/span.ts'
import {type Field, type Stretch, spanOfWords} from './field.ts'
import {isMark, isVerbWord} from './sequence-matcher.ts'
import type {Tongue} from './tongue.ts'

const within = /^["'“”«»‹›()[\]%-]+$/

export function clauseFinder({wordLists}: Tongue): (field: Field, over: Stretch) => Span {
  const part = (name: string) => wordLists[`clause-words.${name}`] ?? new Map()
  const [and, begins, that, opens] = [part('and'), part('begins'), part('that'), part('opens')]

  /** Whether a clause ends behind word `i - 1`. */
  const isEdge = ({words}: Field, i: number): boolean => {
    const [word, before] = [words[i]!, words[i - 1]!]
    if (isMark(before) && !within.test(before.form)) return true
    if (isMark(word) && !within.test(word.form)) return true
    if (begins.has(before.form) || that.has(before.form)) return true
    if (opens.has(word.form)) return true
    const joins = word.readings[0]?.proclitics.some(({form}) => and.has(form)) || and.has(before.form)
    return joins === true && isVerbWord(word)
  }
  return (field, {first, end}) => {
    let from = first
    while (from > 0 && !isEdge(field, from)) from--
    let to = end
    while (to < field.words.length && !isEdge(field, to)) to++
    return spanOfWords(field, {first: from, end: to})
  }
}
