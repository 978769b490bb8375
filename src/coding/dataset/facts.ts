/** What a row of a dataset says of one event, and what a form of dataset is. */
import type {Claim, Incident, Place} from '../../model/contract.ts'
import type {When} from '../../model/date.ts'
import type {Field, Fields} from './row-text.ts'

/** Why a row cannot be taken: for whoever made the file. */
export class RowFlaw extends Error {}

export interface RowActor {
  readonly name: string
  readonly kind: string
  readonly field: Field
}

export interface RowFigure {
  readonly group: string
  readonly min: number
  readonly max: number
  readonly certainty: Claim['certainty']
  readonly fields: readonly Field[]
  /** Of all the others: those are parts of it, or a wider range of it. */
  readonly isTotal: boolean
}

export interface RowFacts {
  /** The field that says what happened, and what the table of types is asked for. */
  readonly kind: Field
  readonly when: When
  readonly day: Field
  readonly place: Pick<Place, 'name' | 'lat' | 'lon' | 'country' | 'admin1' | 'precision'> & {
    readonly field: Field
  }
  readonly a: readonly RowActor[]
  readonly b: readonly RowActor[]
  /** Whether a does it to b; else both do. */
  readonly isDirected: boolean
  readonly deaths: readonly RowFigure[]
  /** The dataset's own coding, under the names that we have for it. */
  readonly coding: Partial<Record<'acled' | 'ucdp', NonNullable<Incident['codings']['acled']>>>
}

export interface DatasetForm {
  readonly id: 'acled-csv' | 'ucdp-ged-csv'
  /** Columns without which nothing can be read. */
  readonly needed: readonly string[]
  /** Columns that stand first: what tells it in words, then those that are quoted together. */
  readonly lead: readonly string[]
  titleOf(fields: Fields): string
  /** Day on which the dataset last published the row; null where it does not say. */
  publishedOn(fields: Fields): string | null
  /** Throws `RowFlaw`. `countryOf`: ISO alpha-2 by a number or name of the dataset. */
  factsOf(
    fields: Fields,
    countryOf: (number: string | undefined, name: string | undefined) => string | null
  ): RowFacts
}

/** The field of a column; refuses a row that lacks it. */
export function needed(fields: Fields, name: string): Field {
  const field = fields.get(name)
  if (!field) throw new RowFlaw(`its ${name} is empty`)
  return field
}

export function wholeIn(fields: Fields, name: string): number {
  const {value} = needed(fields, name)
  if (!/^\d{1,9}(?:\.0+)?$/.test(value))
    throw new RowFlaw(`its ${name} is "${value}"; write a whole number, 0 or more`)
  return Number(value)
}

export function degreesIn(fields: Fields, name: string, most: number): number {
  const {value} = needed(fields, name)
  const degrees = /^[-+]?\d{1,3}(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!(Math.abs(degrees) <= most))
    throw new RowFlaw(`its ${name} is "${value}"; write degrees, -${most} to ${most}, as 12.5`)
  return degrees
}

/** Names listed with ";" in a cell, with the actors they are. */
export function actorsIn(field: Field | undefined, kind: string): RowActor[] {
  const names = field?.value.split(';').map(name => name.trim()) ?? []
  return names.filter(Boolean).map(name => ({name, kind, field: field!}))
}
