/** What the codebook says about counting people in Arabic, ready for look-up. */
import {remembering} from '../../algorithms/remembering.ts'
import {arabicNumbers, type WrittenNumber} from '../arabic-script-numbers.ts'
import type {Lists, Word} from '../language.ts'
import {levelled} from './spelling.ts'

/** As many sentences as a batch of reports has. */
const mostKept = 1000

export interface Bound {
  readonly how: string
  readonly words: readonly string[]
}

export interface Counts {
  numbersIn(text: string): readonly WrittenNumber[]
  readonly before: readonly Bound[]
  readonly behind: readonly Bound[]
  /** Whether the word may be one of those that the list has for a use. */
  is(word: Word | undefined, use: string): boolean
}

/** Letters that news joins to a number. */
const fronts = ['ب', 'ل', 'ك', 'ف', 'ال', 'وال', 'بال', 'لل', 'فال', 'كال', 'وب', 'ول', 'وك', 'وبال', 'ولل']

const made = new WeakMap<Lists, Counts>()

/** Made once; times and quantities ask for the numbers of the same sentences. */
export function countsOf(lists: Lists): Counts {
  let counts = made.get(lists)
  if (!counts) made.set(lists, (counts = makeCounts(lists)))
  return counts
}

function makeCounts(lists: Lists): Counts {
  const rows = lists.table('lexicons/ar/numbers.csv', ['form', 'min', 'max', 'kind'])
  const numbersIn = arabicNumbers(
    // A noun that says two is seen by its form.
    rows.flatMap(({form, min, max, kind}) =>
      kind === 'dual' ? [] : [{form, min: Number(min), max: max === '' ? null : Number(max), kind}]
    ),
    fronts
  )
  const bounds = lists
    .table('lexicons/ar/count-bounds.csv', ['form', 'how', 'place'])
    .map(({form, how, place}) => ({how, place, words: form.split(' ').map(levelled)}))
    .sort((a, b) => b.words.length - a.words.length)
  const uses = new Map<string, Set<string>>()
  for (const {form, use} of lists.table('lexicons/ar/count-words.csv', ['form', 'use'])) {
    const forms = uses.get(use) ?? new Set()
    uses.set(use, forms.add(levelled(form)))
  }
  return {
    numbersIn: remembering(mostKept, numbersIn),
    before: bounds.filter(({place}) => place === 'before'),
    behind: bounds.filter(({place}) => place === 'behind'),
    is: (word, use) => {
      const forms = uses.get(use)
      if (!word || !forms) return false
      if (forms.has(word.form)) return true
      return word.readings.some(({lemma, verb}) => forms.has(lemma) || (verb !== null && forms.has(verb)))
    }
  }
}
