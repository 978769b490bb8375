/** The store, for the commands and the page. */
export {type IncidentFilter, type Item, openStore, type Store} from '../store/store.ts'
