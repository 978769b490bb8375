/** `dateline incidents`: lists what the store holds. */
import {buildCommand} from '@stricli/core'
import type {IncidentFilter} from '../../workflows/open-store.ts'
import {asOfFlag} from '../as-of.ts'
import type {Context} from '../context.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly json: boolean
  readonly since?: string
  readonly until?: string
  readonly place?: string
  readonly type?: string
  readonly actor?: string
  readonly bbox?: readonly [number, number, number, number]
  readonly asOf?: string
}

const optional = (brief: string) => ({kind: 'parsed', parse: String, optional: true, brief}) as const

export const incidents = buildCommand({
  docs: {
    brief: 'List the incidents in the store',
    fullDescription: 'Example: dateline incidents --since 2024-03-01 --place Oruro'
  },
  parameters: {
    flags: {
      store: storeFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one LinkedIncident a line'},
      since: {kind: 'parsed', parse: dayOf, optional: true, brief: 'Not before this day, as 2024-03-05'},
      until: {kind: 'parsed', parse: dayOf, optional: true, brief: 'Not after this day'},
      place: optional('Part of the name of the place, or a country code'),
      type: optional('Type of the codebook, for instance clash'),
      actor: optional('Part of the name of a side'),
      bbox: {kind: 'parsed', parse: boxOf, optional: true, brief: 'West,south,east,north in degrees'},
      asOf: asOfFlag
    }
  },
  async func(this: Context, {store: target, json, asOf, ...filter}: Flags) {
    const found = await withStore(this, target, async store =>
      asOf
        ? (await store.incidentsAsOf(asOf, filter as IncidentFilter)).map(({incident}) => incident)
        : store.incidents(filter as IncidentFilter)
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

function dayOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error(`"${text}" is not a day; write it as 2024-03-05`)
  return text
}

function boxOf(text: string): readonly [number, number, number, number] {
  const numbers = text.split(',').map(Number)
  if (numbers.length !== 4 || numbers.some(Number.isNaN))
    throw new Error(`"${text}" is no box; write west,south,east,north, for instance -68,-19,-66,-17`)
  return numbers as unknown as readonly [number, number, number, number]
}
