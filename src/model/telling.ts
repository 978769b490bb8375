/**
 * What one report tells of one incident: the thing that is linked. Plain JSON, kept in a row of the store, so that linking new
 * reports opens no old report.
 *
 *     a report of one clash                      one telling
 *     a round-up of three bombings               three tellings
 *     a report that recalls last week's clash    no telling of that clash, unless it has a new figure
 */
import type {Place} from './contract.ts'
import type {When} from './date.ts'
import type {WordProfile} from './link-profile.ts'

export interface Telling {
  /** `${report}/${incident}`: ids of incidents are unique only within one report. */
  readonly key: string
  readonly report: string
  readonly incident: string
  /** ISO day; null where nobody knows it. */
  readonly publishedOn: string | null
  readonly type: string
  /** Of the type, in the codebook. */
  readonly family: string
  /** Families of all that it tells to have happened in it, its own too; sorted, each once. */
  readonly families: readonly string[]
  readonly when: When
  readonly place: TellingPlace | null
  /** Sites it names within the place, and names without an entry that it puts there: "central market", "mill bridge"; lower case, sorted. */
  readonly sites: readonly string[]
  /** What the actors on its sides are: "police", "protester"; lower case, sorted, each once. */
  readonly sides: readonly string[]
  /** Groups that fight among them that the registry knows, by its ids; sorted, each once. */
  readonly groups: readonly string[]
  /** "killed 3", "injured 100+": outcome and number, "+" where it gives no upper bound; sorted, each once. */
  readonly figures: readonly string[]
  /** How it was done: types of what happened in it; sorted, each once. */
  readonly tactics: readonly string[]
  /** What was hit or used, as its claims name it: "mosque", "convoy", "car bomb"; sorted, each once. */
  readonly things: readonly string[]
  /** Incidents of the same report that it is tied to, by key. */
  readonly ties: readonly {readonly to: string; readonly kind: string}[]
  readonly words: WordProfile
  /** Of a row of a dataset: the dataset, which tells of another event in each row. */
  readonly dataset?: string
}

export type TellingPlace = Pick<
  Place,
  'name' | 'lat' | 'lon' | 'precision' | 'country' | 'admin1' | 'gazetteerId'
>

/** "0001-01-01": no day is known. */
export function hasDay({when}: Telling): boolean {
  return !when.from.startsWith('0001')
}

/** Two tellings that were compared, by their numbers in the store, the smaller first. */
export interface NearPair {
  readonly a: number
  readonly b: number
  /** Of weights times values. */
  readonly sum: number
}
