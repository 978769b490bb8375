/** `dateline backup --out FILE`: the whole store in one file. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn} from '../context.ts'
import {progressOf} from '../progress.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly out: string
  readonly test: boolean
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
      test: {
        kind: 'boolean',
        default: false,
        brief: 'Put it into an empty store for a moment, and see that it holds the same'
      },
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'}
    }
  },
  async func(this: Context, {store: target, out, test, json}: Flags) {
    const {backup, testBackup} = await import('../../workflows/backup.ts')
    const progress = progressOf(this)
    let rows = 0
    const onRow = () => progress.show(++rows, null)
    const file = pathIn(this, out)
    const {ending, fault} = await withStore(this, target, async store => {
      const ending = await backup(store, file, {now: () => new Date(), onRow})
      rows = 0
      return {ending, fault: test ? await testBackup(store, file, ending, onRow) : null}
    }).finally(() => progress.clear())
    if (fault) throw new Error(`${out} was written, but cannot be put back: ${fault}; make another`)
    this.process.stdout.write(
      json
        ? `${JSON.stringify({file: out, ...ending, tested: test})}\n`
        : `${ending.rows} rows of ${ending.tables} tables are in ${out}. The audit ends with ${ending.auditHead}${test ? '. It was put into an empty store, which held the same' : ''}\n`
    )
  }
})
