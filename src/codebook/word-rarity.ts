/** How rare words are in the news: codebook/lexicons/en/word-rarity.csv. */
import type {Codebook} from './codebook.ts'

/** From a stem to the logarithm of how many reports there are for each that has it; 0 for a word of every report. */
export type Rarity = (stem: string) => number

/** Of the words in the list. */
export const rarityLanguage = 'en'
export const rarityPath = 'lexicons/en/word-rarity.csv'
/** The list counts in so many reports. */
export const reportsCounted = 10_000

/** A stem that the list has not is rarer than all that it has: as if one of three times fewer reports had it. */
export function rarityOf(codebook: Codebook): Rarity {
  const rows = codebook.table(rarityPath, ['stem', 'reports'])
  const known = new Map(rows.map(({stem, reports}) => [stem, Math.log(reportsCounted / Number(reports))]))
  const unknown = Math.max(...known.values()) + Math.log(3)
  return stem => known.get(stem) ?? unknown
}
