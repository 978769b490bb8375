/** The words of time that the codebook lists for Arabic, found in a row of words; a letter may be joined to the first. */
import {PhraseTable} from '../../algorithms/phrase-table.ts'
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

const fronts = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول']

export function timeWordsOf(lists: Lists): TimeWords {
  const tables = new Map<string, PhraseTable<string>>()
  for (const {form, class: cls, value} of lists.table('lexicons/ar/time-words.csv', [
    'form',
    'class',
    'value'
  ])) {
    const table = tables.get(cls) ?? new PhraseTable<string>()
    tables.set(cls, table)
    table.add(form.split(' ').map(levelled), value)
  }
  return {
    at(words, i, ...classes) {
      const first = words[i]?.form
      if (first === undefined) return null
      for (const letters of fronts) {
        if (!first.startsWith(letters)) continue
        const wordAt = (n: number) => (n === 0 ? first.slice(letters.length) : words[i + n]?.form)
        for (const cls of classes) {
          const found = tables.get(cls)?.longestAt(wordAt)
          if (found) return {...found, front: letters.length}
        }
      }
      return null
    }
  }
}
