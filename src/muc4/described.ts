/** Says of drafts what keys want to know: type and stage, day and place, what sort of thing each one is and what became of it. */
import type {Muc4Codebook} from './codebook.ts'
import {type DayChoice, dayChoices} from './days.ts'
import {
  type Detail,
  draftOptions,
  type Option,
  type TemplateDetail,
  type ThingDetail,
  thingOptions,
  valuesOf
} from './details.ts'
import type {Draft} from './draft.ts'
import {draftValues, thingValues} from './draft-values.ts'
import {type WordScorers, wordedOf} from './draft-words.ts'
import type {Scorer} from './linear-model.ts'
import {homeOf, type PlaceChoice, placeChoices} from './locations.ts'
import type {Role, Thresholds} from './model.ts'
import {nationOptions} from './nations.ts'
import {numberOptions} from './numbers.ts'
import {officeOptions} from './offices.ts'
import type {Candidate, Reading} from './reading.ts'
import type {Template} from './template.ts'
import {dayOptions, placeOptions} from './text-options.ts'
import {grown, type Trees} from './trees.ts'

export type Pairing = (reading: Reading, one: Candidate, other: Candidate) => number

/** What the last steps need of the model. */
export interface FillModel {
  /** How likely two candidates are of one template. */
  readonly together: Pairing
  /** How likely the first did what the second tells. */
  readonly doer: Pairing
  /** How likely two candidates for one slot are the same thing. */
  readonly twin: (reading: Reading, one: Candidate, other: Candidate, role: Role) => number
  readonly days: Scorer
  readonly places: Scorer
  readonly locations: ReadonlyMap<string, readonly string[]>
  /** By value, what the words of a draft say. */
  readonly worded: WordScorers
  readonly details: Readonly<Record<Detail, Trees>>
}

interface Around {
  readonly home: string
  readonly days: readonly DayChoice[]
  readonly places: readonly PlaceChoice[]
}

export function described(
  reading: Reading,
  drafts: readonly Draft[],
  model: FillModel,
  codebook: Muc4Codebook,
  thresholds: Thresholds
): Template[] {
  const around = {
    home: homeOf(reading, codebook),
    days: dayChoices(reading),
    places: placeChoices(reading, codebook, model.locations)
  }
  return drafts.map(draft => templateOf(reading, draft, drafts.length, model, codebook, thresholds, around))
}

function templateOf(
  reading: Reading,
  draft: Draft,
  drafts: number,
  model: FillModel,
  codebook: Muc4Codebook,
  thresholds: Thresholds,
  {home, days, places}: Around
): Template {
  const {individuals, organisations} = draft
  const worded = wordedOf(reading, draft, model.worded)
  const seen = draftValues(reading, draft, drafts, worded)
  const best = (detail: Detail, options: readonly Option[]) =>
    options.reduce<{value: string | null; credit: number}>(
      (most, {value, row}) => {
        const credit = grown(model.details[detail], row)
        return credit > most.credit ? {value, credit} : most
      },
      {value: null, credit: 0}
    )
  const whole = (detail: TemplateDetail) =>
    best(detail, draftOptions(valuesOf(codebook, detail), detail, draft, worded[detail], seen))
  const sure = ({value, credit}: {value: string | null; credit: number}) =>
    credit < thresholds.detail ? null : value
  const likeliest = (detail: Detail, options: readonly Option[], least: number) => {
    const {value, credit} = best(detail, options)
    return credit < least ? null : value
  }
  const rows = new Map<Candidate, number[]>()
  const rowOf = (one: Candidate) => {
    const row = rows.get(one) ?? thingValues(reading, seen, one)
    rows.set(one, row)
    return row
  }
  const given = (detail: ThingDetail, one: Candidate) =>
    sure(best(detail, thingOptions(valuesOf(codebook, detail), detail, draft, one, rowOf(one))))
  const counted = (one: Candidate, list: 'targets' | 'names' | 'descriptions') => ({
    number: sure(best('number', numberOptions(reading, one, list, rowOf(one)))),
    nation: sure(best('nation', nationOptions(reading, one, country, codebook, rowOf(one))))
  })
  const type = whole('type').value ?? 'ATTACK'
  const day = sure(best('day', dayOptions(reading, draft, days, model.days, type, seen)))
  const location =
    best('place', placeOptions(reading, draft, places, model.places, type, home, seen)).value ?? home
  const country = location.split(':')[0]!
  const common = (one: Candidate, list: 'names' | 'descriptions') => ({
    type: given('victim', one),
    ...counted(one, list),
    effect: given('harm', one)
  })
  const armed = type !== 'KIDNAPPING' && type !== 'ARSON'
  const weapons = armed
    ? draft.weapons.map(one => ({text: one.words.instrument!, type: given('instrument', one)}))
    : []
  const unarmed = weapons.length ? null : sure(whole('unarmed'))
  const victims = [
    ...draft.names.map(one => ({
      name: one.words.name!,
      description: likeliest('office', officeOptions(reading, one, rowOf(one)), thresholds.office),
      ...common(one, 'names')
    })),
    ...draft.descriptions.map(one => ({
      name: null,
      description: one.words.description!,
      ...common(one, 'descriptions')
    }))
  ]
  const unharmed = victims.length ? null : sure(whole('unharmed'))
  return {
    incident_type: type,
    stage: whole('stage').value ?? 'ACCOMPLISHED',
    date: day,
    location,
    perp_category: sure(whole('category')),
    perp_individual: individuals.map(one => one.words.individual!),
    perp_organization: organisations.map(one => ({
      text: one.words.organisation!,
      confidence: given('confidence', one)
    })),
    target:
      type === 'KIDNAPPING'
        ? []
        : draft.targets.map(one => ({
            text: one.words.target!,
            type: given('target', one),
            ...counted(one, 'targets'),
            effect: given('damage', one)
          })),
    victim: unharmed
      ? [{name: null, description: null, type: null, number: null, nation: null, effect: unharmed}]
      : victims,
    weapon: unarmed ? [{text: null, type: unarmed}] : weapons
  }
}
