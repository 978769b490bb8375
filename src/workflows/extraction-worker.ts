/** What a thread of the extraction pool runs. */
import {enableCompileCache} from 'node:module'
import type {Extraction, RawDocument} from '../model/document.ts'

// A thread has no part in the cache of the one that started it.
enableCompileCache()

export default async function extract(document: RawDocument): Promise<Extraction> {
  const {extractDocument} = await import('../extract/extract-document.ts')
  return extractDocument(document)
}
