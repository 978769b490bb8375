/** Learns to judge what may be said of drafts and of the things in them; drafts and things of no key teach that nothing is to be said. */
import type {Muc4Codebook} from '../../src/muc4/codebook.ts'
import {dayChoices} from '../../src/muc4/days.ts'
import type {FillModel} from '../../src/muc4/described.ts'
import {
  type Detail,
  draftOptions,
  listsOf,
  type Option,
  ofTemplate,
  ofThings,
  type TemplateDetail,
  thingOptions,
  valuesOf
} from '../../src/muc4/details.ts'
import {draftRoles} from '../../src/muc4/draft.ts'
import {draftValues, thingValues} from '../../src/muc4/draft-values.ts'
import type {Worded} from '../../src/muc4/draft-words.ts'
import {homeOf, placeChoices} from '../../src/muc4/locations.ts'
import {nationOptions} from '../../src/muc4/nations.ts'
import {numberOptions} from '../../src/muc4/numbers.ts'
import {officeOptions} from '../../src/muc4/offices.ts'
import {dayOptions, placeOptions} from '../../src/muc4/text-options.ts'
import type {Trees} from '../../src/muc4/trees.ts'
import {boost} from './boosting.ts'
import {compareValues} from './compare-values.ts'
import {type Drafted, keyed} from './drafted.ts'
import type {SlotName} from './slots.ts'

export const slotOf: Readonly<Record<Detail, SlotName>> = {
  type: 'incident_type',
  stage: 'incident_stage',
  category: 'perp_incident_category',
  unarmed: 'incident_instrument_type',
  unharmed: 'hum_tgt_effect',
  confidence: 'perp_organization_confidence',
  instrument: 'incident_instrument_type',
  target: 'phys_tgt_type',
  damage: 'phys_tgt_effect',
  victim: 'hum_tgt_type',
  harm: 'hum_tgt_effect',
  number: 'hum_tgt_number',
  nation: 'hum_tgt_foreign_nation',
  office: 'hum_tgt_description',
  day: 'incident_date',
  place: 'incident_location'
}

/** Details of a template that keys tie to no thing. */
export const untied = (detail: TemplateDetail) => (detail === 'unarmed' || detail === 'unharmed' ? [] : null)

/** A draft with what its words say to those who did not learn from it. */
export type Told = Drafted & {
  readonly worded: Worded
  readonly texts: Pick<FillModel, 'days' | 'places' | 'locations'> & {readonly type: string}
}

export function fitDetails(drafts: readonly Told[], codebook: Muc4Codebook): Record<Detail, Trees> {
  const seen = drafts.map(({report, draft, drafts: count, worded}) =>
    draftValues(report, draft, count, worded)
  )
  const judged = (options: readonly Option[], detail: Detail, truth: ReadonlySet<string>) =>
    options.map(({value, row}) => ({row, credit: creditOf(slotOf[detail], value, truth, codebook.broader)}))
  const fit = (rows: readonly {row: Float32Array; credit: number}[], trees = 130) =>
    boost(
      rows.map(({row}) => row),
      Float32Array.from(rows, ({credit}) => credit),
      {trees, depth: 3, rate: 0.03, leaf: 20, rows: 0.6, columns: 0.4}
    )
  const ofDrafts = ofTemplate.map(detail => [
    detail,
    fit(
      drafts.flatMap(({draft, key, worded}, i) =>
        judged(
          draftOptions(valuesOf(codebook, detail), detail, draft, worded[detail], seen[i]!),
          detail,
          keyed(key, slotOf[detail], untied(detail))
        )
      )
    )
  ])
  const things = ofThings.map(detail => [
    detail,
    fit(
      drafts.flatMap(({report, draft, key}, i) =>
        listsOf[detail].flatMap(list =>
          draft[list].flatMap(one =>
            judged(
              thingOptions(
                valuesOf(codebook, detail),
                detail,
                draft,
                one,
                thingValues(report, seen[i]!, one)
              ),
              detail,
              keyed(key, slotOf[detail], [one.words[draftRoles[list].role]!])
            )
          )
        )
      )
    )
  ])
  const days = drafts.flatMap(({report, draft, key, texts}, i) =>
    judged(
      dayOptions(report, draft, dayChoices(report), texts.days, texts.type, seen[i]!),
      'day',
      keyed(key, slotOf.day, null)
    )
  )
  const places = drafts.flatMap(({report, draft, key, texts}, i) =>
    judged(
      placeOptions(
        report,
        draft,
        placeChoices(report, codebook, texts.locations),
        texts.places,
        texts.type,
        homeOf(report, codebook),
        seen[i]!
      ),
      'place',
      keyed(key, slotOf.place, null)
    )
  )
  const counted = drafts.flatMap(({report, draft, key}, i) =>
    (['targets', 'names', 'descriptions'] as const).flatMap(list =>
      draft[list].map(
        one =>
          ({
            report,
            list,
            one,
            key,
            words: [one.words[draftRoles[list].role]!],
            slots: list === 'targets' ? 'phys_tgt' : 'hum_tgt',
            row: thingValues(report, seen[i]!, one)
          }) as const
      )
    )
  )
  const numbers = counted.flatMap(({report, list, one, key, words, slots, row}) =>
    judged(numberOptions(report, one, list, row), 'number', keyed(key, `${slots}_number`, words))
  )
  const nations = counted.flatMap(({report, one, key, words, slots, row}) =>
    judged(
      nationOptions(report, one, homeOf(report, codebook), codebook, row),
      'nation',
      keyed(key, `${slots}_foreign_nation`, words)
    )
  )
  const offices = drafts.flatMap(({report, draft, key}, i) =>
    draft.names.flatMap(one =>
      judged(
        officeOptions(report, one, thingValues(report, seen[i]!, one)),
        'office',
        keyed(key, slotOf.office, [one.words.name!])
      )
    )
  )
  return Object.fromEntries([
    ...ofDrafts,
    ...things,
    ['day', fit(days, 300)],
    ['place', fit(places)],
    ['number', fit(numbers, 300)],
    ['nation', fit(nations)],
    ['office', fit(offices)]
  ]) as Record<Detail, Trees>
}

const creditOf = (
  slot: SlotName,
  value: string,
  truth: ReadonlySet<string>,
  broader: ReadonlyMap<string, string>
) => Math.max(0, ...[...truth].map(alt => compareValues(slot, value, alt, broader) / 2))
