/** `dateline show ID`: one incident with its accounts, claims and what holds. */
import {buildCommand} from '@stricli/core'
import type {Locale} from '../../messages/words.ts'
import type {LinkedIncident} from '../../model/assessment.ts'
import {asOfFlag} from '../as-of.ts'
import {type Context, say} from '../context.ts'
import {langFlag, wordingOf} from '../lang.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly json: boolean
  readonly explain: boolean
  readonly lang: Locale
  readonly asOf?: string
  readonly history: boolean
}

export const show = buildCommand({
  docs: {
    brief: 'Show one incident: accounts, exact words, what holds',
    fullDescription:
      'The id is the first word of a line of "dateline incidents"; one that is no more leads to the incident that holds its reports, REPORT/i2 to the one that holds what a report tells.\nExamples: dateline show a27b2cf8839d\n          dateline show a27b2cf8839d --explain\n          dateline show a27b2cf8839d --as-of 2026-11-26T10:00Z\n          dateline show a27b2cf8839d --history\n          dateline show a27b2cf8839d --lang ar'
  },
  parameters: {
    flags: {
      store: storeFlag,
      json: {kind: 'boolean', default: false, brief: 'Print it as one line of JSON'},
      explain: {
        kind: 'boolean',
        default: false,
        brief: 'Say by which steps each rule came to its value, and what it set aside'
      },
      lang: langFlag,
      asOf: asOfFlag,
      history: {kind: 'boolean', default: false, brief: 'Print who and what changed it, and when'}
    },
    positional: {kind: 'tuple', parameters: [{brief: 'Id of an incident', placeholder: 'ID', parse: String}]}
  },
  async func(this: Context, {store: target, json, explain, lang, asOf, history}: Flags, id: string) {
    const {incidentAsOf, incidentNow} = await import('../../workflows/incident-now.ts')
    const {incident, rows, tied, tellings} = await withStore(this, target, async store => {
      const find = (other: string) => (asOf ? incidentAsOf(store, other, asOf) : incidentNow(store, other))
      const incident = await find(id)
      const tied = new Map<string, LinkedIncident>()
      for (const {to} of incident?.relations ?? []) {
        const other = await find(to)
        if (other) tied.set(to, other)
      }
      // Only Arabic asks by which name the reports call the place.
      const reports =
        lang === 'en' || !incident
          ? []
          : await store.codedReports(incident.reports.map(({id: report}) => report))
      const tellings = reports.flatMap(({places}) =>
        places.filter(({gazetteerId}) => gazetteerId !== null && gazetteerId === incident?.place?.gazetteerId)
      )
      return {
        incident,
        tied,
        tellings,
        rows: history && incident ? await store.auditOf(`incident ${id}`) : []
      }
    })
    if (!incident) {
      say(
        this,
        asOf
          ? `No incident "${id}" was held at ${asOf}; "dateline incidents --as-of ${asOf}" lists those that were`
          : `No incident "${id}"; "dateline incidents" lists their ids`
      )
      this.process.exitCode = 1
      return
    }
    if (incident.id !== id) say(this, `${id} is no more; now ${incident.id}`)
    if (history) {
      const {printHistory} = await import('../print/rulings.ts')
      this.process.stdout.write(
        json ? rows.map(row => `${JSON.stringify(row)}\n`).join('') : printHistory(rows)
      )
      return
    }
    const {printIncident} = await import('../print/incident.ts')
    this.process.stdout.write(
      json
        ? `${JSON.stringify(incident)}\n`
        : printIncident(incident, {explain, tied, tellings, wording: await wordingOf(lang)})
    )
  }
})
