/** `dateline backup --out FILE`: the whole store in one file. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn} from '../context.ts'
import {progressOf} from '../progress.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly out: string
  readonly json: boolean
}

export const backup = buildCommand({
  docs: {
    brief: 'Write the whole store to one file',
    fullDescription:
      'As it is at one moment, also while others write to the same server. "dateline restore" puts it into an empty store of either kind.\nExample: dateline backup --out 2024-03-07.dateline.gz'
  },
  parameters: {
    flags: {
      store: storeFlag,
      out: {
        kind: 'parsed',
        parse: String,
        brief: 'File to write; it must not be there yet',
        placeholder: 'FILE'
      },
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'}
    }
  },
  async func(this: Context, {store: target, out, json}: Flags) {
    const {backup} = await import('../../workflows/backup.ts')
    const progress = progressOf(this)
    let rows = 0
    const ending = await withStore(this, target, store =>
      backup(store, pathIn(this, out), {now: () => new Date(), onRow: () => progress.show(++rows, null)})
    ).finally(() => progress.clear())
    this.process.stdout.write(
      json
        ? `${JSON.stringify({file: out, ...ending})}\n`
        : `${ending.rows} rows of ${ending.tables} tables are in ${out}. The audit ends with ${ending.auditHead}\n`
    )
  }
})
