/** Puts the candidates of a report into templates, by thresholds that were tuned for the score. */
import type {Muc4Codebook, Question} from './codebook.ts'
import {type DayChoice, dayChoices, dayFeatures} from './days.ts'
import {groupsOf} from './groups.ts'
import type {Scorer} from './linear-model.ts'
import {homeOf, type PlaceChoice, placeChoices, placeFeatures} from './locations.ts'
import {coreRoles, type Role, type Thresholds} from './model.ts'
import {nationOf} from './nations.ts'
import {numberOf} from './numbers.ts'
import {officeOf} from './offices.ts'
import {doerValues, pairValues} from './pair-values.ts'
import {coreOf} from './phrase-words.ts'
import {bestMention, type Candidate, type Reading} from './reading.ts'
import type {Template} from './template.ts'
import {grown, type Trees} from './trees.ts'
import {twinValues} from './twin-values.ts'

type Pairing = (reading: Reading, one: Candidate, other: Candidate) => number

export const togetherBy =
  (trees: Trees): Pairing =>
  (reading, one, other) =>
    grown(trees, pairValues(reading, one, other))
export const doerBy =
  (trees: Trees): Pairing =>
  (reading, one, other) =>
    grown(trees, doerValues(reading, one, other))

export const twinBy =
  (trees: Trees) =>
  (reading: Reading, one: Candidate, other: Candidate, role: Role): number =>
    grown(trees, twinValues(reading, one, other, role))

/** What the last step needs of the model. */
export interface FillModel {
  /** How likely two candidates are of one template. */
  readonly together: Pairing
  /** How likely the first did what the second tells. */
  readonly doer: Pairing
  /** How likely two candidates for one slot are the same thing. */
  readonly twin: (reading: Reading, one: Candidate, other: Candidate, role: Role) => number
  readonly days: Scorer
  readonly places: Scorer
  readonly locations: ReadonlyMap<string, string>
}

/** How much less counts a thing whose words are in doubt. */
const sureWeight = 0.3
const sureness = ({sure}: Candidate, role: Role) => sure[role] ?? 1

export function templatesOf(
  reading: Reading,
  model: FillModel,
  codebook: Muc4Codebook,
  thresholds: Thresholds
): Template[] {
  const {relevance} = reading
  if (relevance < thresholds.report) return []
  const doubt = relevance ** thresholds.doubt
  const chance = (candidate: Candidate, role: Role) =>
    candidate.chances[role] * doubt * sureness(candidate, role) ** sureWeight
  const picked = (role: Role) =>
    withoutTwins(
      reading.candidates
        .filter(
          candidate => candidate.words[role] !== undefined && chance(candidate, role) > thresholds[role]
        )
        // Of the same thing in several words, those are kept that a key likely has.
        .toSorted((a, b) => b.chances[role] * sureness(b, role) - a.chances[role] * sureness(a, role)),
      role,
      (candidate, alone) => chance(candidate, role) * alone > thresholds[role] * thresholds.twin,
      (one, other) => model.twin(reading, one, other, role)
    )
  const better = (role: Role, other: Role) => (candidate: Candidate) =>
    candidate.chances[role] >= candidate.chances[other]
  const all = {
    individual: picked('individual'),
    organisation: picked('organisation'),
    target: picked('target'),
    name: picked('name'),
    description: picked('description'),
    instrument: picked('instrument')
  }
  const organisations = all.organisation.filter(
    one => !all.individual.includes(one) || better('organisation', 'individual')(one)
  )
  const individuals = all.individual.filter(one => !organisations.includes(one))
  const names = all.name.filter(one => !all.target.includes(one) || better('name', 'target')(one))
  const targets = all.target.filter(one => !names.includes(one))
  const descriptions = all.description.filter(one => !names.includes(one))
  const core = [...new Set([...names, ...descriptions, ...targets])]
  const seeds = core.length ? core : all.instrument
  const near = (one: Candidate, other: Candidate) => model.together(reading, one, other)
  const groups = groupsOf(seeds, near, thresholds.together)
  if (!groups.length && individuals.length + organisations.length) groups.push([])
  const home = homeOf(reading, codebook)
  const days = dayChoices(reading)
  const places = placeChoices(reading, codebook, model.locations)
  const closeness = (group: readonly Candidate[], one: Candidate) =>
    group.reduce((sum, other) => sum + near(one, other), 0) / group.length
  return groups.flatMap(group => {
    if (
      groups.length > 1 &&
      Math.max(...group.flatMap(one => coreRoles.map(role => chance(one, role)))) < thresholds.template
    )
      return []
    const weapons = core.length
      ? all.instrument.filter(
          one =>
            groups.length === 1 ||
            groups.every(other => other === group || closeness(other, one) < closeness(group, one))
        )
      : group
    const telling = [...new Set([...group, ...weapons])]
    const didIt = (one: Candidate) =>
      groups.length === 1 ||
      !group.length ||
      group.reduce((sum, other) => sum + model.doer(reading, one, other), 0) / group.length > thresholds.doer
    return templateOf(
      reading,
      model,
      codebook,
      {
        telling,
        sentences: group.length ? new Set(group.flatMap(one => [...one.sentences])) : new Set([0]),
        individuals: individuals.filter(didIt),
        organisations: organisations.filter(didIt),
        targets: group.filter(one => targets.includes(one)),
        names: group.filter(one => names.includes(one)),
        descriptions: group.filter(one => descriptions.includes(one)),
        weapons
      },
      {home, days, places, thresholds}
    )
  })
}

