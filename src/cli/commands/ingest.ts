/** `dateline ingest INPUT...`: reads reports into the store, and links them. */
import {buildCommand} from '@stricli/core'
import type {Item} from '../../workflows/open-store.ts'
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
  readonly threads?: number
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
      threads: {
        kind: 'parsed',
        parse: threadsOf,
        optional: true,
        brief: 'Threads that read reports [default = as many as there are cores]',
        placeholder: 'N'
      },
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
    {store: target, gazetteer, registry, region, threads, json, ...network}: Flags,
    ...inputs: string[]
  ) {
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

function threadsOf(text: string): number {
  const threads = Number(text)
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    throw new Error(`"${text}" is no number of threads; write a whole number from 1 to 256`)
  return threads
}
