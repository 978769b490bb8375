/** The sample dossier, for a store in which nothing is kept yet. All of it is invented: samples/station-square. */
import {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import type {OwnKnowledge} from '../codebook/load.ts'
import {ingestPaths} from './ingest-paths.ts'
import type {Store} from './open-store.ts'

const reports = fileURLToPath(new URL('../../samples/station-square/reports.jsonl', import.meta.url))

/** Reads it into the store, which may hold others already. */
export function readSample(store: Store, own: OwnKnowledge = {}) {
  return ingestPaths([reports], Readable.from([]), store, {own})
}
