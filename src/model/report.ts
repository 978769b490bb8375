/** A report as it enters the pipeline: one published text, and what came with it. */
import type {IsoDate} from './date.ts'

export interface Report {
  /** The first 16 hexadecimal digits of `sha256` of the text, URL and outlet: the same report, the same id. */
  readonly id: string
  /** Of the bytes as received: the whole file for a text, the record's text for JSON Lines. */
  readonly sha256: string
  readonly url: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly publishedOn: IsoDate | null
  /** Countries that the source mostly tells of, where whoever gives the report knows (ISO 3166-1 alpha-2): weak evidence for what a name means. */
  readonly regions?: readonly string[]
  /** Never changed, leading blanks included: every offset counts in it. */
  readonly text: string
}
