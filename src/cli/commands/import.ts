/** `dateline import FILE`: a lossless export, or somebody else's dataset, into the store. */
import {buildCommand} from '@stricli/core'
import type {DatasetFormat} from '../../workflows/import-dataset.ts'
import type {Imported, Taken} from '../../workflows/import-lines.ts'
import {type Context, pathIn, say} from '../context.ts'
import {printSummary} from '../print/summary.ts'
import {progressOf} from '../progress.ts'
import {stoppedBy, stoppedCode} from '../stopping.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly registry: string
  readonly add: boolean
  readonly format?: DatasetFormat
  readonly as?: string
  readonly json: boolean
}

type Done = Imported & {readonly codebook: string}

export const importFile = buildCommand({
  docs: {
    brief: "Put a lossless export, or somebody's dataset, into the store",
    fullDescription:
      'FILE is what "dateline export --format jsonl" wrote, gzip or not: all of it is put in, or nothing; the incidents are the same. With --format, rows of a dataset become claims credited to it.\nExamples: dateline import march.jsonl --store ./new-folder\n          dateline import --format acled-csv acled.csv --as "ACLED, June"'
  },
  parameters: {
    flags: {
      store: storeFlag,
      registry: registryFlag,
      add: {
        kind: 'boolean',
        default: false,
        brief: 'Add to a store that holds something; what it has already is skipped'
      },
      format: {
        kind: 'enum',
        values: ['acled-csv', 'ucdp-ged-csv'],
        optional: true,
        brief: 'FILE is a dataset of this form'
      },
      as: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'With --format: what its claims are credited to',
        placeholder: 'NAME'
      },
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'}
    },
    positional: {
      kind: 'tuple',
      parameters: [{parse: String, brief: 'File to read', placeholder: 'FILE'}]
    }
  },
  async func(this: Context, {store: target, registry, add, format, as, json}: Flags, file: string) {
    if (format) {
      if (add) throw new Error('--add goes with exports of our own; a dataset is always added')
      if (as === undefined) throw new Error('Say what the claims are credited to: --as "Name of the dataset"')
      return importRows(this, {store: target, registry, format, name: as, json}, file)
    }
    if (as !== undefined) throw new Error('--as goes with --format')
    const {importInstalled} = await import('../../workflows/import-installed.ts')
    const progress = progressOf(this)
    const imported = await withStore(this, target, store =>
      importInstalled(store, pathIn(this, file), pathIn(this, registry), {
        add,
        onLine: (count, share) => progress.show(count, share),
        onLinked: (count, all) => progress.show(count, count / all, 'linking')
      })
    ).finally(() => progress.clear())
    this.process.stdout.write(json ? `${JSON.stringify(imported)}\n` : inWords(imported))
  }
})

interface Rows {
  readonly store: string
  readonly registry: string
  readonly format: DatasetFormat
  readonly name: string
  readonly json: boolean
}

async function importRows(
  context: Context,
  {store: target, registry, format, name, json}: Rows,
  file: string
) {
  const {importDataset} = await import('../../workflows/import-dataset.ts')
  const progress = progressOf(context)
  let kept = 0
  const summary = await withStore(context, target, store =>
    importDataset(store, pathIn(context, file), {
      ...{format, name, registry: pathIn(context, registry)},
      stop: stoppedBy(context, 'Ending: what is being read is kept. Ctrl-C again ends it at once'),
      onItem: ({state, origin, reason}, share) => {
        if (state === 'failed') {
          progress.clear()
          say(context, `${origin} ${reason}`)
        }
        progress.show(++kept, share)
      },
      onLinked: (count, all) => progress.show(count, count / all, 'linking')
    })
  ).finally(() => progress.clear())
  context.process.stdout.write(json ? `${JSON.stringify(summary)}\n` : printSummary(summary))
  if (summary.failed > 0) context.process.exitCode = 1
  if (summary.stopped) context.process.exitCode = stoppedCode
}

function inWords({
  reports,
  captures,
  rulings,
  names,
  claims,
  incidents,
  unlike,
  same,
  made,
  codebook
}: Done): string {
  const sorts = {reports, captures, rulings, names}
  const lines = [
    `${reports.done} reports with ${claims} claims, ${captures.done} captures, ${rulings.done} rulings, ${names.done} names are in.`
  ]
  for (const [sort, {skipped, items}] of Object.entries(sorts) as [string, Taken][])
    if (skipped) lines.push(`${skipped} of ${items} ${sort} skipped: the store has the same.`)
  if (same) lines.push(`All ${incidents} incidents are as they were: the store holds the same, to its hash.`)
  else if (unlike.length === 0) lines.push(`All ${incidents} incidents are as they were.`)
  else {
    lines.push(`${unlike.length} of ${incidents} incidents are not as they were: ${namesOf(unlike)}.`)
    lines.push(
      made.codebook === codebook
        ? 'Other reports in one of the stores join or part them, or the other store was not relinked since its codebook changed.'
        : `The export is of codebook ${made.codebook}, this is ${codebook}.`
    )
  }
  return `${lines.join('\n')}\n`
}

const mostNamed = 5

function namesOf(ids: readonly string[]): string {
  const more = ids.length - mostNamed
  return `${ids.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
