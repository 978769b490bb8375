/**
 * What is said of a template and of the things in it: each value that one may have is judged by trees, over what the thing says by itself,
 * what the others of the template say, and the report.
 *
 * A value is given when it is likely enough to count: that the template holds, that the thing belongs to it and that this is true of it, all at once.
 */
import type {Muc4Codebook, Question} from './codebook.ts'
import {type Draft, type DraftList, draftRoles} from './draft.ts'
import type {Candidate} from './reading.ts'

/** `unarmed`: with what, where no arm is named; `unharmed`: what became of people, where no victim is. */
export const ofTemplate = ['type', 'stage', 'category', 'unarmed', 'unharmed'] as const
export const ofThings = ['confidence', 'instrument', 'target', 'damage', 'victim', 'harm'] as const
/** Chosen among what the text names. */
export const ofText = ['day', 'place'] as const
/** Of victims and targets alike. */
export const ofBoth = ['number', 'nation'] as const
export const details = [...ofTemplate, ...ofThings, ...ofText, ...ofBoth, 'office'] as const
export type TemplateDetail = (typeof ofTemplate)[number]
export type ThingDetail = (typeof ofThings)[number]
export type Detail = (typeof details)[number]

/** Whose detail it is. */
export const listsOf: Readonly<Record<ThingDetail, readonly DraftList[]>> = {
  confidence: ['organisations'],
  instrument: ['weapons'],
  target: ['targets'],
  damage: ['targets'],
  victim: ['names', 'descriptions'],
  harm: ['names', 'descriptions']
}

const questionOf: Readonly<Record<TemplateDetail, Question>> = {
  type: 'type',
  stage: 'stage',
  category: 'category',
  unarmed: 'instrument',
  unharmed: 'harm'
}

export const valuesOf = ({values}: Muc4Codebook, detail: TemplateDetail | ThingDetail): readonly string[] =>
  values[questionOf[detail as TemplateDetail] ?? detail]

export interface Option {
  readonly value: string
  readonly row: Float32Array
}

/** Less likely values are not looked at. */
const least = 0.03

/** Values that a thing may have, beside what is seen of it. */
export function thingOptions(
  values: readonly string[],
  detail: ThingDetail,
  draft: Draft,
  one: Candidate,
  seen: readonly number[]
): Option[] {
  const own = one.kinds[detail]
  const chance = Math.max(...listsOf[detail].map(list => one.chances[draftRoles[list].role]))
  const others = listsOf[detail].flatMap(list => draft[list]).filter(other => other !== one)
  return values.flatMap((value, k) => {
    if (value === '-' || own[k]! < least) return []
    const rest = own.filter((_, j) => j !== k)
    const beside = others.map(({kinds}) => kinds[detail][k]!)
    return [
      {
        value,
        row: Float32Array.from([
          k,
          own[k]!,
          own[k]! * chance,
          chance,
          Math.max(...rest),
          rest.filter(chance => chance > own[k]!).length,
          others.length,
          beside.reduce((sum, chance) => sum + chance, 0) / Math.max(1, others.length),
          Math.max(0, ...beside),
          ...seen
        ])
      }
    ]
  })
}

/** Values that a draft may have; `worded`: what its words say of each. */
export function draftOptions(
  values: readonly string[],
  detail: TemplateDetail,
  draft: Draft,
  worded: readonly number[],
  seen: readonly number[]
): Option[] {
  const telling =
    detail === 'type' || detail === 'stage'
      ? draft.telling
      : detail === 'category'
        ? [...draft.individuals, ...draft.organisations]
        : []
  const own = values.map((_, k) =>
    telling.length
      ? telling.reduce((sum, {kinds}) => sum + kinds[questionOf[detail]][k]!, 0) / telling.length
      : worded[k]!
  )
  return values.flatMap((value, k) => {
    if (value === '-' || Math.max(own[k]!, worded[k]!) < least) return []
    return [
      {
        value,
        row: Float32Array.from([
          k,
          own[k]!,
          Math.max(...own.filter((_, j) => j !== k)),
          worded[k]!,
          Math.max(...worded.filter((_, j) => j !== k)),
          telling.length,
          ...seen
        ])
      }
    ]
  })
}
