/** The store, for the commands and the page. */
export {type IncidentFilter, openStore, type Store} from '../store/store.ts'