interface Parts {
  readonly telling: readonly Candidate[]
  readonly sentences: ReadonlySet<number>
  readonly individuals: readonly Candidate[]
  readonly organisations: readonly Candidate[]
  readonly targets: readonly Candidate[]
  readonly names: readonly Candidate[]
  readonly descriptions: readonly Candidate[]
  readonly weapons: readonly Candidate[]
}

interface Around {
  readonly home: string
  readonly days: readonly DayChoice[]
  readonly places: readonly PlaceChoice[]
  readonly thresholds: Thresholds
}

function templateOf(
  reading: Reading,
  model: FillModel,
  codebook: Muc4Codebook,
  parts: Parts,
  {home, days, places, thresholds}: Around
): Template {
  const {telling, sentences, individuals, organisations} = parts
  const kind = (question: Question, candidates: readonly Candidate[]) =>
    best(
      codebook.values[question],
      candidates.map(({kinds}) => kinds[question])
    )
  /** What is said of a candidate in a role, where both are likely enough. */
  const stated = (question: Question, candidate: Candidate, role: Role) => {
    const values = candidate.kinds[question]
    const likeliest = Math.max(...values)
    const value = codebook.values[question][values.indexOf(likeliest)]!
    return value === '-' || candidate.chances[role] * likeliest < thresholds.detail ? null : value
  }
  const type = kind('type', telling) ?? 'ATTACK'
  const day = chosen(days, choice => model.days(dayFeatures(reading, choice, sentences, days, type)))
  const location =
    chosen(places, choice => model.places(placeFeatures(reading, choice, sentences, places, type, home)))
      ?.value ?? home
  const country = location.split(':')[0]!
  const category = kind('category', [...individuals, ...organisations]) ?? 'TERRORIST ACT'
  const common = (one: Candidate, role: Role) => ({
    type: stated('victim', one, role),
    nation: nationOf(reading, one, country, codebook),
    effect: stated('harm', one, role)
  })
  const armed = type !== 'KIDNAPPING' && type !== 'ARSON'
  const weapons = armed
    ? parts.weapons.map(one => ({text: one.words.instrument!, type: stated('instrument', one, 'instrument')}))
    : []
  return {
    incident_type: type,
    stage: kind('stage', telling) ?? 'ACCOMPLISHED',
    date: day?.value ?? null,
    location,
    perp_category: category === '-' ? null : category,
    perp_individual: individuals.map(one => one.words.individual!),
    perp_organization: organisations.map(one => ({
      text: one.words.organisation!,
      confidence: stated('confidence', one, 'organisation')
    })),
    target:
      type === 'KIDNAPPING'
        ? []
        : parts.targets.map(one => {
            const text = one.words.target!
            return {
              text,
              type: stated('target', one, 'target'),
              number: numberOf(reading, reading.mentions[bestMention(one, 'target')]!, text),
              nation: nationOf(reading, one, country, codebook),
              effect: stated('damage', one, 'target')
            }
          }),
    victim: [
      ...parts.names.map(one => ({
        name: one.words.name!,
        description: officeOf(reading, one, thresholds.office),
        number: '1',
        ...common(one, 'name')
      })),
      ...parts.descriptions.map(one => {
        const text = one.words.description!
        return {
          name: null,
          description: text,
          number: numberOf(reading, reading.mentions[bestMention(one, 'description')]!, text),
          ...common(one, 'description')
        }
      })
    ],
    // A bombing is told of a bomb, whether or not the text names it.
    weapon: weapons.length || type !== 'BOMBING' ? weapons : [{text: null, type: 'BOMB'}]
  }
}

/** The value with the highest sum; null where nobody tells. */
function best(values: readonly string[], rows: readonly (readonly number[])[]): string | null {
  if (!rows.length) return null
  const at = chosen([...values.keys()], k => rows.reduce((sum, row) => sum + row[k]!, 0))
  return at === null ? null : values[at]!
}

function chosen<T>(choices: readonly T[], score: (choice: T) => number): T | null {
  let found: T | null = null
  let most = -Infinity
  for (const choice of choices) {
    const own = score(choice)
    if (own > most) {
      most = own
      found = choice
    }
  }
  return found
}

/** Without weaker candidates that are likelier the same thing in other words than one more. */
function withoutTwins(
  candidates: readonly Candidate[],
  role: Role,
  isEnough: (candidate: Candidate, alone: number) => boolean,
  twin: (one: Candidate, other: Candidate) => number
): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates) {
    const words = coreOf(candidate.words[role]!)
    if (kept.some(other => coreOf(other.words[role]!) === words)) continue
    const alone = Math.min(1, ...kept.map(other => 1 - twin(other, candidate)))
    if (isEnough(candidate, alone)) kept.push(candidate)
  }
  return kept
}
