/** `dateline verify [FILE]`: whether the store, or an export, is as it was written. */
import {buildCommand} from '@stricli/core'
import type {CheckedExport} from '../../workflows/verify-export.ts'
import {type Context, pathIn} from '../context.ts'
import {progressOf} from '../progress.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly head?: string
  readonly json: boolean
}

export const verify = buildCommand({
  docs: {
    brief: 'Check the store, or an export: originals, hashes, quotes, the record of every change',
    fullDescription:
      'With FILE it looks at an export, and needs no store: a packed one (FILE.zip), or one with its manifest beside it. Without, it looks at the store: it names each item that is not as it was written, and ends with the last row of the audit and the hash of the content, which two stores share that hold the same. Keep that row elsewhere and give it to --head later: then a record that was written anew as a whole is found too.\nExamples: dateline verify --head 12:86bf5f0c...\n  dateline verify march.zip'
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        {brief: 'An export instead of the store', parse: String, placeholder: 'FILE', optional: true}
      ]
    },
    flags: {
      store: storeFlag,
      head: {
        kind: 'parsed',
        parse: headOf,
        optional: true,
        brief: 'Row that an earlier "verify" ended with; it must still be there',
        placeholder: 'ROW:HASH'
      },
      json: {kind: 'boolean', default: false, brief: 'Print faults and the summary as JSON, one a line'}
    }
  },
  async func(this: Context, {store: target, head, json}: Flags, file?: string) {
    if (file !== undefined) {
      if (head !== undefined)
        throw new Error(
          '--head is for the store: leave out FILE, or compare the head that this prints for it'
        )
      await verifyFile(this, pathIn(this, file), json)
      return
    }
    const {verify} = await import('../../workflows/verify.ts')
    await withStore(this, target, async store => {
      let count = 0
      const progress = progressOf(this)
      const all = (await store.itemCounts()).done
      const tell = ({item, what}: {item: string; what: string}) => {
        count++
        progress.clear()
        this.process.stdout.write(json ? `${JSON.stringify({item, what})}\n` : `${item}: ${what}\n`)
      }
      const onRead = (read: number) => progress.show(read, read > all ? null : read / all)
      for await (const fault of verify(store, onRead)) tell(fault)
      progress.clear()
      if (head !== undefined && !(await store.hasAuditRow(head)))
        tell({item: `audit row ${head.split(':')[0]}`, what: 'is not the one that --head names'})
      const [auditHead, contentHash] = [await store.auditHead(), await store.contentHash()]
      const found = count
        ? `${count} items are not as they were written. Restore them from a copy of the store`
        : 'All is as it was written'
      this.process.stdout.write(
        json
          ? `${JSON.stringify({faults: count, auditHead, contentHash})}\n`
          : `${found}. The audit ends with ${auditHead}\nThe hash of the content is ${contentHash}\n`
      )
      if (count) this.process.exitCode = 1
    })
  }
})

async function verifyFile(context: Context, file: string, json: boolean): Promise<void> {
  const {verifyExport} = await import('../../workflows/verify-export.ts')
  const {stdout} = context.process
  const faults = verifyExport(file)
  let count = 0
  while (true) {
    const {done, value} = await faults.next()
    if (done) {
      const {manifest, sha256} = value
      if (json) stdout.write(`${JSON.stringify({faults: count, sha256, manifest})}\n`)
      else stdout.write(count ? notAsWritten(count) : asWritten(value))
      if (count) context.process.exitCode = 1
      return
    }
    count++
    const {item, what} = value
    stdout.write(json ? `${JSON.stringify({item, what})}\n` : `${item}: ${what}\n`)
  }
}

const notAsWritten = (count: number) =>
  `${count} ${count === 1 ? 'thing is' : 'things are'} not as written. Ask for the export anew\n`

function asWritten({manifest, sha256}: CheckedExport): string {
  const {format, rows, incidents, texts, made, auditHead} = manifest!
  const quotes = texts
    ? `; the quotes of ${texts.claims} claims stand in its ${texts.reports} texts`
    : '. Its quotes were not looked at: only a packed export (FILE.zip) brings their texts'
  return `All is as it was written: ${rows} rows of ${incidents} incidents, ${format}${quotes}.
Made ${made.at} by ${made.by}, codebook ${made.codebook}, when the audit ended with ${auditHead}
The SHA-256 of the file is ${sha256}
`
}

function headOf(text: string): string {
  if (!/^\d+:[0-9a-f]{64}$/.test(text))
    throw new Error(`"${text}" is no row of the audit; write it as "dateline verify" printed it: ROW:HASH`)
  return text
}
