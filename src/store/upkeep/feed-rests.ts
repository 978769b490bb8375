/** Feeds that a person lets rest, lets go on, or wants checked at once. */
import {sql} from 'kysely'
import type {Rows} from '../access.ts'

export const feedRestsIn = ({change, now}: Rows) => ({
  /** They are watched no more; what came of them stays. Gives back how many there were. */
  remove: (urls: readonly string[]): Promise<number> =>
    change(async tx => {
      const {numDeletedRows} = await tx.deleteFrom('feeds').where(named(urls)).executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    }),

  /** Gives back the URLs of those that were not so before. */
  rest: (urls: readonly string[], isResting: boolean): Promise<string[]> =>
    change(async tx => {
      const rows = await tx
        .updateTable('feeds')
        .set({paused_at: isResting ? now().toISOString() : null})
        .where(named(urls))
        .where('paused_at', isResting ? 'is' : 'is not', null)
        .returning('url')
        .execute()
      return rows.map(({url}) => url)
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
