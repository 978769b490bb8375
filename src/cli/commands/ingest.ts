/** `dateline ingest INPUT...`: reads reports into the store, and links them. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {distributeInputs} from '../distribute.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {followFlag, type NetworkFlags, networkFlags, networkOf} from '../network.ts'
import {printSummary} from '../print/summary.ts'
import {progressOf} from '../progress.ts'
import {regionFlag} from '../region.ts'
import {stoppedBy, stoppedCode} from '../stopping.ts'
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
  readonly lines?: number
  readonly wait: boolean
  readonly json: boolean
}

export const ingest = buildCommand({
  docs: {
    brief: 'Read reports into the store and link them to incidents',
    fullDescription:
      'Reports that are there already are skipped, so it may be run again.\nExamples: dateline ingest reports.jsonl --store ./my-data\n          dateline ingest https://paper.example/rss'
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
      lines: {
        kind: 'parsed',
        parse: linesOf,
        optional: true,
        brief:
          'With --distribute: lines of JSON Lines in one job [default = 10000]; fewer share a small file better',
        placeholder: 'N'
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
      lines,
      wait,
      json,
      follow,
      ...network
    }: Flags,
    ...inputs: string[]
  ) {
    if (distribute)
      return distributeInputs(this, target, inputs, {regions: region ?? [], inPlace, lines, wait, json})
    if (inPlace || wait || lines !== undefined)
      throw new Error('--in-place, --lines and --wait go with --distribute')
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    const paths = inputs.map(path => pathIn(this, path))
    const summary = await withStore(this, target, async store => {
      const {ingestPaths} = await import('../../workflows/ingest-paths.ts')
      const progress = progressOf(this)
      let kept = 0
      const done = await ingestPaths(paths, this.stdin, store, {
        own,
        regions: region,
        threads,
        follow,
        network: networkOf(network),
        stop: stoppedBy(this, 'Ending: what is being read is kept. Ctrl-C again ends it at once'),
        onItem: ({state, origin, reason}, share) => {
          if (state === 'failed') {
            progress.clear()
            say(this, `${origin} ${reason}`)
          }
          progress.show(++kept, share)
        },
        onLinked: (count, all) => progress.show(count, count / all, 'linking')
      })
      progress.clear()
      return done
    })
    this.process.stdout.write(json ? `${JSON.stringify(summary)}\n` : printSummary(summary))
    if (summary.failed > 0) this.process.exitCode = 1
    if (summary.stopped) this.process.exitCode = stoppedCode
  }
})

function linesOf(text: string): number {
  const lines = Number(text)
  if (!Number.isInteger(lines) || lines < 1 || lines > 100_000)
    throw new Error(`"${text}" is no number of lines; write a whole number from 1 to 100000`)
  return lines
}
