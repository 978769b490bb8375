/** The words of time that the codebook lists for Arabic, found in a row of words; a letter may be joined to the first. */
import {PhraseTable} from '../../algorithms/phrase-table.ts'
import {remembering} from '../../algorithms/remembering.ts'
import type {Lists, Word} from '../language.ts'
import {levelled} from './spelling.ts'

export interface TimeWord {
  readonly value: string
  /** How many words it takes. */
  readonly length: number
  /** Letters joined before it. */
  readonly front: number
}

export interface TimeWords {
  at(words: readonly Word[], i: number, ...classes: readonly string[]): TimeWord | null
}

/** Forms of words that are kept with what may begin in them. */
const mostForms = 5000
const fronts = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول']

export function timeWordsOf(lists: Lists): TimeWords {
  const tables = new Map<string, PhraseTable<string>>()
  const firsts = new Set<string>()
  for (const {form, class: cls, value} of lists.table('lexicons/ar/time-words.csv', [
    'form',
    'class',
    'value'
  ])) {
    const table = tables.get(cls) ?? new PhraseTable<string>()
    tables.set(cls, table)
    const words = form.split(' ').map(levelled)
    firsts.add(words[0]!)
    table.add(words, value)
  }
  const startsIn = remembering(mostForms, form =>
    fronts.flatMap(letters => {
      const rest = form.slice(letters.length)
      return form.startsWith(letters) && firsts.has(rest) ? [{rest, front: letters.length}] : []
    })
  )
  return {
    at(words, i, ...classes) {
      const first = words[i]?.form
      if (first === undefined) return null
      for (const {rest, front} of startsIn(first)) {
        const wordAt = (n: number) => (n === 0 ? rest : words[i + n]?.form)
        for (const cls of classes) {
          const found = tables.get(cls)?.longestAt(wordAt)
          if (found) return {...found, front}
        }
      }
      return null
    }
  }
}
