/** Finds the thresholds that give the best score on reports as their parts read them: one after the other, until none helps. */
import type {Muc4Codebook} from '../../src/muc4/codebook.ts'
import type {FillModel} from '../../src/muc4/described.ts'
import {templatesOf} from '../../src/muc4/fill.ts'
import type {Thresholds} from '../../src/muc4/model.ts'
import type {Candidate, Reading} from '../../src/muc4/reading.ts'
import {foldOf} from './crossed.ts'
import type {Learnt} from './learnt.ts'
import {figures, slotScore} from './slot-score.ts'
import {slotsOf} from './slots.ts'

export const firstThresholds: Thresholds = {
  report: 0.4,
  doubt: 0.5,
  together: 0.65,
  template: 0.25,
  doer: 0.7,
  detail: 0.25,
  name: 0.2,
  description: 0.25,
  target: 0.3,
  instrument: 0.4,
  individual: 0.3,
  organisation: 0.3,
  office: 0.25
}

const steps: Readonly<Partial<Record<keyof Thresholds, readonly number[]>>> = {
  doubt: [-0.5, -0.25, 0.25, 0.5],
  detail: [-0.1, -0.05, 0.05, 0.1]
}
const usualSteps = [-0.1, -0.05, 0.05, 0.1]

export function tune(
  reports: readonly Learnt[],
  parts: readonly FillModel[],
  codebook: Muc4Codebook,
  log: (line: string) => void
): Thresholds {
  const models = parts.map(remembering)
  const score = (thresholds: Thresholds) =>
    figures(
      slotScore(
        reports.map((report, i) => ({
          ours: templatesOf(report, models[foldOf(i)]!, codebook, thresholds).map(slotsOf),
          key: report.templates
        })),
        codebook.broader
      ).all
    ).f
  log(`one template a report: F ${score({...firstThresholds, together: 0}).toFixed(2)}`)
  let thresholds = firstThresholds
  let best = score(thresholds)
  log(`grouped: F ${best.toFixed(2)}`)
  for (let round = 0; round < 2; round++) {
    const before = best
    for (const name of Object.keys(thresholds) as (keyof Thresholds)[]) {
      for (const step of steps[name] ?? usualSteps) {
        const next = {...thresholds, [name]: Math.round((thresholds[name] + step) * 1000) / 1000}
        const f = next[name] >= 0 ? score(next) : 0
        if (f > best + 0.02) {
          best = f
          thresholds = next
        }
      }
    }
    log(`thresholds, round ${round + 1}: F ${best.toFixed(2)}`)
    if (best === before) break
  }
  return thresholds
}

/** The same model; what it said of two candidates is kept. */
function remembering(model: FillModel): FillModel {
  const kept = (pairing: FillModel['together']) => {
    const known = new WeakMap<Candidate, WeakMap<Candidate, number>>()
    return (reading: Reading, one: Candidate, other: Candidate) => {
      const row = known.get(one) ?? new WeakMap<Candidate, number>()
      known.set(one, row)
      const value = row.get(other) ?? pairing(reading, one, other)
      row.set(other, value)
      return value
    }
  }
  return {...model, together: kept(model.together), doer: kept(model.doer)}
}
