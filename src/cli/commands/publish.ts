/** `dateline publish ID`: puts an incident before the public, or a correction of what is public. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn} from '../context.ts'
import {byFlag, registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly registry: string
  readonly note?: string
  readonly override?: string
  readonly by?: string
  readonly preview: boolean
}

export const publish = buildCommand({
  docs: {
    brief: 'Publish an incident, or a correction of it, from the delay on',
    fullDescription:
      'The gate must pass (dateline publications says what is lacking), or --override gives the reason why it need not. Until its time comes "dateline undo STEP" leaves nothing of it.\nExamples: dateline publish 6118a32436e1 --preview\n          dateline publish 6118a32436e1 --note "The hospital withdrew its count"'
  },
  parameters: {
    flags: {
      store: storeFlag,
      registry: registryFlag,
      note: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'What changed and why; the public reads it',
        placeholder: 'WORDS'
      },
      override: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'Why it is published though the gate does not pass',
        placeholder: 'WORDS'
      },
      by: byFlag,
      preview: {
        kind: 'boolean',
        default: false,
        brief: 'Print what the public would see as JSON, and publish nothing'
      }
    },
    positional: {
      kind: 'tuple',
      parameters: [{brief: 'Id of an incident', placeholder: 'ID', parse: String}]
    }
  },
  async func(this: Context, {store: target, registry, note, override, by, preview}: Flags, id: string) {
    const [{publish}, {publicationEntry}, {installedViewer}, {stepInWords}] = await Promise.all([
      import('../../workflows/publications.ts'),
      import('../../workflows/publication-queue.ts'),
      import('../../workflows/public-view.ts'),
      import('../print/publications.ts')
    ])
    const viewer = installedViewer(pathIn(this, registry))
    await withStore(
      this,
      target,
      async store => {
        if (preview) {
          const entry = await publicationEntry(store, viewer, id, store.clerk.who)
          if (!entry) throw new Error(`There is no incident "${id}"`)
          const {queued, view, withheld, changes} = entry
          this.process.stdout.write(
            `${JSON.stringify({conditions: queued.conditions, view, withheld, changes})}\n`
          )
          return
        }
        const step = await store.attempt(
          inner => publish(inner, viewer, id, {note: note ?? null, override: override ?? null}),
          true
        )
        this.process.stdout.write(
          `${step.id}  ${stepInWords(step)}\nTake it back with: dateline undo ${step.id}\n`
        )
      },
      by
    )
  }
})
