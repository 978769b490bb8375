/** `dateline actors import|lint`: the user's own registry of actors. */
import {buildCommand, buildRouteMap} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {registryFlag} from '../store.ts'

const registry = {...registryFlag, brief: 'Folder of your own registry: actors/*.csv and affiliations/*.csv'}

interface ImportFlags {
  readonly registry: string
  readonly dryRun: boolean
  readonly kind?: string
  readonly json: boolean
}

const importCommand = buildCommand({
  docs: {
    brief: 'Take lists of actors into your own registry, which is read besides the codebook',
    fullDescription:
      "FILE is a CSV in the codebook's own form, the answer of a query to Wikidata (itemLabel, itemAltLabel, countryLabel, typeLabel, ...), or UCDP's list of actors. " +
      'An id that is known is reported and left alone; rows are unverified unless "checked" names the page that was read.\n' +
      'Example: dateline actors import parties.csv --kind party --dry-run'
  },
  parameters: {
    flags: {
      registry,
      dryRun: {kind: 'boolean', default: false, brief: 'Show what would be taken, and write nothing'},
      kind: {kind: 'parsed', parse: String, optional: true, brief: 'Kind of rows that do not say theirs'},
      json: {
        kind: 'boolean',
        default: false,
        brief: 'Print what was taken and refused as JSON, one file a line'
      }
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {brief: 'CSV file', placeholder: 'FILE', parse: String}
    }
  },
  async func(this: Context, {registry: folder, dryRun, kind, json}: ImportFlags, ...files: string[]) {
    const {importActorFiles} = await import('../../workflows/import-actors.ts')
    const imported = importActorFiles(
      files.map(file => pathIn(this, file)),
      {registry: pathIn(this, folder), dryRun, kind: kind ?? null}
    )
    for (const result of imported) {
      const {file, form, rows, actors, affiliations, existing, refused, written} = result
      for (const {line, reason} of refused) say(this, `${file}:${line}: refused: ${reason}`)
      if (json) {
        this.process.stdout.write(`${JSON.stringify(result)}\n`)
        continue
      }
      const known = existing.length
        ? ` (${existing.slice(0, 5).join(', ')}${existing.length > 5 ? ', ...' : ''})`
        : ''
      const unverified = actors.filter(({checked}) => !checked).length
      this.process.stdout.write(
        `${file} (${form}): ${rows} rows; ${actors.length} actors ${dryRun ? 'would be taken' : 'taken'}, ${unverified} unverified; ` +
          `${affiliations.length} affiliations; ${existing.length} known already${known}; ${refused.length} refused\n`
      )
      for (const path of written)
        this.process.stdout.write(`  ${dryRun ? 'would write' : 'written'}: ${path}\n`)
      if (dryRun)
        for (const {id, name, kind: own, country} of actors.slice(0, 20))
          this.process.stdout.write(`  ${[id, name, own, country].filter(Boolean).join(', ')}\n`)
    }
    if (imported.some(({refused}) => refused.length)) this.process.exitCode = 1
  }
})

const lint = buildCommand({
  docs: {
    brief: 'Check the registry of actors: circles, dates, shared names, unknown ids',
    fullDescription:
      'Names file, line and remedy of each finding. The exit code is 1 where there is an error, 0 where there are only warnings.\nExample: dateline actors lint'
  },
  parameters: {flags: {registry}},
  async func(this: Context, {registry: folder}: {readonly registry: string}) {
    const {checkActors, findingInWords} = await import('../../workflows/lint-actors.ts')
    const findings = checkActors(pathIn(this, folder))
    for (const finding of findings) say(this, findingInWords(finding))
    const errors = findings.filter(({severity}) => severity === 'error').length
    if (errors) this.process.exitCode = 1
    else
      this.process.stdout.write(
        `The registry is in order${findings.length ? `; ${findings.length} warnings` : ''}.\n`
      )
  }
})

export const actors = buildRouteMap({
  routes: {import: importCommand, lint},
  docs: {brief: 'Your own registry of actors, read besides the codebook'}
})
