/**
 * Figures that add up several happenings: "In all, 12 people died on that day" behind nine in one town, two and one in others.
 *
 * Such a figure is of none of them. The words that open it are in codebook/lexicons/en/incident-words.csv (part sum).
 */
import type {Claim} from '../model/contract.ts'
import type {Happening} from './happenings.ts'

/** Whether a figure of one happening is what it and the others come to. `words`: the sentence of the claim. */
export function isSumOfSeveral(
  claim: Claim,
  words: string,
  found: readonly Happening[],
  openings: readonly string[]
): boolean {
  const {outcome, count} = claim.casualties ?? {}
  if (!count) return false
  const told = ` ${plain(words)} `
  if (!openings.some(form => told.includes(` ${form} `))) return false
  const isOwn = ({id, hedges, casualties}: Claim) =>
    id !== claim.id && casualties?.outcome === outcome && !hedges.includes('cumulative')
  const tolls = found.map(({claims}) =>
    Math.max(0, ...claims.filter(isOwn).map(({casualties}) => casualties?.count?.min ?? 0))
  )
  const several = tolls.filter(toll => toll > 0)
  return several.length > 1 && several.reduce((a, b) => a + b, 0) === count.min
}

const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
