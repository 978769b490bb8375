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

/** A word as 32 bits, and how much it counts. */
export type WeightedWord = readonly [hash: number, weight: number]

/**
 * The words of one report, or of a passage of it: bounded, and the same for the same text.
 *
 * Words are kept as hashes alone: names of private persons are compared and never shown.
 */
export interface WordProfile {
  readonly language: string
  /** Whether it was made from a passage, not from a whole report. */
  readonly isPassage: boolean
  /** How many words the text has. */
  readonly length: number
  /** Rarer words of what it tells first or of an incident; 48 at most. */
  readonly told: readonly WeightedWord[]
  /** Its rarest pairs of neighbouring words, rarest first; 64 at most. */
  readonly pairs: readonly number[]
  /** All its rarer words and all its pairs, as a Bloom filter: 4,096 letters at most. */
  readonly holds: string
  /** Words written as names inside sentences, rarest first; 16 at most. */
  readonly names: readonly WeightedWord[]
  /** Numbers with the word behind them; 32 at most. */
  readonly counted: readonly number[]
  /** Years from 1900 on that it names, in order; 8 at most. */
  readonly years: readonly number[]
  /** Days that it names by month and number, as hashes; 8 at most. */
  readonly days: readonly number[]
  /** Smallest hashes of its rows of five words under 32 orders. */
  readonly wording: readonly number[]
  /** How many different rows of words it has. */
  readonly rows: number
}
