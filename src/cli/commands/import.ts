/** `dateline import FILE`: a lossless export, or somebody else's dataset, into the store. */
import {buildCommand} from '@stricli/core'
import type {Imported, Taken} from '../../workflows/import-lines.ts'
import {type Context, pathIn} from '../context.ts'
import {progressOf} from '../progress.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly registry: string
  readonly add: boolean
  readonly json: boolean
}

type Done = Imported & {readonly codebook: string}

export const importFile = buildCommand({
  docs: {
    brief: 'Put a lossless export into the store',
    fullDescription:
      'FILE is what "dateline export --format jsonl" wrote, gzip or not. All of it is put in, or nothing; the incidents are the same.\nExample: dateline import march.jsonl --store ./new-folder'
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
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'}
    },
    positional: {
      kind: 'tuple',
      parameters: [{parse: String, brief: 'File to read', placeholder: 'FILE'}]
    }
  },
  async func(this: Context, {store: target, registry, add, json}: Flags, file: string) {
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
