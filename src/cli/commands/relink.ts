/** `dateline relink`: links everything anew after the codebook has changed, and shows the difference first. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {progressOf} from '../progress.ts'
import {byFlag, registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly gazetteer?: string
  readonly registry: string
  readonly recode: boolean
  readonly save: boolean
  readonly by?: string
  readonly json: boolean
}

export const relink = buildCommand({
  docs: {
    brief:
      'Link everything in the store anew, after a change of the codebook; shows the difference, saves on demand',
    fullDescription:
      'Prints which incidents would be merged, split or given other figures; nothing is changed without --save. Rulings hold on.\nExamples: dateline relink\n          dateline relink --recode --save --by ada'
  },
  parameters: {
    flags: {
      store: storeFlag,
      gazetteer: gazetteerFlag,
      registry: registryFlag,
      recode: {kind: 'boolean', default: false, brief: 'Read the reports anew too, not only link them'},
      save: {kind: 'boolean', default: false, brief: 'Keep the result'},
      by: byFlag,
      json: {kind: 'boolean', default: false, brief: 'Print the difference as one line of JSON'}
    }
  },
  async func(this: Context, {store: target, gazetteer, registry, recode, save, by, json}: Flags) {
    const [{relinkInstalled}, {printChanges}] = await Promise.all([
      import('../../workflows/relink-installed.ts'),
      import('../print/rulings.ts')
    ])
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    const progress = progressOf(this)
    const {reports, recoded, failed, changes, nowIn} = await withStore(
      this,
      target,
      async store => {
        const all = (await store.itemCounts()).done
        const share = (count: number) => (count > all ? null : count / all)
        return relinkInstalled(store, {
          own,
          recode,
          save,
          onRead: count => progress.show(count, share(count), 'reading'),
          onLinked: (count, all) => progress.show(count, count / all, 'linking')
        })
      },
      by
    )
    progress.clear()
    for (const {report, reason} of failed) say(this, `${report} stays as it was read: ${reason}`)
    const summary = `${reports} reports${recode ? `, ${recoded} of them read otherwise` : ''}; ${changes.length} incidents ${save ? 'changed' : 'would change'}.${save || changes.length + recoded === 0 ? '' : ' Keep this with --save.'}`
    this.process.stdout.write(
      json
        ? `${JSON.stringify({reports, recoded, failed, saved: save, changes, nowIn: Object.fromEntries(nowIn)})}\n`
        : `${changes.length ? printChanges(changes, nowIn) : ''}${summary}\n`
    )
    if (failed.length) this.process.exitCode = 1
  }
})
