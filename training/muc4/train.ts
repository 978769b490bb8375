/**
 * Learns all steps of the MUC-4 reader from keyed reports, one on top of the other.
 *
 * Each step is fitted five times without a part of the reports and applied to that part, so that the next one learns from
 * chances as it will see them; what ships is fitted on all.
 */
import type {Matrices} from '../../src/algorithms/matrices.ts'
import {
  leastTold,
  readEntities,
  readKind,
  readRelevance,
  readWhole,
  readWords
} from '../../src/muc4/chances.ts'
import {type Muc4Codebook, type Question, questions} from '../../src/muc4/codebook.ts'
import {type DayChoice, dayChoices, dayFeatures} from '../../src/muc4/days.ts'
import type {FillModel} from '../../src/muc4/described.ts'
import {scorersOf} from '../../src/muc4/draft-words.ts'
import {entityValues, relevanceValues} from '../../src/muc4/entity-values.ts'
import {doerBy, togetherBy, twinBy} from '../../src/muc4/fill.ts'
import {type LinearWeights, scorer} from '../../src/muc4/linear-model.ts'
import {homeOf, placeChoices, placeFeatures} from '../../src/muc4/locations.ts'
import {type Muc4Model, type Role, roles} from '../../src/muc4/model.ts'
import {doerValues, pairValues} from '../../src/muc4/pair-values.ts'
import {type PhraseWeights, phraseReader} from '../../src/muc4/phrase-network.ts'
import {type Candidate, findCandidates, oddsOf, readMentions, readPhrases} from '../../src/muc4/reading.ts'
import {reportFeatures} from '../../src/muc4/report-features.ts'
import {isSort, thingFeatures} from '../../src/muc4/thing-features.ts'
import type {Trees} from '../../src/muc4/trees.ts'
import {boost} from './boosting.ts'
import {crossed, crossedOnly, foldOf} from './crossed.ts'
import {trainDetails} from './fit-details.ts'
import {learnAll} from './follow-leader.ts'
import {askedForms, learnForms} from './form-learner.ts'
import {knownLocations} from './known-locations.ts'
import {coreFillers, fillersGiven, givenEntities, type Learnt} from './learnt.ts'
import {learnPhrases} from './phrase-learner.ts'
import {answers, wholeAnswers} from './questions.ts'
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

/** Phrases that fill nothing are many: one of so many is learnt from, and all that the first round found likelier than this. */
const oneOf = 4
const easy = 0.01

/** Networks begun with other numbers err in other places. */
const seeds = [5, 6, 7]

/** Of all mentions of a filler those that tell it best count; which these are is learnt in rounds. */
function trainMentions(
  reports: readonly Learnt[],
  memory: Matrices,
  log: Log
): {told: Record<Role, LinearWeights>; phrases: readonly PhraseWeights[]} {
  const truths = new Map(
    reports.map(report => [
      report,
      roles.map(role => {
        const truth = new Float32Array(report.mentions.length)
        for (const [k, filler] of report.fillers.entries())
          if (filler.role === role) for (const i of report.given[k]!) truth[i] = 1
        return truth
      })
    ])
  )
  const isHard = (report: Learnt, i: number) => report.mentionChances.some(chances => chances[i]! > easy)
  const fit = (learners: readonly Learnt[], rounds: number) => {
    const rows: Int32Array[] = []
    const answers = roles.map((): number[] => [])
    for (const report of learners) {
      const own = truths.get(report)!
      for (const [i, row] of report.features.entries()) {
        if (i % oneOf && own.every(truth => truth[i] === 0) && !isHard(report, i)) continue
        rows.push(row)
        for (const [q, truth] of own.entries()) answers[q]!.push(truth[i]!)
      }
    }
    return learnAll(
      rows,
      answers.map(truth => Float32Array.from(truth)),
      {rounds}
    )
  }
  const apply = (report: Learnt, weights: readonly LinearWeights[]) =>
    readMentions(report, weights.map(scorer))
  crossedOnly(reports, learners => fit(learners, 3), apply)
  log('mentions, first round')
  for (const report of reports) {
    for (const [k, {role}] of report.fillers.entries()) {
      const q = roles.indexOf(role)
      const chances = report.mentionChances[q]!
      const best = Math.max(...report.given[k]!.map(i => chances[i]!))
      for (const i of report.given[k]!) truths.get(report)![q]![i] = chances[i]! >= best / 2 ? 1 : -1
    }
  }
  const found = crossed(reports, learners => fit(learners, 5), apply)
  log('mentions')
  const phrases = crossed(
    reports,
    learners => {
      const lessons = learners.map(report => ({
        ...report,
        truths: truths.get(report)!,
        answers: wholeAnswers(report)
      }))
      const weights = seeds.map(seed => learnPhrases(lessons, memory, {seed}))
      log(`${weights.length} networks over phrases`)
      return {weights, readers: weights.map(network => phraseReader(network, memory))}
    },
    (report, {readers}) => readPhrases(report, readers)
  ).whole.weights
  return {
    told: Object.fromEntries(roles.map((role, q) => [role, found.whole[q]!])) as Record<Role, LinearWeights>,
    phrases
  }
}

function fitEntities(learners: readonly Learnt[]): Record<Role, Trees> {
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

function fitKind(
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

function fitPairs(learners: readonly Learnt[]): Trees {
  const rows: Float32Array[] = []
  const truths: number[] = []
  for (const report of learners) {
    const core = report.candidates.filter(candidate => coreFillers(report, candidate).length)
    for (const [i, one] of core.entries()) {
      for (const other of core.slice(0, i)) {
        rows.push(pairValues(report, other, one))
        truths.push(Number(shareTemplate(coreFillers(report, one), coreFillers(report, other))))
      }
    }
  }
  return boost(rows, Float32Array.from(truths), {trees: 150, depth: 3, rows: 0.7, columns: 0.5, bags: 4})
}

function fitDoers(learners: readonly Learnt[]): Trees {
  const rows: Float32Array[] = []
  const truths: number[] = []
  for (const report of learners) {
    if (report.templates.length < 2) continue
    const core = report.candidates.filter(candidate => coreFillers(report, candidate).length)
    for (const doer of report.candidates) {
      const did = fillersGiven(report, doer, 'individual', 'organisation')
      if (!did.length) continue
      for (const one of core) {
        rows.push(doerValues(report, doer, one))
        truths.push(Number(shareTemplate(did, coreFillers(report, one))))
      }
    }
  }
  return boost(rows, Float32Array.from(truths), {
    bags: 4,
    trees: 300,
    depth: 3,
    rate: 0.03,
    leaf: 40,
    penalty: 10,
    rows: 0.6,
    columns: 0.3
  })
}

const shareTemplate = (
  one: readonly {readonly templates: readonly number[]}[],
  other: readonly {readonly templates: readonly number[]}[]
) => one.some(a => other.some(b => a.templates.some(i => b.templates.includes(i))))

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

const fitDays = (learners: readonly Learnt[]) =>
  fitChoices<DayChoice>(learners, 'incident_date', dayChoices, dayFeatures)

function fitPlaces(
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
