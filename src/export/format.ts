/** What a format of export is: a way of writing incidents, one after the other, that other people's tools read. */
import type {Locale} from '../messages/words.ts'
import type {LinkedIncident, RuleId} from '../model/assessment.ts'
import type {Background} from './dossier/background.ts'

export interface Setting {
  /** Whose figures fill the columns. */
  readonly rule: RuleId
  /** What makes the export: "dateline 0.1.0". */
  readonly by: string
  /** Names the export, in 64 hexadecimal digits: the same for the same question to the same state of the store. */
  readonly name: string
  /** Of the reports of an incident that is written, by id: the texts in which its quotes stand. */
  readonly textsOf: (incident: LinkedIncident) => Promise<ReadonlyMap<string, QuotedText>>
  /** Of what is written for people. */
  readonly language: Locale
  /** In that language, of a place or a province of the gazetteer; null: as it is. */
  readonly placeNames: PlaceNames
  /** Whether words tell of bodies or wounds, so that they are folded, and not printed; never, where that was asked for (SAFETY D8). */
  readonly isGraphic: (words: string) => boolean
  /** Whether it is made for anybody: without names of private persons, contacts, exact coordinates. */
  readonly redacted: boolean
  /** Of all that are written, in their order. */
  readonly contents: () => Promise<readonly Heading[]>
  /** What stands behind one that is written. */
  readonly behind: (incident: LinkedIncident) => Promise<Background>
  readonly state: State
}

export interface PlaceNames {
  place(id: string): string | null
  province(name: string, country: string | null): string | null
}

/** The text of a report as the export gives it: with `redacted`, without what is restricted. */
export interface QuotedText {
  readonly text: string
  /** Of `text` in UTF-8. */
  readonly sha256: string
  /** SHA-256 of the bytes that it was read from; null where that would let somebody guess what was taken out. */
  readonly original: string | null
  /** Instant, UTC, at which these were first received; null where nothing tells. */
  readonly fetchedAt: string | null
}

export type Heading = Pick<LinkedIncident, 'id' | 'type' | 'place' | 'when'>

/** Of which state of the store an export is. */
export interface State {
  readonly codebook: string
  /** The end of the audit. */
  readonly auditHead: string
  /** Instant, UTC, of the last change; null: nothing was ever changed. */
  readonly at: string | null
}

/** What is in an export. Together `incidents` and `leftOut` are all that were asked for. */
export interface Counts {
  /** Rows of a table, features, lines, annotations. */
  readonly rows: number
  readonly incidents: number
  /** Incidents that the format has no row for, by why. */
  readonly leftOut: Readonly<Record<string, number>>
}

/** A line of a lossless export (src/model/held-line.ts), with its line feed. */
export interface HeldText {
  readonly kind: string
  readonly text: string
}

export interface Format {
  /** As it is written on the command line: "acled-csv". */
  readonly id: string
  /** What it is and who reads it, in a few words. */
  readonly about: string
  /** Of the form of the rows; grows when a column changes. */
  readonly version: number
  readonly extension: string
  readonly mediaType: string
  /** The rule whose figures it takes unless told otherwise. */
  readonly rule: RuleId
  /** Written for people, in a language. */
  readonly isWritten?: true
  /** How many incidents a file may hold; any number where it is left out. */
  readonly most?: number
  /** What a file of it is no good for where restricted names, contacts and exact places were taken out. */
  readonly redactedIs?: string
  /** Pieces of the file in their order. Nothing of an incident is kept once it is written. `held`: all that gives these incidents again, for a format that takes that. */
  write(
    incidents: AsyncIterable<LinkedIncident>,
    setting: Setting,
    held?: AsyncIterable<HeldText>
  ): AsyncGenerator<string | Uint8Array, Counts>
}
