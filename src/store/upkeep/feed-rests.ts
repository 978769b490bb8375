/** Feeds that a person lets rest, lets go on, or wants checked at once. */
import {sql} from 'kysely'
import type {Rows} from '../access.ts'

export const feedRestsIn = ({change, now}: Rows) => ({
  /** Gives back how many were not so before. */
  rest: (urls: readonly string[], isResting: boolean): Promise<number> =>
    change(async tx => {
      const {numUpdatedRows} = await tx
        .updateTable('feeds')
        .set({paused_at: isResting ? now().toISOString() : null})
        .where(named(urls))
        .where('paused_at', isResting ? 'is' : 'is not', null)
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    }),

  /** Those that rest or are gone stay as they are. Gives back the URLs of the others. */
  makeDue: (urls: readonly string[] | null): Promise<string[]> =>
    change(async tx => {
      const rows = await tx
        .updateTable('feeds')
        .set({due_at: now().toISOString()})
        .$if(urls !== null, query => query.where(named(urls!)))
        .where('paused_at', 'is', null)
        .where('state', '!=', 'gone')
        .returning('url')
        .execute()
      return rows.map(({url}) => url).sort()
    })
})

/** By their digests, as the index has them. */
const named = (urls: readonly string[]) =>
  sql<boolean>`md5(url) in (select md5(own) from jsonb_array_elements_text(${JSON.stringify(urls)}::jsonb) as given(own))`
