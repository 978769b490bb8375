/** `dateline ingest INPUT...`: reads reports into the store, and links them. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {regionFlag} from '../region.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly gazetteer?: string
  readonly registry: string
  readonly region?: readonly string[]
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
      region: regionFlag
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {brief: 'Text file, folder, JSON Lines or "-"', placeholder: 'INPUT', parse: String}
    }
  },
  async func(this: Context, {store: target, gazetteer, registry, region, json}: Flags, ...inputs: string[]) {
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    const summary = await withStore(this, target, async store => {
      const [{ingestPaths}] = await Promise.all([import('../../workflows/ingest-paths.ts')])
      let count = 0
      return ingestPaths(
        inputs.map(path => pathIn(this, path)),
        this.stdin,
        store,
        item => {
          count++
          if (item.state === 'failed')
            say(this, `${this.process.stderr.isTTY ? '\r' : ''}${item.origin} ${item.reason}`)
          else if (this.process.stderr.isTTY) this.process.stderr.write(`\r${count} read`)
        },
        {own, regions: region}
      )
    })
    if (this.process.stderr.isTTY) say(this, '')
    const {items, done, failed, skipped, incidents} = summary
    this.process.stdout.write(
      json
        ? `${JSON.stringify(summary)}\n`
        : `${items} items: ${done} done, ${failed} failed, ${skipped} skipped. ${incidents} incidents around them.\n`
    )
    if (failed > 0) this.process.exitCode = 1
  }
})
