/**
 * Learns which words keys give for a thing: a linear choice among all cuts of its mentions.
 *
 * What counts is how much a choice would be worth: the very words of the key all, others as the scorers compare them. A choice
 * is as likely as the exponent of its sum; what is made least is how little is expected of it.
 */
import {formsOf} from '../../src/muc4/form-features.ts'
import type {LinearWeights} from '../../src/muc4/linear-model.ts'
import {roles} from '../../src/muc4/model.ts'
import {plainWords} from '../../src/muc4/phrase-cuts.ts'
import {seeded, shuffle} from '../random.ts'
import {compareStrings} from './compare.ts'
import {fillersGiven, type Learnt} from './learnt.ts'

interface Asked {
  readonly rows: readonly Int32Array[]
  readonly worth: readonly number[]
}

export function askedForms(report: Learnt): Asked[] {
  return report.candidates.flatMap(candidate =>
    roles.flatMap(role => {
      const fillers = fillersGiven(report, candidate, role)
      if (!fillers.length) return []
      const words = fillers.flatMap(filler => filler.words)
      const plain = new Set(words.map(plainWords))
      const forms = formsOf(report, candidate, role)
      const worth = forms.map(form =>
        plain.has(form.plain) ? 1 : 0.25 * Math.max(...words.map(other => compareStrings(form.text, other)))
      )
      const best = Math.max(...worth)
      if (best < 0.5) return []
      return [{rows: forms.map(({features}) => features), worth}]
    })
  )
}

const rounds = 6
const rate = 0.05
const penalty = 2e-3
const fewest = 3

export function learnForms(asked: readonly Asked[]): LinearWeights {
  const counts = new Map<number, number>()
  for (const {rows} of asked)
    for (const feature of new Set(rows.flatMap(row => [...row])))
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const keys = Int32Array.from([...counts].filter(([, count]) => count >= fewest).map(([key]) => key)).sort()
  const numbers = new Map([...keys].map((key, number) => [key, number]))
  const indexed = asked.map(({rows}) =>
    rows.map(row =>
      Int32Array.from(
        row.filter(feature => numbers.has(feature)),
        feature => numbers.get(feature)!
      )
    )
  )
  const weights = new Float32Array(keys.length)
  const means = new Float64Array(keys.length)
  const squares = new Float32Array(keys.length).fill(1e-2)
  const pulls = new Map<number, number>()
  for (let round = 0; round < rounds; round++) {
    for (const i of shuffle([...asked.keys()], seeded(round + 1))) {
      const rows = indexed[i]!
      const {worth} = asked[i]!
      const sums = rows.map(row => row.reduce((sum, feature) => sum + weights[feature]!, 0))
      const highest = Math.max(...sums)
      const exponents = sums.map(sum => Math.exp(sum - highest))
      const total = exponents.reduce((sum, value) => sum + value, 0)
      const chances = exponents.map(value => value / total)
      const expected = chances.reduce((sum, chance, n) => sum + chance * worth[n]!, 1e-9)
      pulls.clear()
      for (const [n, row] of rows.entries()) {
        const pull = chances[n]! * (1 - worth[n]! / expected)
        if (Math.abs(pull) < 1e-4) continue
        for (const feature of row) pulls.set(feature, (pulls.get(feature) ?? 0) + pull)
      }
      for (const [feature, pull] of pulls) {
        const all = pull + penalty * weights[feature]!
        squares[feature]! += all * all
        weights[feature]! -= (rate * all) / Math.sqrt(squares[feature]!)
      }
    }
    if (round >= rounds / 2) for (const [n, weight] of weights.entries()) means[n]! += weight
  }
  const kept = [...keys.keys()].filter(n => Math.abs(means[n]!) > 1e-3)
  return {
    keys: Int32Array.from(kept, n => keys[n]!),
    weights: Float32Array.from(kept, n => means[n]! / Math.floor(rounds / 2))
  }
}
