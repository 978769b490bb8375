/** `dateline retry`: tries what failed again. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {type NetworkFlags, networkFlags, networkOf} from '../network.ts'
import {progressOf} from '../progress.ts'
import {regionFlag} from '../region.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags extends NetworkFlags {
  readonly store: string
  readonly gazetteer?: string
  readonly registry: string
  readonly region?: readonly string[]
  readonly failed: boolean
  readonly dead: boolean
  readonly all: boolean
  readonly json: boolean
}

export const retry = buildCommand({
  docs: {
    brief: 'Try what failed again: items here, dead jobs by the workers',
    fullDescription:
      'Items are read from their originals where those are kept, else from where they came. What is made of one takes its place. ID is the number of an item, or the beginning of the id of a dead job.\nExamples: dateline retry\n          dateline retry --dead --store postgres://dateline@db.example.org/dateline'
  },
  parameters: {
    flags: {
      store: storeFlag,
      gazetteer: gazetteerFlag,
      registry: registryFlag,
      region: regionFlag,
      failed: {kind: 'boolean', default: false, brief: 'Failed items only'},
      dead: {kind: 'boolean', default: false, brief: 'Dead jobs only'},
      all: {
        kind: 'boolean',
        default: false,
        brief: 'Failed items too that would fail again as they are, as after an update'
      },
      json: {kind: 'boolean', default: false, brief: 'Print the sums as one line of JSON'},
      ...networkFlags
    },
    positional: {kind: 'array', parameter: {brief: 'Item or dead job', placeholder: 'ID', parse: idOf}}
  },
  async func(
    this: Context,
    {store: target, gazetteer, registry, region, failed, dead, all, json, ...network}: Flags,
    ...ids: (number | string)[]
  ) {
    const {retryDead, retryFailed} = await import('../../workflows/retry-installed.ts')
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    const numbers = ids.filter(id => typeof id === 'number')
    const jobs = ids.filter(id => typeof id === 'string')
    const wants = {
      items: numbers.length > 0 || (jobs.length === 0 && !dead),
      jobs: jobs.length > 0 || (numbers.length === 0 && !failed && (dead || isServer(target)))
    }
    await withStore(this, target, async store => {
      const revived = wants.jobs ? await retryDead(target, store, jobs) : 0
      if (jobs.length && revived === 0) throw new Error(`No dead job's id begins with ${jobs.join(' or ')}`)
      const progress = progressOf(this)
      let tries = 0
      const items = wants.items
        ? await retryFailed(store, {
            own,
            numbers,
            all,
            regions: region,
            network: networkOf(network),
            onItem: ({state, origin, reason}) => {
              if (state === 'failed') {
                progress.clear()
                say(this, `${origin} ${reason}`)
              }
              progress.show(++tries, null)
            }
          })
        : {done: 0, failed: 0, skipped: 0}
      progress.clear()
      const tried = items.done + items.failed + items.skipped
      const said = [
        ...(wants.items
          ? [
              `${tried} items tried again: ${items.done} done, ${items.failed} failed, ${items.skipped} skipped`
            ]
          : []),
        ...(wants.jobs ? [`${revived} dead jobs wait for a worker again`] : [])
      ]
      this.process.stdout.write(
        json ? `${JSON.stringify({items, jobs: revived})}\n` : `${said.join('. ')}.\n`
      )
      if (items.failed) this.process.exitCode = 1
    })
  }
})

const isServer = (target: string) => /^postgres(?:ql)?:/.test(target)

function idOf(text: string): number | string {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  if (/^[0-9a-f]{4,16}$/.test(text)) return text
  throw new Error(
    `"${text}" is neither the number of an item nor the beginning of a job's id; "dateline jobs ID" lists both`
  )
}
