/** Learns which of the days and places that a text names a template has. */
import type {Muc4Codebook} from '../../src/muc4/codebook.ts'
import {type DayChoice, dayChoices, dayFeatures} from '../../src/muc4/days.ts'
import type {LinearWeights} from '../../src/muc4/linear-model.ts'
import {homeOf, placeChoices, placeFeatures} from '../../src/muc4/locations.ts'
import type {Candidate} from '../../src/muc4/reading.ts'
import {learnAll} from './follow-leader.ts'
import {coreFillers, type Learnt} from './learnt.ts'

/** Sentences that tell what a template of the key tells. */
function sentencesOf(report: Learnt, template: number): ReadonlySet<number> {
  const found = new Set<number>()
  for (const candidate of report.candidates as readonly Candidate[]) {
    if (coreFillers(report, candidate).some(({templates}) => templates.includes(template)))
      for (const sentence of candidate.sentences) found.add(sentence)
  }
  return found.size ? found : new Set([0])
}

function fitChoices<C extends {readonly value: string}>(
  learners: readonly Learnt[],
  slot: string,
  choicesOf: (report: Learnt) => readonly C[],
  featuresOf: (
    report: Learnt,
    choice: C,
    sentences: ReadonlySet<number>,
    all: readonly C[],
    type: string
  ) => Int32Array
): LinearWeights {
  const rows: Int32Array[] = []
  const truths: number[] = []
  for (const report of learners) {
    const choices = choicesOf(report)
    for (const [i, {slots}] of report.templates.entries()) {
      const right = (slots[slot] ?? []).flatMap(({alts}) => alts)
      if (!right.length) continue
      const sentences = sentencesOf(report, i)
      const type = slots.incident_type?.[0]?.alts[0] ?? 'ATTACK'
      for (const choice of choices) {
        rows.push(featuresOf(report, choice, sentences, choices, type))
        truths.push(Number(right.includes(choice.value)))
      }
    }
  }
  return learnAll(rows, [Float32Array.from(truths)], {rounds: 6, rate: 0.08, least: 0.1, penalty: 2})[0]!
}

export const fitDays = (learners: readonly Learnt[]) =>
  fitChoices<DayChoice>(learners, 'incident_date', dayChoices, dayFeatures)

export function fitPlaces(
  learners: readonly Learnt[],
  codebook: Muc4Codebook,
  known: (report: Learnt) => ReadonlyMap<string, readonly string[]>
): LinearWeights {
  return fitChoices(
    learners,
    'incident_location',
    report => placeChoices(report, codebook, known(report)),
    (report, choice, sentences, all, type) =>
      placeFeatures(report, choice, sentences, all, type, homeOf(report, codebook))
  )
}
