/** What the routes work with. */
import type {LinkReports} from '../workflows/link.ts'
import type {Store} from '../workflows/open-store.ts'

export interface Desk {
  readonly store: Store
  /** The installation's codebook, read when somebody first needs it. */
  readonly linker: () => LinkReports
}

/** Who asks; the same for the whole of a request. */
export interface Asker {
  readonly name: string
}

export type Env = {readonly Variables: {asker: Asker}}
