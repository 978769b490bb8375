/** What a dossier shows of an incident besides what holds of it: the texts around its words, how they came, what people decided. */
import type {CodedReport} from '../../model/contract.ts'
import type {FoundRuling} from '../../model/ruling.ts'
import type {Role} from '../../model/user.ts'

/** One taking of a document. */
export interface Receipt {
  /** That gave the bytes; null of a file. */
  readonly url: string | null
  /** Instant, UTC; null: it was not fetched. */
  readonly fetchedAt: string | null
  /** Instant, UTC. */
  readonly keptAt: string
  readonly status: number | null
  readonly bytes: number
  /** Name and version of what received it. */
  readonly tool: string
}

export interface ReportFacts {
  /** In which its quotes stand. */
  readonly text: string
  /** Of the bytes that it was read from; null where it would let somebody guess what was taken out. */
  readonly sha256: string | null
  readonly versions: CodedReport['versions']
  /** The oldest first. */
  readonly receipts: readonly Receipt[]
}

export interface ToldRuling {
  readonly found: FoundRuling
  readonly state: 'holds' | 'undone' | 'dangling'
  /** Instant, UTC, of what undid it. */
  readonly undoneAt: string | null
  /** What whoever made it may do now; null: no user of that name. */
  readonly role: Role | null
}

export interface Town {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly population: number
}

export interface Background {
  /** By id. */
  readonly reports: ReadonlyMap<string, ReportFacts>
  /** Of the passage in which a claim stands, by the key of the claim. */
  readonly languages: ReadonlyMap<string, string>
  /** In the order they were made, undone ones too. */
  readonly rulings: readonly ToldRuling[]
  /** Within the map's extent, the most populous first. */
  readonly towns: readonly Town[]
  /** Of the fixed grid in whose cell the place is shown, in degrees; null: it is shown as it is. */
  readonly cellWidth: number | null
}
