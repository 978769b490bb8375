/** `dateline restore FILE`: a backup into an empty store. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn} from '../context.ts'
import {progressOf} from '../progress.ts'
import {storeFlag} from '../store.ts'

interface Flags {
  readonly store: string
  readonly json: boolean
}

export const restore = buildCommand({
  docs: {
    brief: 'Put a backup into an empty store',
    fullDescription:
      'All of it or nothing; every row is as it was, the record of changes too. The store may be of the other kind: so a laptop moves to a server and back.\nExample: dateline restore 2024-03-07.dateline.gz --store postgres://dateline@localhost/dateline'
  },
  parameters: {
    flags: {
      store: {...storeFlag, brief: 'Empty folder or empty database to restore to'},
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'}
    },
    positional: {
      kind: 'tuple',
      parameters: [{parse: String, brief: 'File that "dateline backup" wrote', placeholder: 'FILE'}]
    }
  },
  async func(this: Context, {store: target, json}: Flags, file: string) {
    const {restore} = await import('../../workflows/backup.ts')
    const progress = progressOf(this)
    let rows = 0
    const ending = await restore(pathIn(this, file), pathIn(this, target), () =>
      progress.show(++rows, null)
    ).finally(() => progress.clear())
    this.process.stdout.write(
      json
        ? `${JSON.stringify({store: target, ...ending})}\n`
        : `${ending.rows} rows of ${ending.tables} tables are restored. The audit ends with ${ending.auditHead}\n`
    )
  }
})
