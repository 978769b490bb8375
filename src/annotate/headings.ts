/**
 * Finds a heading at the beginning of a sentence, before a colon, and puts the trees of both together.
 *
 *     "Borno: Gunmen killed nine men"     Borno heads what follows, and is no subject of it
 *
 * It is read by itself, for the first words behind it look like the middle of a sentence.
 */
import {startsUpper} from '../algorithms/letters.ts'
import type {Analysis} from './analysis.ts'

const mostWords = 5
const passed = new Set([',', '-', 'of', 'and', 'the', '(', ')'])

/** Position of the colon; 0 for no heading. */
export function headingIn(forms: readonly string[]): number {
  const colon = forms.slice(0, mostWords + 1).indexOf(':')
  const next = forms[colon + 1]
  if (colon < 1 || next === undefined || forms.length < colon + 4 || !startsUpper(next)) return 0
  return forms.slice(0, colon).every(form => startsUpper(form) || passed.has(form)) ? colon : 0
}

/** The reading of the whole: the heading and the colon hang on the root of what they head. */
export function headed(heading: Analysis, main: Analysis): Analysis {
  const colon = heading.tags.length
  const root = Array.from(main.heads).indexOf(0) + colon + 2
  return {
    tags: [...heading.tags, ':|PUNCT', ...main.tags],
    heads: [
      ...Array.from(heading.heads, head => (head === 0 ? root : head)),
      root,
      ...Array.from(main.heads, head => (head === 0 ? 0 : head + colon + 1))
    ],
    relations: [
      ...heading.relations.map((relation, i) => (heading.heads[i] === 0 ? 'parataxis' : relation)),
      'punct',
      ...main.relations
    ],
    labels: Object.fromEntries(
      Object.keys(main.labels).map(style => [style, [...heading.labels[style]!, 'O', ...main.labels[style]!]])
    )
  }
}
