/** The store, for the commands and the page. */

export {refuseEmbedded} from '../store/job-queue.ts'
export {beLean} from '../store/lean.ts'
export type {StoredShard} from '../store/shards.ts'
export {
  type Access,
  type CountedSource,
  type FeedState,
  type IncidentFilter,
  type Item,
  isTextSort,
  type KnownUser,
  openStore,
  type Store,
  type StoredCapture
} from '../store/store.ts'
