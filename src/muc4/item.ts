/** What the reader of this folder is given: a news item with its header, and what the coder found in its text. */
import type {IsoDate} from '../model/date.ts'
import type {Annotated, Layer} from '../model/layers.ts'

/** A wire item of the corpus, without its key. */
export interface Item {
  readonly id: string
  /** "SAN SALVADOR", as the header has it; null where it names none. */
  readonly headerPlace: string | null
  /** Given only where the place lies outside the region: "PANAMA". */
  readonly headerCountry: string | null
  readonly headerDateISO: IsoDate | null
  readonly headerSource: string | null
  /** Bracketed words before the text: "SPEECH", "EXCERPT". */
  readonly tags: readonly string[]
  readonly text: string
}

/** The layers that are read here. */
export type ReadReport = Annotated<
  Extract<
    Layer,
    | 'syntax'
    | 'entities'
    | 'coreference'
    | 'times'
    | 'quantities'
    | 'places'
    | 'actors'
    | 'events'
    | 'casualties'
    | 'contexts'
    | 'speech'
  >
>

export interface ReadItem {
  readonly item: Item
  readonly report: ReadReport
}
