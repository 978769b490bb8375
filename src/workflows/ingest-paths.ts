/** Ingests what a person names, with this installation's knowledge and the user's own registry of actors. */
import {loadKnowledge, type OwnKnowledge} from '../codebook/load.ts'
import {readInputs} from '../fetch/inputs.ts'
import type {Item, Store} from '../store/store.ts'
import {createCoder} from './code.ts'
import {ingest, type Summary} from './ingest.ts'
import {createLinker} from './link.ts'

/** `packs`: folder of imported places, or null for the embedded ones alone. */
export function ingestPaths(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  store: Store,
  onItem: (item: Item) => void,
  {own, regions}: {readonly own?: OwnKnowledge; readonly regions?: readonly string[] | undefined} = {}
): Promise<Summary> {
  const knowledge = loadKnowledge(own)
  return ingest(readInputs(paths, stdin, regions), {
    store,
    coder: createCoder(knowledge),
    link: createLinker(knowledge.codebook),
    onItem
  })
}
