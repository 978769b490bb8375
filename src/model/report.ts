/** A report as it enters the pipeline: one published text, and what came with it. */
import type {Passage} from './contract.ts'
import type {IsoDate} from './date.ts'

/** What is read from a document or record; its identity is made from it. */
export interface ReportRecord {
  readonly url: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly publishedOn: IsoDate | null
  /** Countries that the source mostly tells of, where whoever gives the report knows (ISO 3166-1 alpha-2): weak evidence for what a name means. */
  readonly regions?: readonly string[]
  /** As the page or feed gives it: "By Jane Roe", "Reuters". Only an agency in it is used. */
  readonly byline?: string
  /** Passages of another kind than body that the page marks as such: in text order, not overlapping. */
  readonly marked?: readonly MarkedPassage[]
  /** What made the text from the original, so that it can be made again; left out where the text is the original. */
  readonly made?: Making
  /** Of a row of somebody's dataset: its form. It is read by its columns (src/coding/dataset). */
  readonly dataset?: 'acled-csv' | 'ucdp-ged-csv'
  /** Never changed, leading blanks included: every offset counts in it. */
  readonly text: string
}

export type MarkedPassage = Omit<Passage, 'language'>

export interface Making {
  /** "page 1": name and version of what reads such documents. */
  readonly by: string
  /** Which entry of a feed; null for the whole document. */
  readonly entry: string | null
}

export interface Report extends ReportRecord {
  /** The first 16 hexadecimal digits of `sha256` of the text, URL and outlet: the same report, the same id. */
  readonly id: string
  /** Of the bytes as received: the whole file or page for a text, the record's text for JSON Lines. */
  readonly sha256: string
}
