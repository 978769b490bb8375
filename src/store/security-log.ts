/** Log-ins, refusals, exports and reads of what is restricted (SAFETY A8): only ever added to, chained as the audit is. */
import {sql} from 'kysely'
import type {Listed} from '../model/listing.ts'
import type {SecurityEvent} from '../model/user.ts'
import type {Rows} from './access.ts'
import type {Page} from './listings.ts'

export interface SecurityFilter {
  readonly who?: string | undefined
  readonly action?: string | undefined
  /** Instants, UTC, both included. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export const securityLogIn = ({database, change, now}: Rows) => ({
  async add(event: Omit<SecurityEvent, 'seq' | 'at'>): Promise<void> {
    const {who, action, object, address} = event
    const row = {
      at: now().toISOString(),
      action,
      who: textOf(who),
      object: object && textOf(object),
      address: textOf(address)
    }
    await change(tx => tx.insertInto('security_log').values(row).execute())
  },

  /** The newest first. */
  async page(
    {who, action, since, until}: SecurityFilter,
    {limit, after}: Page
  ): Promise<Listed<SecurityEvent>> {
    let all = database.selectFrom('security_log')
    if (who) all = all.where('who', '=', who)
    if (action) all = all.where('action', '=', action)
    if (since) all = all.where('at', '>=', since)
    if (until) all = all.where('at', '<=', until)
    const [{total}, rows] = await Promise.all([
      all.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow(),
      (after ? all.where('seq', '<', Number(after[0])) : all)
        .select(['seq', 'at', 'who', 'action', 'object', 'address'])
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
    ])
    return {total, rows: rows.slice(0, limit), next: rows.length > limit ? [`${rows[limit - 1]!.seq}`] : null}
  }
})

/** What is asked for comes from outside: it may hold what no database keeps, and be long. */
function textOf(text: string): string {
  return text.slice(0, 500).replaceAll('\0', '\uFFFD').toWellFormed()
}
