/** What the keys answer to each question of a phrase. */
import type {Question} from '../../src/muc4/codebook.ts'
import {coreRoles, type Role, wholeQuestions} from '../../src/muc4/model.ts'
import type {Candidate} from '../../src/muc4/reading.ts'
import {fillersGiven, type Learnt, valuesOf} from './learnt.ts'

const asked: Readonly<
  Record<Question, {slot: string; or?: string; roles: readonly Role[]; tied: boolean; mayBeNone: boolean}>
> = {
  type: {slot: 'incident_type', roles: coreRoles, tied: false, mayBeNone: false},
  stage: {slot: 'incident_stage', roles: coreRoles, tied: false, mayBeNone: false},
  category: {
    slot: 'perp_incident_category',
    roles: ['individual', 'organisation'],
    tied: false,
    mayBeNone: true
  },
  confidence: {slot: 'perp_organization_confidence', roles: ['organisation'], tied: true, mayBeNone: false},
  instrument: {slot: 'incident_instrument_type', roles: ['instrument'], tied: true, mayBeNone: false},
  target: {slot: 'phys_tgt_type', roles: ['target'], tied: true, mayBeNone: false},
  damage: {slot: 'phys_tgt_effect', roles: ['target'], tied: true, mayBeNone: true},
  victim: {slot: 'hum_tgt_type', roles: ['name', 'description'], tied: true, mayBeNone: false},
  harm: {slot: 'hum_tgt_effect', roles: ['name', 'description'], tied: true, mayBeNone: true},
  number: {
    slot: 'hum_tgt_number',
    or: 'phys_tgt_number',
    roles: ['target', 'name', 'description'],
    tied: true,
    mayBeNone: false
  }
}

/** Values that the key allows; null where it says nothing of this candidate. */
export function answers(
  report: Learnt,
  candidate: Candidate,
  question: Question
): ReadonlySet<string> | null {
  const {slot, or, roles, tied, mayBeNone} = asked[question]
  const fillers = fillersGiven(report, candidate, ...roles)
  if (!fillers.length) return null
  const values = valuesOf(report, fillers, slot, tied)
  if (or) for (const value of valuesOf(report, fillers, or, tied)) values.add(value)
  // Of a number it is asked only whether it is one.
  if (question === 'number')
    return values.size
      ? new Set([...values].map(value => (/^(1|PLURAL)$/.test(value) ? value : 'stated')))
      : null
  if (values.size) return values
  return mayBeNone ? new Set(['-']) : null
}

/** What the key answers of the whole report, in the order of `wholeQuestions`. */
export function wholeAnswers({templates}: Learnt): number[] {
  const some = (slot: string, test: (value: string) => boolean) =>
    templates.some(({slots}) => (slots[slot] ?? []).some(({alts}) => alts.some(test)))
  const isType = (type: string) => some('incident_type', value => value === type)
  const told: Record<(typeof wholeQuestions)[number], boolean> = {
    relevant: templates.length > 0,
    required: templates.some(({optional}) => !optional),
    several: templates.length > 1,
    ATTACK: isType('ATTACK'),
    BOMBING: isType('BOMBING'),
    KIDNAPPING: isType('KIDNAPPING'),
    ARSON: isType('ARSON'),
    ROBBERY: isType('ROBBERY'),
    state: some('perp_incident_category', value => value.startsWith('STATE')),
    threat: some('incident_stage', value => value === 'THREATENED'),
    attempt: some('incident_stage', value => value === 'ATTEMPTED')
  }
  return wholeQuestions.map(question => Number(told[question]))
}
