/** Adam (Kingma & Ba 2015) over the parameters of a network, with their running average (Polyak & Juditsky 1992). */
import type {Node} from './tape.ts'

export interface Parameter extends Node {
  /** Set for tables: rows that the batch has used; others stay as they are. */
  readonly touched: Set<number> | null
}

const decayOfMean = 0.9
const decayOfSquare = 0.98
const epsilon = 1e-8

export class Adam {
  readonly #parameters: readonly Parameter[]
  readonly #means: readonly Float32Array[]
  readonly #squares: readonly Float32Array[]
  readonly #averages: readonly Float32Array[]
  readonly #decayOfAverage: number
  readonly #longestGradient: number
  #steps = 0
  #averaged = 0

  constructor(parameters: readonly Parameter[], {decayOfAverage = 0.999, longestGradient = 2} = {}) {
    this.#parameters = parameters
    const zeros = () => parameters.map(({value}) => new Float32Array(value.data.length))
    this.#means = zeros()
    this.#squares = zeros()
    this.#averages = zeros()
    this.#decayOfAverage = decayOfAverage
    this.#longestGradient = longestGradient
  }

  /** Changes the parameters by their gradients and clears these. */
  step(rate: number): void {
    this.#steps++
    const scale = this.#scale()
    const meanRate = rate / (1 - decayOfMean ** this.#steps)
    const squareScale = 1 / (1 - decayOfSquare ** this.#steps)
    for (const [p, {value, gradient, touched}] of this.#parameters.entries()) {
      const mean = this.#means[p]!
      const square = this.#squares[p]!
      const update = (from: number, to: number) => {
        const values = value.data
        const gradients = gradient.data
        for (let i = from; i < to; i++) {
          const g = gradients[i]! * scale
          const m = decayOfMean * mean[i]! + (1 - decayOfMean) * g
          const s = decayOfSquare * square[i]! + (1 - decayOfSquare) * g * g
          mean[i] = m
          square[i] = s
          values[i]! -= (meanRate * m) / (Math.sqrt(s * squareScale) + epsilon)
          gradients[i] = 0
        }
      }
      if (!touched) update(0, value.data.length)
      else for (const row of touched) update(row * value.columns, (row + 1) * value.columns)
      touched?.clear()
    }
  }

  /** Takes the parameters of now into the average. */
  average(): void {
    this.#averaged++
    const share = 1 - Math.min(this.#decayOfAverage, (1 + this.#averaged) / (10 + this.#averaged))
    for (const [p, {value}] of this.#parameters.entries()) {
      const average = this.#averages[p]!
      const values = value.data
      if (this.#averaged === 1) average.set(values)
      else for (let i = 0; i < average.length; i++) average[i]! += share * (values[i]! - average[i]!)
    }
  }

  /** Puts the averages in the place of the parameters, and these in theirs. */
  swap(): void {
    for (const [p, {value}] of this.#parameters.entries()) {
      const now = value.data.slice()
      value.data.set(this.#averages[p]!)
      this.#averages[p]!.set(now)
    }
  }

  #scale(): number {
    let squares = 0
    for (const {gradient, touched} of this.#parameters)
      if (!touched) for (const g of gradient.data) squares += g * g
    return Math.min(1, this.#longestGradient / Math.sqrt(squares || 1))
  }
}
