/** `dateline incidents`: lists what the store holds. */
import {buildCommand} from '@stricli/core'
import {asOfFlag} from '../as-of.ts'
import type {Context} from '../context.ts'
import {type FilterFlags, filterFlags} from '../filter.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags extends FilterFlags {
  readonly store: string
  readonly json: boolean
  readonly asOf?: string
}

export const incidents = buildCommand({
  docs: {
    brief: 'List the incidents in the store',
    fullDescription: 'Example: dateline incidents --since 2024-03-01 --place Oruro'
  },
  parameters: {
    flags: {
      store: storeFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one LinkedIncident a line'},
      ...filterFlags,
      asOf: asOfFlag
    }
  },
  async func(this: Context, {store: target, json, asOf, ...filter}: Flags) {
    const found = await withStore(this, target, async store =>
      asOf ? (await store.incidentsAsOf(asOf, filter)).map(({incident}) => incident) : store.incidents(filter)
    )
    for (const incident of found) {
      if (json) {
        this.process.stdout.write(`${JSON.stringify(incident)}\n`)
        continue
      }
      const figures = Object.entries(incident.assessments.dateline ?? {}).flatMap(
        ([outcome, {low, high, contested}]) =>
          low === null
            ? []
            : `${outcome} ${low === high ? low : `${low}-${high}`}${contested ? ' contested' : ''}`
      )
      this.process.stdout.write(
        `${incident.id}  ${incident.headline}  ${incident.reports.length} reports, ${incident.accounts.length} accounts${figures.length ? `  ${figures.join(', ')}` : ''}\n`
      )
    }
    if (found.length === 0 && !json)
      this.process.stdout.write('No incident fits. "dateline ingest FILE" reads reports into the store.\n')
  }
})
