/** `dateline rulings`: what people decided. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {storeFlag, withStore} from '../store.ts'

export const rulings = buildCommand({
  docs: {
    brief: 'List what people decided, and whether it holds',
    fullDescription:
      'holds, undone, or dangling: what it names is found no more, or not all of it, since a report was read anew.\nExample: dateline rulings --json'
  },
  parameters: {
    flags: {store: storeFlag, json: {kind: 'boolean', default: false, brief: 'Print one ruling a line'}}
  },
  async func(this: Context, {store: target, json}: {readonly store: string; readonly json: boolean}) {
    const [{listRulings}, {printRulings}] = await Promise.all([
      import('../../workflows/rulings.ts'),
      import('../print/rulings.ts')
    ])
    const all = await withStore(this, target, listRulings)
    this.process.stdout.write(
      json
        ? all.map(({ruling, state}) => `${JSON.stringify({...ruling, state})}\n`).join('')
        : printRulings(all)
    )
  }
})
