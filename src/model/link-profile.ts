/** What is kept of a report's words to compare it with others, and one sign that speaks for or against. Plain JSON. */

/** One sign for or against two incidents being one. */
export interface Evidence {
  /** Row of codebook/link-weights.csv. */
  readonly id: string
  /** How strongly it shows, 0 to 1. */
  readonly value: number
  /** In one sentence. */
  readonly because: string
}

/** A word as 32 bits, and its share in the report: weights of one list have length 1. */
export type WeightedWord = readonly [hash: number, weight: number]

/**
 * The words of one report, or of what it says of one incident: bounded, and the same for the same text.
 *
 * Words are kept as hashes alone: names of private persons are compared and never shown.
 *
 * @public
 */
export interface WordProfile {
  /** Rare words of the text, heaviest first; 96 at most. */
  readonly words: readonly WeightedWord[]
  /** Rare words of its title and first sentences, heaviest first; 24 at most. */
  readonly lead: readonly WeightedWord[]
  /** Words written as names inside sentences, rarest first; 48 at most. */
  readonly names: readonly WeightedWord[]
  /** Numbers, each with the word it counts; 24 at most. */
  readonly numbers: readonly number[]
  /** Smallest hashes of its rows of words under 32 orders (Broder 1997). */
  readonly wording: readonly number[]
  /** How many different rows of words it has. */
  readonly rows: number
}
