/** `dateline verify`: whether the store is as it was written. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {progressOf} from '../progress.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly head?: string
  readonly json: boolean
}

export const verify = buildCommand({
  docs: {
    brief: 'Check the store: originals, quotes, and the record of every change',
    fullDescription:
      'Names each item that is not as it was written, and ends with the last row of the audit and the hash of the content, which two stores share that hold the same. Keep that row elsewhere and give it to --head later: then a record that was written anew as a whole is found too.\nExample: dateline verify --head 12:86bf5f0c...'
  },
  parameters: {
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
  async func(this: Context, {store: target, head, json}: Flags) {
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

function headOf(text: string): string {
  if (!/^\d+:[0-9a-f]{64}$/.test(text))
    throw new Error(`"${text}" is no row of the audit; write it as "dateline verify" printed it: ROW:HASH`)
  return text
}
