/**
 * What the network knows a word by: its form, ends and beginnings, shape, and the words that keep the same company.
 *
 * Each is a hashed key with a row of numbers of its own in the network's table;
 * a word never seen is the sum of the rows of its parts. In a sentence of
 * capitals the keys of case say no more than that.
 */
import {mix1, mix2} from '../algorithms/hash.ts'
import type {WordFeatures} from './word-forms.ts'

/** Key of the place before the first word, the head of the root. */
export const rootKey = mix1(90, 0)
/** Stands for the form of a word that has no row. */
export const unknownKey = mix1(90, 1)

const upperShape = 3
const capitalFlags = 3

/** The first key is the word itself. */
export function wordKeys(word: WordFeatures, upper: boolean): number[] {
  const shape = upper ? upperShape : word.shape
  const keys = [
    mix1(1, word.lower),
    mix1(2, shape),
    mix1(3, word.cluster),
    mix1(4, word.family),
    mix2(5, word.usualCase, upper ? upperShape : word.flags & capitalFlags)
  ]
  for (const [n, suffix] of word.suffixes.entries()) keys.push(mix2(6, n, suffix))
  for (const [n, prefix] of word.prefixes.entries()) keys.push(mix2(7, n, prefix))
  if (!upper && word.flags & 1) keys.push(mix1(8, word.form))
  return keys
}
