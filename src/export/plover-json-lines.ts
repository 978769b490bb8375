/**
 * Incidents as events of PLOVER, one JSON object a line, with the fields of its manual.
 *
 * Who acts and on whom are the facts "who" and "against" of the reports; where none says, the sides of the incident.
 * A field that no claim can fill is null. What a field holds: docs/exports.md.
 */
import type {LinkedIncident, RuleId} from '../model/assessment.ts'
import type {Format} from './format.ts'
import {notesOf} from './notes.ts'
import {reportsByAccount} from './reports-by-account.ts'
import {sectorOf} from './sector-of.ts'

/** The classes of Goldstein's square to which PLOVER's types belong. */
const quads: Readonly<Record<string, readonly string[]>> = {
  'verbal cooperation': ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'],
  'material cooperation': ['COOPERATE', 'AID', 'RETREAT'],
  'verbal conflict': ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  'material conflict': ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']
}

export const ploverJsonl: Format = {
  id: 'plover-jsonl',
  about: 'Events of PLOVER, one JSON object a line',
  version: 1,
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  rule: 'dateline',
  async *write(incidents, {rule}) {
    let [rows, leftOut] = [0, 0]
    for await (const incident of incidents) {
      const event = eventOf(incident, rule)
      if (event === null) {
        leftOut++
        continue
      }
      rows++
      yield `${JSON.stringify(event)}\n`
    }
    return {rows, incidents: rows, leftOut: leftOut ? {'PLOVER has no type for it': leftOut} : {}}
  }
}

function eventOf(incident: LinkedIncident, rule: RuleId) {
  const {plover} = incident.codings
  if (!plover) return null
  const {place, sides, claims} = incident
  const deeds = claims.filter(({event}) => event !== undefined)
  const deed = deeds.find(({event}) => event!.type === incident.type) ?? deeds[0]
  const figure = (outcome: string) => incident.assessments[rule]?.[outcome]?.best ?? null
  const reports = reportsByAccount(incident)
  return {
    id: incident.id,
    has_event: true,
    date: incident.when.from.slice(0, 10),
    time: null,
    enddate: incident.when.to.slice(0, 10),
    endtime: null,
    actor: entities(incident, 'who', sides.a),
    recipient: entities(incident, 'against', sides.b),
    event: plover.event,
    event_loc: place && {
      name: place.name,
      admin1: place.admin1,
      country: place.country,
      latitude: place.lat,
      longitude: place.lon,
      precision: place.precision,
      geonames_id: place.gazetteerId?.startsWith('geonames:') ? place.gazetteerId.slice(9) : null
    },
    event_text: deed?.quote.text ?? null,
    quad_code: Object.keys(quads).find(quad => quads[quad]!.includes(String(plover.event))) ?? null,
    event_scale: null,
    size: {dead: figure('killed'), injured: figure('injured'), arrested: figure('arrested')},
    mode: plover.mode,
    context: plover.contexts,
    link: reports.flatMap(({url}) => url ?? []),
    text: [...new Set(claims.map(({quote}) => quote.text))].join('\n'),
    text_info: {languages: [...new Set(reports.map(({language}) => language))]},
    cite_info: reports.map(({outlet, agency, publishedOn, title, url}) => ({
      ...{publisher: outlet, agency, date: publishedOn},
      ...{headline: title, url}
    })),
    coder: 'dateline',
    coded_date: null,
    coded_time: null,
    comment: notesOf(incident, {rule})
  }
}

function entities(incident: LinkedIncident, fact: 'who' | 'against', side: readonly string[]) {
  const told = incident.facts.find(known => known.fact === fact)?.values.map(({value}) => value) ?? []
  return (told.length ? told : side).map(name => ({
    code: null,
    sector: sectorOf(incident, [name]),
    entity_text: name
  }))
}
