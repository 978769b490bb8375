/** `dateline undo ID`: takes a ruling back; it stays in the record. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {byFlag, registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly registry: string
  readonly last: boolean
  readonly reason?: string
  readonly by?: string
  readonly json: boolean
}

export const undo = buildCommand({
  docs: {
    brief: 'Take back a ruling, or a step towards the public',
    fullDescription:
      'Incidents are as they would be had it never been made. An undo can be undone by its own id.\nExamples: dateline undo --last\n          dateline undo 1f0c9a3be274'
  },
  parameters: {
    flags: {
      store: storeFlag,
      registry: registryFlag,
      last: {kind: 'boolean', default: false, brief: 'The last ruling that holds'},
      reason: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'Why, kept with it',
        placeholder: 'WORDS'
      },
      by: byFlag,
      json: {kind: 'boolean', default: false, brief: 'Print what it changed as one line of JSON'}
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {
          brief: 'Id of a ruling, as "dateline rulings" lists it',
          placeholder: 'ID',
          parse: String,
          optional: true
        }
      ]
    }
  },
  async func(this: Context, {store: target, registry, last, reason, by, json}: Flags, id?: string) {
    if ((id === undefined) === !last)
      throw new Error('Name a ruling, as "dateline undo 1f0c9a3be274", or give --last')
    const [{installedLinker, undo}, {undoStep}, {printChanges, rulingInWords}, {stepInWords}] =
      await Promise.all([
        import('../../workflows/rulings.ts'),
        import('../../workflows/publications.ts'),
        import('../print/rulings.ts'),
        import('../print/publications.ts')
      ])
    const done = await withStore(
      this,
      target,
      async store => {
        const step = id === undefined ? null : await store.publications.step(id)
        if (!step) return undo(store, installedLinker(registry), id ?? null, reason ?? null)
        return {
          step: await store.attempt(inner => undoStep(inner, step.id, reason ?? null), true),
          former: step
        }
      },
      by
    )
    if ('step' in done) {
      const {step, former} = done
      this.process.stdout.write(
        json ? `${JSON.stringify({step, undone: former})}\n` : `${step.id}  undone: ${stepInWords(former)}\n`
      )
      return
    }
    const {ruling, undone, changes, nowIn} = done
    this.process.stdout.write(
      json
        ? `${JSON.stringify({ruling, undone, changes, nowIn: Object.fromEntries(nowIn)})}\n`
        : `${ruling.id}  undone: ${rulingInWords(undone)}\n${printChanges(changes, nowIn)}`
    )
  }
})
