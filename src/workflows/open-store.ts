/** The store, for the commands and the page. */

export {refuseEmbedded} from '../store/job-queue.ts'
export {
  type Access,
  type FeedState,
  type IncidentFilter,
  type Item,
  type KnownUser,
  openStore,
  type Store,
  type StoredCapture
} from '../store/store.ts'
