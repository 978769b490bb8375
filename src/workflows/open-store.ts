/** The store, for the commands and the page. */
export {type IncidentFilter, type Item, openStore, type Store, type StoredCapture} from '../store/store.ts'
