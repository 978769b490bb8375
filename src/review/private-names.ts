/** What is found of names in a text, before anybody decides who may read them (SAFETY D1, D2). */

/** Half-open offsets, the name as written, and what gave it away. */
export interface FoundName {
  readonly from: number
  readonly to: number
  readonly name: string
  /** Words of it that tell the name by themselves wherever the page has them. */
  readonly parts: readonly string[]
  readonly why: string
}

/** What the pipeline saw in a text: spans of persons' names, and of places that are in the gazetteer. */
export interface Seen {
  readonly people: readonly {readonly from: number; readonly to: number}[]
  readonly places: readonly {readonly from: number; readonly to: number}[]
}

export const nothingSeen: Seen = {people: [], places: []}

/** Every name that may be a private person's: in doubt it is one. */
export type FindNames = (text: string, seen?: Seen) => readonly FoundName[]
