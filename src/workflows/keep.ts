/** Keeps what arrived: a chunk in one transaction, or one by one where the store refuses something in it. */
import {type Arrival, type Item, ServerAway, type Store} from '../store/store.ts'
import type {Arriving, Outcome} from './arrivals.ts'

/** What reports are kept in: a store, or one that does more in the same transaction. */
export type Keeping = Pick<Store, 'heldReports' | 'saveOriginals' | 'saveArrivals'>

/** Gives every one its item. Rejects where the store cannot be written at all. */
export async function keep(chunk: readonly Arriving[], store: Keeping): Promise<void> {
  const outcomes = await Promise.all(chunk.map(({outcome}) => outcome))
  const arrivals = chunk.map((arriving, i) => arrivalOf(arriving, outcomes[i]!))
  try {
    const items = await store.saveArrivals(arrivals)
    for (const [i, item] of items.entries()) chunk[i]!.item = item
  } catch (error) {
    if (error instanceof ServerAway) throw error
    for (const [i, arriving] of chunk.entries()) await keepAlone(arriving, outcomes[i]!, store)
  }
}

async function keepAlone(arriving: Arriving, outcome: Outcome, store: Keeping): Promise<void> {
  const arrival = arrivalOf(arriving, outcome)
  try {
    arriving.item = (await store.saveArrivals([arrival]))[0]!
  } catch (error) {
    if (!arrival.coded || error instanceof ServerAway) throw error
    await store.saveArrivals([arrivalOf(arriving, {state: 'failed', reason: (error as Error).message})])
  }
}

function arrivalOf(arriving: Arriving, outcome: Outcome): Arrival {
  const {origin, first} = arriving
  // Had the first one failed, this one would have too.
  arriving.item = first?.item?.state === 'failed' ? {...first.item, origin} : itemOf(origin, outcome)
  return {
    item: arriving.item,
    coded: outcome.state === 'done' ? outcome.coded : null,
    given: arriving.given
  }
}

function itemOf(origin: string, outcome: Outcome): Item {
  switch (outcome.state) {
    case 'done':
      return {origin, state: 'done', reason: null, reportId: outcome.coded.report.id}
    case 'failed':
      return {
        origin,
        state: 'failed',
        reason: outcome.reason,
        reportId: null,
        sha256: outcome.sha256 ?? null,
        retryable: outcome.retryable ?? false
      }
    case 'skipped':
      return {origin, state: 'skipped', reason: outcome.reason, reportId: outcome.reportId}
  }
}
