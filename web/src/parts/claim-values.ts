/** Values of a claim that a person may choose, in the order in which they are offered. */
import type {Certainty, Outcome, Polarity, Realis} from '../../../src/model/contract.ts'
import {sourceKinds} from '../app/source-kinds.ts'

export const polarities: readonly Polarity[] = ['affirmed', 'denied', 'unconfirmed']
export const certainties: readonly Certainty[] = ['certain', 'probable', 'possible', 'unstated']
export const realities: readonly Realis[] = [
  'happened',
  'attempted',
  'prevented',
  'threatened',
  'planned',
  'ordered',
  'feared',
  'hypothetical'
]

export const outcomes: readonly Outcome[] = [
  'killed',
  'injured',
  'arrested',
  'abducted',
  'missing',
  'displaced',
  'released'
]
export const groups = [
  'people',
  'civilians',
  'protesters',
  'security-forces',
  'militants',
  'officials',
  'journalists'
] as const
/** Whoever an outlet may quote. */
export const speakerKinds = sourceKinds.filter(kind => kind !== 'outlet')
