/** `dateline export --format F --out FILE`: incidents in a form that other people's tools read, with a manifest. */
import {buildCommand} from '@stricli/core'
import {type Locale, locales} from '../../messages/words.ts'
import {type RuleId, ruleIds} from '../../model/assessment.ts'
import {type Context, pathIn} from '../context.ts'
import {type FilterFlags, filterFlags} from '../filter.ts'
import {progressOf} from '../progress.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags extends FilterFlags {
  readonly store: string
  readonly format?: string
  readonly out?: string
  readonly rule?: RuleId
  readonly redact: boolean
  readonly incident?: readonly string[]
  readonly lang: Locale
  readonly graphic: boolean
  readonly json: boolean
}

export const exportIncidents = buildCommand({
  docs: {
    brief: "Write incidents in a form that other people's tools read",
    fullDescription:
      'As they are at one moment; FILE.manifest.json says what is in FILE. A FILE.zip is packed: with its manifest and the texts of its quotes, for "dateline verify FILE.zip" anywhere. Without --format it lists the formats.\nExample: dateline export --format acled-csv --since 2024-03-01 --out march.csv\n         dateline export --format dossier --incident a27b2cf8839d --lang ar --out march.html'
  },
  parameters: {
    flags: {
      store: storeFlag,
      format: {kind: 'parsed', parse: String, optional: true, brief: 'Which form', placeholder: 'FORMAT'},
      out: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'File to write; it must not be there yet. FILE.zip is packed',
        placeholder: 'FILE'
      },
      rule: {
        kind: 'enum',
        values: ruleIds,
        optional: true,
        brief: "Whose figures to take [default = the format's own]"
      },
      ...filterFlags,
      redact: {
        kind: 'boolean',
        default: false,
        brief: 'For anybody: without names of private persons, contacts and exact coordinates'
      },
      incident: {
        kind: 'parsed',
        parse: String,
        variadic: true,
        optional: true,
        brief: 'Only this one; may be given several times',
        placeholder: 'ID'
      },
      lang: {kind: 'enum', values: locales, default: 'en', brief: 'Language of a dossier'},
      graphic: {
        kind: 'boolean',
        default: false,
        brief: 'Words about bodies and wounds are open in a dossier, and printed'
      },
      json: {kind: 'boolean', default: false, brief: 'Print the manifest as JSON'}
    }
  },
  async func(this: Context, flags: Flags) {
    const {store: target, format, out, rule, redact, incident, lang, graphic, json, ...filter} = flags
    const [{installedExporter}, {idsNow}, {beLean}] = await Promise.all([
      import('../../workflows/export.ts'),
      import('../../workflows/incident-now.ts'),
      import('../../workflows/open-store.ts')
    ])
    const exporter = installedExporter()
    if (format === undefined) {
      for (const {id, about} of exporter.formats) this.process.stdout.write(`${id.padEnd(20)} ${about}\n`)
      return
    }
    const known = exporter.formatOf(format)
    const file = pathIn(this, out ?? `incidents.${known.extension}`)
    const wish = {
      ...{format: known, rule, redacted: redact, packed: /\.zip$/i.test(file), language: lang, graphic}
    }
    const progress = progressOf(this)
    beLean()
    const manifest = await withStore(this, target, async store => {
      const ids = incident && (await idsNow(store, incident))
      return exporter.exportTo(
        store,
        file,
        {...wish, filter: {...filter, ids}},
        {now: () => new Date(), onIncident: (done, total) => progress.show(done, done / total)}
      )
    }).finally(() => progress.clear())
    const {rows, incidents, leftOut, sha256, note} = manifest
    const others = Object.entries(leftOut).map(([why, count]) => `${count} left out: ${why}.\n`)
    this.process.stdout.write(
      json
        ? `${JSON.stringify(manifest)}\n`
        : `${rows} rows of ${incidents} incidents are in ${file} (SHA-256 ${sha256}).\n${others.join('')}${note ? `Being redacted, ${note}.\n` : ''}`
    )
  }
})
