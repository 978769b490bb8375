/** Puts the candidates of a report into templates, by thresholds that were tuned for the score. */
import type {Muc4Codebook} from './codebook.ts'
import {described, type FillModel, type Pairing} from './described.ts'
import type {Draft} from './draft.ts'
import {groupsOf} from './groups.ts'
import {coreRoles, type Role, type Thresholds} from './model.ts'
import {doerValues, pairValues} from './pair-values.ts'
import {coreOf} from './phrase-words.ts'
import type {Candidate, Reading} from './reading.ts'
import type {Template} from './template.ts'
import {grown, type Trees} from './trees.ts'
import {twinValues} from './twin-values.ts'

export const togetherBy =
  (trees: Trees): Pairing =>
  (reading, one, other) =>
    grown(trees, pairValues(reading, one, other))
export const doerBy =
  (trees: Trees): Pairing =>
  (reading, one, other) =>
    grown(trees, doerValues(reading, one, other))

export const twinBy =
  (trees: Trees): FillModel['twin'] =>
  (reading, one, other, role) =>
    grown(trees, twinValues(reading, one, other, role))

/** How much less counts a thing whose words are in doubt. */
const sureWeight = 0.3
const sureness = ({sure}: Candidate, role: Role) => sure[role] ?? 1

export function templatesOf(
  reading: Reading,
  model: FillModel,
  codebook: Muc4Codebook,
  thresholds: Thresholds
): Template[] {
  const drafts = draftsOf(reading, model, thresholds)
  return drafts.length ? described(reading, drafts, model, codebook, thresholds) : []
}

/** Which things of the report belong to which template. */
export function draftsOf(
  reading: Reading,
  model: Pick<FillModel, 'together' | 'doer' | 'twin'>,
  thresholds: Thresholds
): Draft[] {
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
    return {
      telling,
      sentences: group.length ? new Set(group.flatMap(one => [...one.sentences])) : new Set([0]),
      individuals: individuals.filter(didIt),
      organisations: organisations.filter(didIt),
      targets: group.filter(one => targets.includes(one)),
      names: group.filter(one => names.includes(one)),
      descriptions: group.filter(one => descriptions.includes(one)),
      weapons
    }
  })
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
