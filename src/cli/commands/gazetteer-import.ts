/** `dateline gazetteer import FILE...`: places from files of GeoNames and Who's On First. */
import {basename} from 'node:path'
import {buildCommand} from '@stricli/core'
import type {Progress} from '../../workflows/import-places.ts'
import {type Context, pathIn, say} from '../context.ts'
import {packsFolder} from '../gazetteer.ts'
import {progressOf} from '../progress.ts'

interface Flags {
  readonly name?: string
  readonly to: string
  readonly dryRun: boolean
  readonly json: boolean
}

/** Without a terminal a line is said for each so many rows. */
const rowsPerLine = 1_000_000

export const gazetteerImport = buildCommand({
  docs: {
    brief: "Import places from files of GeoNames or Who's On First",
    fullDescription:
      'FILE is a dump of GeoNames (cities500.txt, IQ.txt, allCountries.txt), its admin1CodesASCII.txt, admin2Codes.txt or ' +
      "alternateNamesV2.txt, or Who's On First as JSON Lines; plain, .gz or .zip. All FILEs become one pack; an older pack of " +
      'that name is replaced. What is kept of a dump is said in codebook/gazetteer-features.csv.\n' +
      'Example: dateline gazetteer import IQ.zip admin1CodesASCII.txt --name iraq'
  },
  parameters: {
    flags: {
      name: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'Name of the pack [default = that of the file]',
        placeholder: 'NAME'
      },
      to: {
        kind: 'parsed',
        parse: String,
        default: packsFolder,
        brief: 'Folder of the packs',
        placeholder: 'DIR'
      },
      dryRun: {kind: 'boolean', default: false, brief: 'Read and count, keep nothing'},
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'}
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {brief: "File of GeoNames or Who's On First", placeholder: 'FILE', parse: String}
    }
  },
  async func(this: Context, {name, to, dryRun, json}: Flags, ...files: string[]) {
    const [{importPlaces}, {printImport}] = await Promise.all([
      import('../../workflows/import-places.ts'),
      import('../print/gazetteer.ts')
    ])
    const start = performance.now()
    const bar = progressOf(this)
    const summary = await importPlaces(
      files.map(path => pathIn(this, path)),
      {folder: pathIn(this, to), name, dryRun, onProgress: progressTo(this, bar)}
    )
    bar.clear()
    for (const {path, refused, firstRefused} of summary.files) {
      for (const {line, reason} of firstRefused) say(this, `${path}:${line}: ${reason}`)
      if (refused > firstRefused.length)
        say(this, `${path}: ${refused - firstRefused.length} more lines refused`)
    }
    const seconds = (performance.now() - start) / 1000
    this.process.stdout.write(
      json ? `${JSON.stringify({...summary, seconds, dryRun})}\n` : printImport(summary, seconds, dryRun)
    )
  }
})

function progressTo(context: Context, bar: ReturnType<typeof progressOf>): (progress: Progress) => void {
  let said = 0
  return ({path, rows, share}) => {
    if (context.process.stderr.isTTY) return bar.show(rows, share, basename(path))
    if (rows < said) said = 0
    if (rows - said < rowsPerLine) return
    said = rows
    say(context, `${path}: ${rows} lines, ${Math.round(100 * share)} %`)
  }
}
