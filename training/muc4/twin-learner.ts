/** Learns from keys which things of a report are one filler in other words. */
import {roles} from '../../src/muc4/model.ts'
import type {Trees} from '../../src/muc4/trees.ts'
import {twinValues} from '../../src/muc4/twin-values.ts'
import {boost} from './boosting.ts'
import {fillersGiven, type Learnt} from './learnt.ts'

/** Things that are less likely to fill a slot are not asked about. */
const leastChance = 0.05

export interface AskedTwins {
  readonly rows: readonly Float32Array[]
  readonly truths: readonly number[]
}

export function askedTwins(report: Learnt): AskedTwins {
  const rows: Float32Array[] = []
  const truths: number[] = []
  for (const role of roles) {
    if (role === 'office') continue
    const given = report.candidates
      .filter(candidate => candidate.chances[role] > leastChance)
      .toSorted((a, b) => b.chances[role] - a.chances[role])
      .map(candidate => ({candidate, fillers: fillersGiven(report, candidate, role)}))
      .filter(({fillers}) => fillers.length)
    for (const [i, other] of given.entries())
      for (const one of given.slice(0, i)) {
        rows.push(twinValues(report, one.candidate, other.candidate, role))
        truths.push(Number(other.fillers.every(filler => one.fillers.includes(filler))))
      }
  }
  return {rows, truths}
}

export function learnTwins(asked: readonly AskedTwins[]): Trees {
  return boost(
    asked.flatMap(({rows}) => rows),
    Float32Array.from(asked.flatMap(({truths}) => truths)),
    {trees: 250, depth: 4, rate: 0.05, rows: 0.7, columns: 0.3}
  )
}
