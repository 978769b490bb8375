/**
 * Suite `hrdsattack`: the principal act that a report is about. Splits: the files DIR/hrdsattack/NAME.jsonl.
 *
 * `violation`: micro-F1 over the list of each report. `perpetratorType`, `country`, `city`: the share right on rows
 * where the key has a value (a null answer is wrong), and over all rows; `date`: see hrdsattack-dates.ts. Countries are
 * compared as countries ("Burma" is Myanmar), towns by name or as one entry of the gazetteer.
 *
 * Which labels the acts of a report earn is a table of weights (hrdsattack-weights.csv) over what the pipeline found.
 * `--folds N` fits it anew for each of N parts of the splits and measures on the part. The table itself is made by
 *
 *     dateline eval hrdsattack-weights --data DIR --split train --out evaluation/hrdsattack-weights.csv
 */
import {readFileSync} from 'node:fs'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {createPipeline} from '../src/pipeline.ts'
import {actKinds, type Evidence, evidenceIn, featuresOfActs, featuresOfDoers} from './act-evidence.ts'
import {dates} from './hrdsattack-dates.ts'
import {type ReadRow, readRows} from './hrdsattack-rows.ts'
import {fitted, probability, readWeights, rowsOf, type Weights} from './linear-classes.ts'
import {percent, score} from './measures.ts'
import {principalPlace, stateOf} from './principal-place.ts'
import type {Suite} from './suite.ts'

/** Kinds of acts (act-evidence.ts) that speak for a violation by its name. */
const violations: Readonly<Record<string, readonly string[]>> = {
  'arbitrary detention': ['detention'],
  killing: ['killing'],
  kidnapping: ['abduction'],
  torture: ['torture'],
  'enforced disappearance': ['disappearance'],
  other: ['prosecution', 'harassment', 'violence', 'expulsion', 'sentence', 'rape', 'beating'],
  unknown: []
}
const perpetrators = [
  'state actor',
  'other state actors',
  'other actors with permissions',
  'other actors without permissions',
  'other non-state actors',
  'regional orgs',
  'insufficient info'
]
const ridge = {violation: 10, perpetrator: 15}
/** A label of this probability is named: half the F1 that is to be expected. */
const enough = 0.33

interface Read extends ReadRow {
  readonly evidence: Evidence
}

const path = new URL('hrdsattack-weights.csv', import.meta.url)

export const hrdsattack: Suite = {
  run({knowledge, data, splits, folds}) {
    const read = readAll(knowledge, data, splits)
    const kept = folds ? null : readWeights(readFileSync(path, 'utf8'), 'evaluation/hrdsattack-weights.csv')
    const placeName = placeNames(knowledge)
    const answers = read.map(({row, report, evidence}, i) => {
      const weights = kept ?? fit(read.filter((_, other) => other % folds !== i % folds))
      const {country, city} = principalPlace(report, actKinds)
      return {
        id: row.id,
        violations: violationsOf(weights, evidence),
        perpetrator: perpetratorOf(weights, evidence),
        country,
        city: city?.name ?? null
      }
    })
    const found = answers.map(({violations}, i) => ({found: violations, gold: read[i]!.row.violations}))
    const right = found.reduce(
      (sum, {found, gold}) => sum + found.filter(label => gold.includes(label)).length,
      0
    )
    const sizeOf = (key: 'found' | 'gold') => found.reduce((sum, row) => sum + row[key].length, 0)
    const judged = (isRight: (i: number) => boolean, hasValue: (i: number) => boolean) => {
      const rows = read.map((_, i) => ({right: isRight(i), valued: hasValue(i)}))
      const valued = rows.filter(row => row.valued)
      return {
        valued: percent(valued.filter(row => row.right).length, valued.length),
        all: percent(rows.filter(row => row.right).length, rows.length)
      }
    }
    const key = (i: number) => read[i]!.row
    const timed = dates(knowledge, read)
    return {
      figures: {
        violation: score(right, sizeOf('found'), sizeOf('gold')),
        perpetratorType: judged(
          i => answers[i]!.perpetrator === key(i).perpetrator_type,
          i => key(i).perpetrator_type !== null
        ),
        country: judged(
          i => answers[i]!.country === placeName.country(key(i).place.country),
          i => placeName.country(key(i).place.country) !== null
        ),
        city: judged(
          i => placeName.isTown(answers[i]!.city, key(i).place.city),
          i => isValue(key(i).place.city)
        ),
        date: timed.figures,
        rows: read.length
      },
      predictions: answers.map((answer, i) =>
        JSON.stringify({
          ...answer,
          gold: {violations: key(i).violations, perpetrator: key(i).perpetrator_type, ...key(i).place}
        })
      )
    }
  }
}

