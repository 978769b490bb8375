/** Counts spans that share a character with one of the other side: of those found, and of the gold ones. */
import {overlaps, type Span} from '../src/model/span.ts'
import {type Score, score} from './measures.ts'

export class Overlap {
  #found = 0
  #foundMet = 0
  #gold = 0
  #goldMet = 0

  add(found: readonly Span[], gold: readonly Span[]): void {
    this.#found += found.length
    this.#gold += gold.length
    this.#foundMet += found.filter(span => gold.some(other => overlaps(span, other))).length
    this.#goldMet += gold.filter(span => found.some(other => overlaps(span, other))).length
  }

  get figure(): Score & {readonly gold: number} {
    return {...score(this.#foundMet, this.#found, this.#gold, this.#goldMet), gold: this.#gold}
  }
}
