/**
 * Takes up somebody's dataset as claims credited to it: a report a row, coded by its columns, linked with what the store holds.
 *
 * A row that cannot be taken fails with its number and why; the others go on. The same row twice adds nothing.
 */
import {open} from 'node:fs/promises'
import {basename} from 'node:path'
import {loadOwnCodebook} from '../codebook/load.ts'
import type {DatasetForm} from '../coding/dataset/facts.ts'
import {createRowCoder, datasetForms} from '../coding/dataset/row-coder.ts'
import {fieldsOf, rowText} from '../coding/dataset/row-text.ts'
import {type DatasetRow, readDatasetRows} from '../fetch/dataset-rows.ts'
import {type Input, reportOf} from '../fetch/input.ts'
import type {IsoDate} from '../model/date.ts'
import type {Item, Store} from '../store/store.ts'
import {rowVersions} from './code.ts'
import {ingest, type Summary} from './ingest.ts'
import {createLinker} from './link.ts'

export type DatasetFormat = DatasetForm['id']

export interface DatasetTask {
  readonly format: DatasetFormat
  /** What the claims are credited to: "ACLED, export of 6 June". */
  readonly name: string
  /** The user's own registry of actors. */
  readonly registry: string
  /** Called for each row once it is kept; `share`: of the bytes of the file, from 0 to 1. */
  readonly onItem?: (item: Item, share: number) => void
  readonly onLinked?: (count: number, all: number) => void
  /** Ends it after what is in work. */
  readonly stop?: AbortSignal | undefined
}

export async function importDataset(store: Store, path: string, task: DatasetTask): Promise<Summary> {
  const {format, name, registry, onItem, onLinked, stop} = task
  if (!name.trim()) throw new Error('Say what the claims are credited to: --as "Name of the dataset"')
  const form = datasetForms.find(({id}) => id === format)!
  const codebook = loadOwnCodebook(registry)
  const rows = createRowCoder(codebook)
  const versions = rowVersions(codebook.version)
  const file = await open(path).catch((error: Error) => {
    throw new Error(`Cannot import ${path}: ${error.message}`)
  })
  try {
    const total = Math.max(1, (await file.stat()).size)
    let read = 0
    async function* counted() {
      for await (const chunk of file.createReadStream({autoClose: false})) {
        read += chunk.length
        yield chunk as Uint8Array
      }
    }
    const table = await readDatasetRows(counted()).catch((error: Error) => {
      throw new Error(`Cannot import ${path}: ${error.message}`)
    })
    const missing = form.needed.filter(column => !table.header.includes(column))
    if (missing.length)
      throw new Error(
        `Cannot import ${path} as ${format}: its header lacks ${missing.join(', ')}; the first line has to name the columns as the dataset does, it is "${table.header.slice(0, 8).join(', ')}${table.header.length > 8 ? ', ...' : ''}"`
      )
    return await ingest(inputsOf(table.rows, form, name.trim(), basename(path)), {
      store,
      coder: {codeBatch: reports => reports.map(report => ({...rows.code(report), versions}))},
      link: createLinker(codebook),
      onItem: item => onItem?.(item, Math.min(1, read / total)),
      onLinked,
      stop
    })
  } finally {
    await file.close()
  }
}

async function* inputsOf(
  rows: AsyncIterable<DatasetRow>,
  form: DatasetForm,
  outlet: string,
  file: string
): AsyncGenerator<Input> {
  for await (const row of rows) {
    const origin = `${file}, row ${row.number}`
    if ('reason' in row) {
      yield {kind: 'failed', origin, reason: row.reason}
      continue
    }
    const text = rowText(row.cells, form.lead)
    const fields = fieldsOf(text)
    const publishedOn = form.publishedOn(fields) as IsoDate | null
    const record = {url: null, outlet, title: form.titleOf(fields), publishedOn, dataset: form.id, text}
    const bytes = Buffer.from(text, 'utf8')
    yield {kind: 'report', origin, report: reportOf(record, bytes), bytes}
  }
}
