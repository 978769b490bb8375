/** Learns what is said of drafts and of the things in them. Drafts and things of no key teach that nothing is to be said. */
import type {Muc4Codebook} from '../../src/muc4/codebook.ts'
import {dayChoices} from '../../src/muc4/days.ts'
import {dayOptions, type FillModel, placeOptions, scorersOf, wordedOf} from '../../src/muc4/described.ts'
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
import {draftFeatures, draftRoles} from '../../src/muc4/draft.ts'
import {draftValues, thingValues, type Worded} from '../../src/muc4/draft-values.ts'
import type {LinearWeights} from '../../src/muc4/linear-model.ts'
import {homeOf, placeChoices} from '../../src/muc4/locations.ts'
import {nationOptions} from '../../src/muc4/nations.ts'
import {numberOptions} from '../../src/muc4/numbers.ts'
import {officeOptions} from '../../src/muc4/offices.ts'
import type {Trees} from '../../src/muc4/trees.ts'
import {boost} from './boosting.ts'
import {compareValues} from './compare-values.ts'
import {crossed, foldOf} from './crossed.ts'
import {type Drafted, drafted, keyed} from './drafted.ts'
import {learnAll} from './follow-leader.ts'
import type {Learnt} from './learnt.ts'
import type {SlotName} from './slots.ts'
import {firstThresholds} from './tune.ts'

const slotOf: Readonly<Record<Detail, SlotName>> = {
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

const untied = (detail: TemplateDetail) => (detail === 'unarmed' || detail === 'unharmed' ? [] : null)

function fitWorded(
  drafts: readonly Drafted[],
  codebook: Muc4Codebook
): Record<TemplateDetail, LinearWeights[]> {
  const rows = drafts.map(({report, draft}) => draftFeatures(report, draft))
  return Object.fromEntries(
    ofTemplate.map(detail => {
      const truths = drafts.map(({key}) => keyed(key, slotOf[detail], untied(detail)))
      return [
        detail,
        learnAll(
          rows,
          valuesOf(codebook, detail).map(value =>
            Float32Array.from(truths, truth => Number(truth.has(value)))
          ),
          {rounds: 5, rate: 0.03, least: 0.1, penalty: 5}
        )
      ]
    })
  ) as Record<TemplateDetail, LinearWeights[]>
}

/** A draft with what its words say to those who did not learn from it. */
type Told = Drafted & {
  readonly worded: Worded
  readonly texts: Pick<FillModel, 'days' | 'places' | 'locations'> & {readonly type: string}
}

function fitDetails(drafts: readonly Told[], codebook: Muc4Codebook): Record<Detail, Trees> {
  const seen = drafts.map(({report, draft, drafts: count, worded}) =>
    draftValues(report, draft, count, worded)
  )
  const judged = (options: readonly Option[], detail: Detail, truth: ReadonlySet<string>) =>
    options.map(({value, row}) => ({row, credit: creditOf(slotOf[detail], value, truth, codebook.broader)}))
  const fit = (rows: readonly {row: Float32Array; credit: number}[], trees = 60) =>
    boost(
      rows.map(({row}) => row),
      Float32Array.from(rows, ({credit}) => credit),
      {trees, depth: 3, rate: 0.06, leaf: 20, rows: 0.7, columns: 0.6}
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
    ['day', fit(days, 150)],
    ['place', fit(places)],
    ['number', fit(numbers, 150)],
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

/** The type that most things of a draft tell of. */
function typeOf({draft}: Drafted, codebook: Muc4Codebook): string {
  const {type} = codebook.values
  const sums = type.map((_, k) => draft.telling.reduce((sum, {kinds}) => sum + kinds.type[k]!, 0))
  return type[sums.indexOf(Math.max(...sums))]!
}

/** The models of all and of the parts; `parts`: what put things together where a report was not learnt from. */
export function trainDetails(
  reports: readonly Learnt[],
  parts: readonly Omit<FillModel, 'worded' | 'details'>[],
  codebook: Muc4Codebook
) {
  const drafts = new Map(
    reports.map((report, i) => [
      report,
      drafted(report, parts[foldOf(i)]!, firstThresholds, codebook.broader)
    ])
  )
  const partOf = new Map(reports.map((report, i) => [report, foldOf(i)]))
  const worded = new Map<Drafted, Worded>()
  const draftsFrom = (learners: readonly Learnt[]) => learners.flatMap(report => drafts.get(report)!)
  const words = crossed(
    reports,
    learners => fitWorded(draftsFrom(learners), codebook),
    (report, weights) => {
      const scorers = scorersOf(weights)
      for (const one of drafts.get(report)!) worded.set(one, wordedOf(report, one.draft, scorers))
    }
  )
  const found = crossed(
    reports,
    learners =>
      fitDetails(
        draftsFrom(learners).map(one => ({
          ...one,
          worded: worded.get(one)!,
          texts: {...parts[partOf.get(one.report)!]!, type: typeOf(one, codebook)}
        })),
        codebook
      ),
    () => undefined
  )
  return {worded: words, details: found}
}
