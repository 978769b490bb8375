/** `dateline withdraw ID --reason`: of what was public its id, day and reason stay. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {byFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly reason: string
  readonly by?: string
}

export const withdraw = buildCommand({
  docs: {
    brief: 'Withdraw what is public: id, day and reason stay',
    fullDescription: 'Example: dateline withdraw 6118a32436e1 --reason "A witness is in danger"'
  },
  parameters: {
    flags: {
      store: storeFlag,
      reason: {kind: 'parsed', parse: String, brief: 'Why; the public reads it', placeholder: 'WORDS'},
      by: byFlag
    },
    positional: {
      kind: 'tuple',
      parameters: [{brief: 'Id of an incident', placeholder: 'ID', parse: String}]
    }
  },
  async func(this: Context, {store: target, reason, by}: Flags, id: string) {
    if (!reason.trim())
      throw new Error('Give a reason, as --reason "A witness is in danger"; the public reads it')
    const [{withdraw}, {stepInWords}] = await Promise.all([
      import('../../workflows/publications.ts'),
      import('../print/publications.ts')
    ])
    const step = await withStore(
      this,
      target,
      store => store.attempt(inner => withdraw(inner, id, reason.trim()), true),
      by
    )
    this.process.stdout.write(
      `${step.id}  ${stepInWords(step)}\nTake it back with: dateline undo ${step.id} --reason "..."\n`
    )
  }
})
