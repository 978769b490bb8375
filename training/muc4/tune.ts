/** Finds the thresholds that give the best mean of both scores on reports as their parts read them: one after the other, until none helps. */
import type {Muc4Codebook} from '../../src/muc4/codebook.ts'
import type {FillModel} from '../../src/muc4/described.ts'
import {templatesOf} from '../../src/muc4/fill.ts'
import {roles, type Thresholds} from '../../src/muc4/model.ts'
import type {Candidate, Reading} from '../../src/muc4/reading.ts'
import {foldOf} from './crossed.ts'
import {entityF, entityScore} from './entity-score.ts'
import type {Learnt} from './learnt.ts'
import {figures, slotScore} from './slot-score.ts'
import {slotsOf} from './slots.ts'

export const firstThresholds: Thresholds = {
  report: 0.4,
  doubt: 0.5,
  together: 0.65,
  template: 0.25,
  doer: 0.7,
  twin: 0.9,
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
  detail: [-0.1, -0.05, 0.05, 0.1],
  twin: [-0.2, -0.1, 0.1, 0.2]
}
const usualSteps = [-0.1, -0.05, -0.025, 0.025, 0.05, 0.1]
const rounds = 4
/** What a step must gain to be taken. */
const leastGain = 0.01

export function tune(
  reports: readonly Learnt[],
  parts: readonly FillModel[],
  codebook: Muc4Codebook,
  log: (line: string) => void
): Thresholds {
  const models = parts.map(remembering)
  const score = (thresholds: Thresholds) => {
    const read = reports.map((report, i) => ({
      report,
      templates: templatesOf(report, models[foldOf(i)]!, codebook, thresholds)
    }))
    const slots = slotScore(
      read.map(({report, templates}) => ({ours: templates.map(slotsOf), key: report.templates})),
      codebook.broader
    )
    const things = entityScore(read.map(({report, templates}) => ({item: report.item, templates})))
    return {slots: figures(slots.all).f, things: entityF(things.all!)}
  }
  const mean = ({slots, things}: ReturnType<typeof score>) => (slots + things) / 2
  const tell = (step: string, found: ReturnType<typeof score>) =>
    log(`${step}: slot F ${found.slots.toFixed(2)}, CEAF-REE ${found.things.toFixed(2)}`)
  tell('one template a report', score({...firstThresholds, together: 0}))
  let thresholds = firstThresholds
  let best = score(thresholds)
  tell('grouped', best)
  for (let round = 0; round < rounds; round++) {
    const before = best
    for (const name of Object.keys(thresholds) as (keyof Thresholds)[]) {
      for (const step of steps[name] ?? usualSteps) {
        const next = {...thresholds, [name]: Math.round((thresholds[name] + step) * 1000) / 1000}
        const found = next[name] >= 0 ? score(next) : null
        if (found && mean(found) > mean(best) + leastGain) {
          best = found
          thresholds = next
        }
      }
    }
    tell(`thresholds, round ${round + 1}`, best)
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
  const twins = new Map(
    roles.map(role => [role, kept((reading, one, other) => model.twin(reading, one, other, role))])
  )
  return {
    ...model,
    together: kept(model.together),
    doer: kept(model.doer),
    twin: (reading, one, other, role) => twins.get(role)!(reading, one, other)
  }
}
