/**
 * Learns all steps of the MUC-4 reader from keyed reports, one on top of the other.
 *
 * Each step is fitted five times without a part of the reports and applied to that part, so that the next one learns from
 * chances as it will see them; what ships is fitted on all.
 */
import type {Matrices} from '../../src/algorithms/matrices.ts'
import {readEntities, readKind, readRelevance, readWhole, readWords} from '../../src/muc4/chances.ts'
import {type Muc4Codebook, type Question, questions} from '../../src/muc4/codebook.ts'
import type {FillModel} from '../../src/muc4/described.ts'
import {scorersOf} from '../../src/muc4/draft-words.ts'
import {relevanceValues} from '../../src/muc4/entity-values.ts'
import {doerBy, togetherBy, twinBy} from '../../src/muc4/fill.ts'
import {type LinearWeights, scorer} from '../../src/muc4/linear-model.ts'
import type {Muc4Model} from '../../src/muc4/model.ts'
import {findCandidates} from '../../src/muc4/reading.ts'
import {reportFeatures} from '../../src/muc4/report-features.ts'
import {boost} from './boosting.ts'
import {crossed, foldOf} from './crossed.ts'
import {fitDays, fitPlaces} from './fit-choices.ts'
import {trainDetails} from './fit-details.ts'
import {trainMentions} from './fit-mentions.ts'
import {fitDoers, fitPairs} from './fit-pairs.ts'
import {fitEntities, fitKind} from './fit-things.ts'
import {learnAll} from './follow-leader.ts'
import {askedForms, learnForms} from './form-learner.ts'
import {knownLocations} from './known-locations.ts'
import {givenEntities, type Learnt} from './learnt.ts'
import {wholeAnswers} from './questions.ts'
import {askedTwins, learnTwins} from './twin-learner.ts'

export type Log = (line: string) => void

/** A model without thresholds, and those of the parts, by which thresholds are tuned. */
export interface Trained {
  readonly model: Omit<Muc4Model, 'thresholds' | 'classes'>
  readonly parts: readonly FillModel[]
}

export function trainSteps(
  reports: readonly Learnt[],
  codebook: Muc4Codebook,
  memory: Matrices,
  log: Log
): Trained {
  const {told, phrases} = trainMentions(reports, memory, log)
  const whole = crossed(
    reports,
    learners =>
      learnAll(learners.map(reportFeatures), columns(learners.map(wholeAnswers)), {
        rounds: 5,
        rate: 0.02,
        least: 0.05,
        penalty: 10
      }),
    (report, weights) => readWhole(report, weights.map(scorer))
  ).whole
  log('reports')
  for (const report of reports) findCandidates(report, givenEntities(report))
  const entities = crossed(reports, fitEntities, readEntities).whole
  log('entities')
  const relevance = crossed(
    reports,
    learners =>
      boost(
        learners.map(relevanceValues),
        Float32Array.from(learners, ({templates}) => (templates.length ? 1 : 0)),
        {trees: 200, depth: 3, rate: 0.03, penalty: 5, rows: 0.7, columns: 0.4, bags: 4}
      ),
    readRelevance
  ).whole
  const kinds = {} as Record<Question, LinearWeights[]>
  for (const question of questions) {
    kinds[question] = crossed(
      reports,
      learners => fitKind(learners, question, codebook.values[question]),
      (report, weights) => readKind(report, question, weights.map(scorer))
    ).whole
  }
  log('kinds')
  const asked = new Map(reports.map(report => [report, askedForms(report)]))
  const forms = crossed(
    reports,
    learners => learnForms(learners.flatMap(report => asked.get(report)!)),
    (report, weights) => readWords(report, scorer(weights))
  ).whole
  log('words')
  const {model, parts} = trainTemplates(reports, codebook, log)
  return {model: {roles: told, phrases, whole, entities, relevance, kinds, forms, ...model}, parts}
}

/** The last step, which puts candidates with chances together. */
export function trainTemplates(reports: readonly Learnt[], codebook: Muc4Codebook, log: Log) {
  const nothing = () => undefined
  const askedOf = new Map(reports.map(report => [report, askedTwins(report)]))
  const twins = crossed(
    reports,
    learners => learnTwins(learners.map(report => askedOf.get(report)!)),
    nothing
  )
  const pairs = crossed(reports, fitPairs, nothing)
  const doers = crossed(reports, fitDoers, nothing)
  log('templates')
  const locations = crossed(
    reports,
    learners => knownLocations(learners.flatMap(({templates}) => templates)),
    nothing
  )
  const days = crossed(reports, fitDays, nothing)
  const partOf = new Map(reports.map((report, i) => [report, foldOf(i)]))
  // Names of places that only the report's own key has are not known when it is read.
  const places = crossed(
    reports,
    learners => fitPlaces(learners, codebook, report => locations.parts[partOf.get(report)!]!),
    nothing
  )
  log('days and places')
  const parts = pairs.parts.map((trees, i) => ({
    together: togetherBy(trees),
    doer: doerBy(doers.parts[i]!),
    twin: twinBy(twins.parts[i]!),
    days: scorer(days.parts[i]!),
    places: scorer(places.parts[i]!),
    locations: locations.parts[i]!
  }))
  const {worded, details} = trainDetails(reports, parts, codebook)
  log('details')
  return {
    model: {
      pairs: pairs.whole,
      doers: doers.whole,
      twins: twins.whole,
      days: days.whole,
      places: places.whole,
      locations: locations.whole,
      worded: worded.whole,
      details: details.whole
    },
    parts: parts.map((part, i) => ({
      ...part,
      worded: scorersOf(worded.parts[i]!),
      details: details.parts[i]!
    }))
  }
}

const columns = (rows: readonly (readonly number[])[]) =>
  rows[0]!.map((_, q) => Float32Array.from(rows, row => row[q]!))
