/** Asks the server for an export, which comes whole or not at all. */
import type {Manifest} from '../../../../src/api/routes/exports.ts'
import {api, failureOf, inPath, noAnswer} from '../../app/client.ts'

type Query = Parameters<(typeof api.exports)[':format']['$get']>[0]['query']

export interface Made {
  readonly file: Blob
  readonly manifest: Manifest
}

/** Throws ProblemFailure; gives up where the signal says so. */
export async function makeExport(format: string, query: Query, signal: AbortSignal): Promise<Made> {
  const url = api.exports[':format'].$url({param: {format: inPath(format)}, query})
  const response = await fetch(url, {signal}).catch(() => null)
  if (!response) throw noAnswer()
  if (!response.ok) throw await failureOf(response)
  const manifest = JSON.parse(decodeURIComponent(response.headers.get('x-manifest') ?? 'null')) as Manifest
  return {file: await response.blob(), manifest}
}
