/** Learns what things fill, and what sort of thing each one is. */
import {leastTold} from '../../src/muc4/chances.ts'
import type {Question} from '../../src/muc4/codebook.ts'
import {entityValues} from '../../src/muc4/entity-values.ts'
import type {LinearWeights} from '../../src/muc4/linear-model.ts'
import {type Role, roles} from '../../src/muc4/model.ts'
import {oddsOf} from '../../src/muc4/reading.ts'
import {isSort, thingFeatures} from '../../src/muc4/thing-features.ts'
import type {Trees} from '../../src/muc4/trees.ts'
import {boost} from './boosting.ts'
import {learnAll} from './follow-leader.ts'
import {fillersGiven, type Learnt} from './learnt.ts'
import {answers} from './questions.ts'

export function fitEntities(learners: readonly Learnt[]): Record<Role, Trees> {
  const rows = new Map(learners.map(report => [report, entityValues(report)]))
  return Object.fromEntries(
    roles.map((role, q) => {
      const asked = learners.flatMap(report =>
        report.candidates.flatMap((candidate, i) => {
          const isOne = fillersGiven(report, candidate, role).length > 0
          const most = Math.max(...candidate.told[q]!)
          return most > leastTold ? [{row: rows.get(report)![i]!, isOne, begun: oddsOf(most)}] : []
        })
      )
      return [
        role,
        boost(
          asked.map(({row}) => row),
          Float32Array.from(asked, ({isOne}) => Number(isOne)),
          {trees: 60, depth: 3, rate: 0.05, leaf: 80, penalty: 10, rows: 0.7, columns: 0.3, bags: 2},
          Float64Array.from(asked, ({begun}) => begun)
        )
      ]
    })
  ) as Record<Role, Trees>
}

export function fitKind(
  learners: readonly Learnt[],
  question: Question,
  values: readonly string[]
): LinearWeights[] {
  const asked = learners.flatMap(report =>
    report.candidates.flatMap(candidate => {
      const allowed = answers(report, candidate, question)
      return allowed ? [{features: thingFeatures(report, candidate, question), allowed}] : []
    })
  )
  return learnAll(
    asked.map(({features}) => features),
    values.map(value => Float32Array.from(asked, ({allowed}) => (allowed.has(value) ? 1 : 0))),
    isSort(question)
      ? {rounds: 12, rate: 0.2, least: 0.01, penalty: 0.5, rows: 2}
      : {rounds: 8, rate: 0.05, least: 0.1, penalty: 3}
  )
}