/** Suite `hrdsattack-weights`: fits the table over whole splits; the predictions are its lines. */
export const hrdsattackWeights: Suite = {
  run({knowledge, data, splits}) {
    const weights = fit(readAll(knowledge, data, splits))
    const lines = rowsOf(weights)
    return {
      figures: {weights: lines.length},
      predictions: [
        '# What speaks for the labels of DIR/hrdsattack, by the features of act-evidence.ts, in hundredths of a logit; fitted on its train split (MIT licence) by "dateline eval hrdsattack-weights".',
        'class,feature,weight',
        ...lines
      ]
    }
  }
}

function readAll(knowledge: Knowledge, data: string, splits: readonly string[]): Read[] {
  return readRows(data, splits, createPipeline(knowledge)).map(read => ({
    ...read,
    evidence: evidenceIn(read.report)
  }))
}

function fit(rows: readonly Read[]): Weights {
  const valued = rows.filter(({row}) => row.perpetrator_type !== null)
  return new Map([
    ...Object.entries(violations).map(
      ([name, own]) =>
        [
          name,
          fitted(
            rows.map(({evidence}) => featuresOfActs(evidence, own)),
            rows.map(({row}) => row.violations.includes(name)),
            ridge.violation
          )
        ] as const
    ),
    ...perpetrators.map(
      name =>
        [
          name,
          fitted(
            valued.map(({evidence}) => featuresOfDoers(evidence)),
            valued.map(({row}) => row.perpetrator_type === name),
            ridge.perpetrator
          )
        ] as const
    )
  ])
}

function violationsOf(weights: Weights, evidence: Evidence): string[] {
  const odds = Object.entries(violations).map(([name, own]) => ({
    name,
    probability: probability(weights.get(name), featuresOfActs(evidence, own))
  }))
  const likely = odds.filter(({probability}) => probability >= enough).map(({name}) => name)
  if (!likely.length) return [odds.reduce((a, b) => (b.probability > a.probability ? b : a)).name]
  return likely.length > 1 ? likely.filter(name => name !== 'unknown') : likely
}

function perpetratorOf(weights: Weights, evidence: Evidence): string {
  const features = featuresOfDoers(evidence)
  const odds = perpetrators.map(name => ({name, probability: probability(weights.get(name), features)}))
  return odds.reduce((a, b) => (b.probability > a.probability ? b : a)).name
}

const isValue = (words: string | null): words is string => words !== null && !/^unknown$/i.test(words)

/** What the key's free words for countries and towns name; "unknown" is no value. */
function placeNames({codebook, gazetteer}: Knowledge) {
  const demonyms = new Map(
    codebook.table('demonyms.csv', ['form', 'country']).map(({form, country}) => [form, country])
  )
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  return {
    country(words: string | null): string | null {
      if (!isValue(words)) return null
      const named = gazetteer.named(words.trim())
      const place = named.find(({precision}) => precision === 'country') ?? named[0]
      return stateOf(place?.country ?? demonyms.get(plain(words)) ?? words)
    },
    isTown(found: string | null, words: string | null): boolean {
      if (!isValue(words)) return found === null
      if (found === null) return false
      const names = gazetteer.named(words.trim()).map(({name}) => plain(name))
      return [plain(words), ...names].includes(plain(found))
    }
  }
}
