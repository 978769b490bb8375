/**
 * Finds nouns for what is hit or used: buildings, vehicles, weapons, by the lists of the codebook.
 *
 *     "A bomb went off in a mosque"     bomb, mosque
 *     "Rockets hit two markets"         rocket, market
 */
import type {Codebook} from '../codebook/codebook.ts'

const lists = ['facilities', 'vehicles', 'weapons']

/** In the singular, in the order of the text. */
export function thingFinder(codebook: Codebook): (text: string) => string[] {
  const nouns = new Set(lists.flatMap(list => codebook.column(`lexicons/en/${list}.csv`, 'form')))
  return text =>
    (text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []).flatMap(
      word => [word, word.replace(/s$/, ''), word.replace(/es$/, '')].find(form => nouns.has(form)) ?? []
    )
}
