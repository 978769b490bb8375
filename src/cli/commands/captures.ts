/** `dateline captures HASH|URL`: how and when something was received. */
import {buildCommand} from '@stricli/core'
import type {StoredCapture} from '../../workflows/open-store.ts'
import type {Context} from '../context.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly json: boolean
}

export const captures = buildCommand({
  docs: {
    brief: 'List how and when a document was received',
    fullDescription:
      'Each taking with its time, answer, hash and length, the oldest first. A page that changed has a taking for each form.\nExample: dateline captures https://news.example/march'
  },
  parameters: {
    flags: {
      store: storeFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one capture a line as JSON, headers included'}
    },
    positional: {
      kind: 'tuple',
      parameters: [{parse: String, brief: 'URL, or SHA-256 of an original', placeholder: 'URL|SHA256'}]
    }
  },
  async func(this: Context, {store: target, json}: Flags, of: string) {
    await withStore(this, target, async store => {
      const found = await store.captures.of(of)
      if (found.length === 0)
        throw new Error(`Nothing in the store was received from ${of}; write the URL as it was asked for`)
      for (const capture of found)
        this.process.stdout.write(`${json ? JSON.stringify(capture) : textOf(capture)}\n`)
    })
  }
})

function textOf({
  number,
  sha256,
  length,
  mediaType,
  requestedUrl,
  redirects,
  finalUrl,
  status,
  fetchedAt,
  keptAt,
  feed,
  origin,
  tool
}: StoredCapture): string {
  const lines = [
    `capture ${number}  ${fetchedAt ?? keptAt}  ${status ?? 'file'}  ${length} bytes${mediaType ? `  ${mediaType}` : ''}`,
    `  sha256  ${sha256}`,
    `  from    ${requestedUrl ?? origin}`,
    ...redirects.map(({status: led, location}) => `  ${led}     ${location}`),
    ...(finalUrl && finalUrl !== requestedUrl ? [`  gave    ${finalUrl}`] : []),
    ...(feed ? [`  feed    ${feed}`] : []),
    `  kept    ${keptAt} by ${tool}`
  ]
  return lines.join('\n')
}
