/** One row an incident, with the figures of one rule: the table of those who bring no form of their own. */
import type {Figure, LinkedIncident} from '../model/assessment.ts'
import type {Setting} from './format.ts'
import {notesOf, outletsOf} from './notes.ts'
import type {Column, Table} from './table.ts'

interface Row {
  readonly incident: LinkedIncident
  readonly setting: Setting
}

const outcomes = ['killed', 'injured', 'arrested', 'abducted', 'missing', 'displaced'] as const
/** Hashtags of HXL for them, by the outcome. */
const tags: Readonly<Record<(typeof outcomes)[number], string>> = {
  killed: '#affected+killed',
  injured: '#affected+injured',
  arrested: '#affected+arrested',
  abducted: '#affected+abducted',
  missing: '#affected+missing',
  displaced: '#affected+displaced'
}

function figureColumns(outcome: (typeof outcomes)[number]): Column<Row>[] {
  const figure = ({incident, setting}: Row): Figure | undefined =>
    incident.assessments[setting.rule]?.[outcome]
  const tag = tags[outcome]
  return [
    {name: `${outcome}_low`, type: 'integer', tag: `${tag}+min`, value: row => figure(row)?.low ?? null},
    {name: `${outcome}_best`, type: 'integer', tag: `${tag}+best`, value: row => figure(row)?.best ?? null},
    {name: `${outcome}_high`, type: 'integer', tag: `${tag}+max`, value: row => figure(row)?.high ?? null},
    {name: `${outcome}_open`, type: 'boolean', value: row => figure(row)?.open ?? null},
    {name: `${outcome}_contested`, type: 'boolean', value: row => figure(row)?.contested ?? null},
    {
      name: `${outcome}_accounts`,
      type: 'integer',
      value: row => figure(row)?.accounts.filter(({status}) => status === 'latest').length ?? null
    }
  ]
}

const of = (value: (incident: LinkedIncident) => string | number | boolean | null) => (row: Row) =>
  value(row.incident)

export const incidentsTable: Table<Row> = {
  columns: [
    {name: 'id', type: 'string', tag: '#event+id', value: of(({id}) => id)},
    {name: 'headline', type: 'string', tag: '#event+name', value: of(({headline}) => headline)},
    {name: 'type', type: 'string', tag: '#event+type', value: of(({type}) => type)},
    {name: 'date_from', type: 'day', tag: '#date+start', value: of(({when}) => when.from.slice(0, 10))},
    {name: 'date_to', type: 'day', tag: '#date+end', value: of(({when}) => when.to.slice(0, 10))},
    {name: 'date_precision', type: 'string', tag: '#date+precision', value: of(({when}) => when.precision)},
    {
      name: 'country',
      type: 'string',
      tag: '#country+code+v_iso2',
      value: of(({place}) => place?.country ?? null)
    },
    {name: 'admin1', type: 'string', tag: '#adm1+name', value: of(({place}) => place?.admin1 ?? null)},
    {name: 'place', type: 'string', tag: '#loc+name', value: of(({place}) => place?.name ?? null)},
    {name: 'latitude', type: 'number', tag: '#geo+lat', value: of(({place}) => place?.lat ?? null)},
    {name: 'longitude', type: 'number', tag: '#geo+lon', value: of(({place}) => place?.lon ?? null)},
    {
      name: 'place_precision',
      type: 'string',
      tag: '#geo+precision',
      value: of(({place}) => place?.precision ?? null)
    },
    {
      name: 'side_a',
      type: 'string',
      tag: '#group+side_a',
      value: of(({sides}) => sides.a.join('; ') || null)
    },
    {
      name: 'side_b',
      type: 'string',
      tag: '#group+side_b',
      value: of(({sides}) => sides.b.join('; ') || null)
    },
    ...outcomes.flatMap(figureColumns),
    {
      name: 'disputed',
      type: 'string',
      value: of(({facts}) => facts.flatMap(({fact, contested}) => (contested ? fact : [])).join('; ') || null)
    },
    {name: 'reports', type: 'integer', tag: '#meta+reports+num', value: of(({reports}) => reports.length)},
    {
      name: 'accounts',
      type: 'integer',
      tag: '#meta+accounts+num',
      value: of(({accounts}) => accounts.length)
    },
    {
      name: 'sources',
      type: 'string',
      tag: '#meta+source',
      value: of(incident => outletsOf(incident).join('; ') || null)
    },
    {
      name: 'source_urls',
      type: 'string',
      tag: '#meta+url',
      value: of(({reports}) => reports.flatMap(({url}) => url ?? []).join(' ') || null)
    },
    {
      name: 'notes',
      type: 'string',
      tag: '#description',
      value: ({incident, setting}) => notesOf(incident, setting)
    }
  ],
  rowsOf: (incident, setting) => [{incident, setting}]
}
