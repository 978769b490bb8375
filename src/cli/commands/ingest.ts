/** `dateline ingest INPUT...`: reads reports into the store, and links them. */
import {buildCommand} from '@stricli/core'
import type {Item} from '../../workflows/open-store.ts'
import {type Context, pathIn, say} from '../context.ts'
import {distributeInputs} from '../distribute.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {followFlag, type NetworkFlags, networkFlags, networkOf} from '../network.ts'
import {progressOf} from '../progress.ts'
import {regionFlag} from '../region.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'
import {threadsFlag} from '../threads.ts'

interface Flags extends NetworkFlags {
  readonly follow: boolean
  readonly store: string
  readonly gazetteer?: string
  readonly registry: string
  readonly region?: readonly string[]
  readonly threads?: number
  readonly distribute: boolean
  readonly inPlace: boolean
  readonly wait: boolean
  readonly json: boolean
}

export const ingest = buildCommand({
  docs: {
    brief: 'Read reports into the store and link them to incidents',
    fullDescription:
      'Reports that are there already are skipped, so it may be run again.\nExample: dateline ingest reports.jsonl --store ./my-data'
  },
  parameters: {
    flags: {
      store: storeFlag,
      gazetteer: gazetteerFlag,
      registry: registryFlag,
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'},
      region: regionFlag,
      threads: threadsFlag,
      distribute: {
        kind: 'boolean',
        default: false,
        brief:
          'Split the inputs into jobs for workers ("dateline worker"), and end; needs --store postgres://'
      },
      inPlace: {
        kind: 'boolean',
        default: false,
        brief: 'With --distribute: workers read the files where they lie, in a folder that all of them see'
      },
      wait: {kind: 'boolean', default: false, brief: 'With --distribute: end when the workers are done'},
      follow: followFlag,
      ...networkFlags
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {
        brief: 'Text, page, feed, JSON Lines, folder of them, URL or "-"',
        placeholder: 'INPUT',
        parse: String
      }
    }
  },
  async func(
    this: Context,
    {
      store: target,
      gazetteer,
      registry,
      region,
      threads,
      distribute,
      inPlace,
      wait,
      json,
      follow,
      ...network
    }: Flags,
    ...inputs: string[]
  ) {
    if (distribute)
      return distributeInputs(this, target, inputs, {regions: region ?? [], inPlace, wait, json})
    if (inPlace || wait) throw new Error('--in-place and --wait go with --distribute')
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    const paths = inputs.map(path => pathIn(this, path))
    const summary = await withStore(this, target, async store => {
      const [{ingestPaths}, {countInputs}] = await Promise.all([
        import('../../workflows/ingest-paths.ts'),
        import('../../workflows/inputs.ts')
      ])
      const progress = progressOf(this, this.process.stderr.isTTY ? await countInputs(paths) : null)
      const onItem = ({state, origin, reason}: Item) => {
        if (state === 'failed') {
          progress.clear()
          say(this, `${origin} ${reason}`)
        }
        progress.step()
      }
      const done = await ingestPaths(paths, this.stdin, store, onItem, {
        own,
        regions: region,
        threads,
        follow,
        network: networkOf(network)
      })
      progress.clear()
      return done
    })
    const {items, done, failed, skipped, incidents} = summary
    this.process.stdout.write(
      json
        ? `${JSON.stringify(summary)}\n`
        : `${items} items: ${done} done, ${failed} failed, ${skipped} skipped. ${incidents} incidents around them.\n`
    )
    if (failed > 0) this.process.exitCode = 1
  }
})
