/** How the jobs of a store stand, for the command. */
import {openJobQueue} from '../store/job-queue.ts'
import type {ShardSums, StoredShard} from '../store/shards.ts'
import type {FailedItem, Store} from '../store/store.ts'

export interface Job extends StoredShard {
  /** When its worker was last heard of: an instant, UTC. */
  readonly heardOf: string | null
}

export interface Jobs {
  readonly sums: ShardSums
  /** Running and dead ones, those asked for, or all. */
  readonly shards: readonly Job[]
  /** Failed items of those asked for. */
  readonly failures: readonly FailedItem[]
  /** Reports that are not linked yet. */
  readonly unlinked: number
}

/** Listed at most. */
const most = 1000

export async function jobsOf(
  target: string,
  store: Store,
  {ids = [], all = false}: {readonly ids?: readonly string[]; readonly all?: boolean} = {}
): Promise<Jobs> {
  const queue = await openJobQueue(target)
  try {
    const states = ids.length
      ? []
      : all
        ? (['waiting', 'running', 'done', 'dead'] as const)
        : (['running', 'dead'] as const)
    const shards = await store.shards.list({states, ids, most})
    const heard = await queue.heartbeats(shards.filter(({state}) => state === 'running').map(({id}) => id))
    return {
      sums: await store.shards.sums(),
      shards: shards.map(shard => ({...shard, heardOf: heard.get(shard.id) ?? null})),
      failures: ids.length
        ? await store.failedItems.ofShards(
            shards.map(({id}) => id),
            most
          )
        : [],
      unlinked: await store.countUnlinked()
    }
  } finally {
    await queue.close()
  }
}
