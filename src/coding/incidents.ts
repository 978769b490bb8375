/**
 * The incidents of one report: claims grouped to happenings, named, placed, dated, tied and coded.
 *
 * A report without a happening that its words assert has no incident; that is an answer.
 */
import {codingTables} from '../codebook/codings.ts'
import {type EventType, eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {Claim, Incident} from '../model/contract.ts'
import type {When} from '../model/date.ts'
import type {Annotated, Problem, Reason} from '../model/layers.ts'
import {stage} from '../model/stage.ts'
import {codableOf} from './codable.ts'
import {codingsOf} from './codings.ts'
import {discourseReader} from './discourse.ts'
import {type Happening, happenings, incidentRank} from './happenings.ts'
import {reasonsOfCodings, reasonsOfDeaths, reasonsOfSides, reasonsOfType} from './incident-reasons.ts'
import {relationFinder} from './relations.ts'
import {dayOf, placeOf} from './when-and-where.ts'

type Read = Annotated<
  | 'passages'
  | 'header'
  | 'syntax'
  | 'coreference'
  | 'times'
  | 'places'
  | 'actors'
  | 'events'
  | 'contexts'
  | 'speech'
  | 'claims'
>

export const incidents = ({codebook}: Knowledge) => {
  const types = new Map(eventTypes(codebook).map(type => [type.id, type]))
  const tables = codingTables(codebook)
  const discourseOf = discourseReader(codebook)
  const relationsOf = relationFinder(codebook)

  return stage({
    name: 'incidents',
    needs: [
      'passages',
      'header',
      'syntax',
      'coreference',
      'times',
      'places',
      'actors',
      'events',
      'contexts',
      'speech',
      'claims'
    ],
    adds: ['incidents', 'incidentReasons'],
    run(report) {
      const told = report.claims.map(({claim}) => claim)
      const context = {report, types, discourse: discourseOf(report)}
      const found = happenings(told, context)
      const main = found.find(({separate}) => !separate)
      const related = relationsOf(report, found, context)
      const problems: Problem[] = []
      const list = found.map((happening, i) => {
        const id = `i${i + 1}`
        const until = startOfNext(found, happening)
        const where = placeOf(report, happening, until)
        const when = dayOf(report, happening, until, related.find(({of}) => of === i)?.shift ?? 0, main)
        if (when === null)
          problems.push({
            stage: 'incidents',
            message: 'No day is known for an incident: neither the text nor the record gives one'
          })
        const ties = related.filter(({from}) => from === i)
        const {incident, reasons} = incidentOf(
          report,
          happening,
          id,
          where?.value ?? null,
          when?.value ?? unknownTime
        )
        const why = [
          happening.why,
          ...(when ? [{...when.why, value: 'when'}] : []),
          ...(where ? [{...where.why, value: 'place'}] : []),
          ...reasons,
          ...ties.map(tie => tie.why)
        ]
        return {incident: {...incident, relations: ties.map(({relation}) => relation)}, why}
      })
      return {
        incidents: list.map(({incident}) => incident),
        incidentReasons: Object.fromEntries(list.map(({incident, why}) => [incident.id, why])),
        problems
      }
    }
  })

  function incidentOf(
    report: Read,
    {claims, separate}: Happening,
    name: string,
    where: string | null,
    when: When
  ): {incident: Incident; reasons: Reason[]} {
    const {places, actors} = report
    const place = places.find(({id}) => id === where) ?? null
    const type = typeOf(claims, types)
    const codable = codableOf(claims, type, types, actors, tables.kinds)
    const {sides} = codable
    const tactics = claims.flatMap(({event, realis, polarity}) => {
      const own = event && types.get(event.type)
      return own && own.rank > 0 && (realis === 'happened' || separate) && polarity === 'affirmed'
        ? [own.id]
        : []
    })
    const incident: Incident = {
      id: name,
      type: type.id,
      when,
      place: place?.id ?? null,
      sides: {a: [...sides.a], b: [...sides.b]},
      tactics: [...new Set(tactics)],
      codings: codingsOf({...codable, when, place, claims}, tables, actors),
      claims: claims.map(({id: claim}) => claim),
      relations: []
    }
    const reasons = [
      reasonsOfType(claims, type),
      ...reasonsOfSides(report, claims, incident),
      ...reasonsOfCodings(codable, tables),
      ...reasonsOfDeaths(claims)
    ]
    return {incident, reasons}
  }
}

/** The weightiest event that is told to have happened, a march before a protest; what was only tried or threatened where nothing else is. */
function typeOf(claims: readonly Claim[], types: ReadonlyMap<string, EventType>): EventType {
  const events = claims.flatMap(({event, realis, polarity}) => {
    const type = event && types.get(event.type)
    // Talks or a condemnation that took place name no incident in which something else was tried.
    const isTold = realis === 'happened' && polarity === 'affirmed' && (type?.rank ?? 0) >= incidentRank
    return type ? [{type, told: isTold, isLeft: event.trigger.text.toLowerCase() === 'missing'}] : []
  })
  const told = events.filter(event => event.told)
  // "Gunmen attacked a convoy; four are missing": that they are missing came of the attack.
  const deeds = told.filter(event => !event.isLeft)
  return (deeds.length ? deeds : told.length ? told : events).reduce((best, event) =>
    event.type.rank > best.type.rank || event.type.broader === best.type.id ? event : best
  ).type
}

/** Where the first claim of the happening told next stands. */
function startOfNext(found: readonly Happening[], {claims}: Happening): number {
  const own = claims[0]!.quote.from
  const others = found.filter(({separate}) => !separate).map(other => other.claims[0]!.quote.from)
  return Math.min(...others.filter(from => from > own), Number.MAX_SAFE_INTEGER)
}

/** Bounds for an incident of which no day is known at all. */
const unknownTime: When = {from: '0001-01-01', to: '9999-12-31', precision: 'year', known: 'inferred'}
