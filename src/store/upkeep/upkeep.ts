/** What those who look after a desk ask and do. */
import type {Rows} from '../access.ts'
import {broughtIn} from './brought-in.ts'
import {conditionIn} from './condition-in.ts'
import {discardsIn} from './discards.ts'
import {feedRestsIn} from './feed-rests.ts'
import {notesIn} from './notes.ts'
import {reportVersions} from './report-versions.ts'
import {shardPage} from './shard-page.ts'
import {sizesOf} from './sizes.ts'

export type Upkeep = ReturnType<typeof upkeepIn>

/** `who`: to whom changes are laid. */
export const upkeepIn = (rows: Rows, who: string) => ({
  /** When the store was last backed up, and whether the backup was tried. */
  notes: notesIn(rows, who),
  /** Failed items that somebody gave up. */
  discards: discardsIn(rows),
  /** Feeds that rest, or are due at once. */
  feeds: feedRestsIn(rows),
  condition: () => conditionIn(rows.database),
  sizes: () => sizesOf(rows.database),
  reportVersions: () => reportVersions(rows.database),
  shardPage: (...asked: Tail<typeof shardPage>) => shardPage(rows.database, ...asked),
  broughtIn: (...asked: Tail<typeof broughtIn>) => broughtIn(rows.database, ...asked)
})

type Tail<F> = F extends (first: never, ...rest: infer Rest) => unknown ? Rest : never
