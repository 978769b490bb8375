/**
 * The incidents of one report: claims grouped to happenings, named, placed, dated, tied and coded.
 *
 * A report without a happening that its words assert has no incident; that is an answer.
 */
import {codingTables} from '../codebook/codings.ts'
import {type EventType, eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {isTimeOfSpeaking} from '../languages/en/speech-time.ts'
import type {Claim, Incident} from '../model/contract.ts'
import {addDays, daysBetween, isIsoDate, type When} from '../model/date.ts'
import type {Annotated, Problem} from '../model/layers.ts'
import {stage} from '../model/stage.ts'
import {codableOf} from './codable.ts'
import {codingsOf} from './codings.ts'
import {discourseReader} from './discourse.ts'
import {type Happening, happenings} from './happenings.ts'
import {relationFinder} from './relations.ts'

type Read = Annotated<
  | 'passages'
  | 'header'
  | 'syntax'
  | 'coreference'
  | 'times'
  | 'places'
  | 'actors'
  | 'events'
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
      'speech',
      'claims'
    ],
    adds: ['incidents'],
    run(report) {
      const told = report.claims.map(({claim}) => claim)
      const context = {report, types, discourse: discourseOf(report)}
      const found = happenings(told, context)
      const main = found.find(({separate}) => !separate)
      const related = relationsOf(report, found, context)
      const problems: Problem[] = []
      const list = found.map((happening, i) => {
        happening.place ??= happening.separate ? null : placeSpokenOf(report)
        happening.when ??= happening.separate ? null : daySpokenOf(report, happening)
        const when = whenOf(report, happening, related.find(({of}) => of === i)?.shift ?? 0, main)
        if (when === null)
          problems.push({
            stage: 'incidents',
            message: 'No day is known for an incident: neither the text nor the record gives one'
          })
        return incidentOf(report, happening, `i${i + 1}`, when ?? unknownTime)
      })
      return {
        incidents: list.map((incident, i) => ({
          ...incident,
          relations: related.filter(({from}) => from === i).map(({relation}) => relation)
        })),
        problems
      }
    }
  })

  function incidentOf(
    {places, actors}: Read,
    {claims, place: id, separate}: Happening,
    name: string,
    when: When
  ): Incident {
    const place = id === null ? null : (places.find(other => other.id === id) ?? null)
    const type = typeOf(claims, types)
    const codable = codableOf(claims, type, types, actors, tables.kinds)
    const {sides} = codable
    const tactics = claims.flatMap(({event, realis, polarity}) => {
      const own = event && types.get(event.type)
      return own && own.rank > 0 && (realis === 'happened' || separate) && polarity === 'affirmed'
        ? [own.id]
        : []
    })
    return {
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
  }
}

/** The weightiest event that is told to have happened, a march before a protest; what was only tried or threatened where nothing else is. */
function typeOf(claims: readonly Claim[], types: ReadonlyMap<string, EventType>): EventType {
  const events = claims.flatMap(({event, realis, polarity}) => {
    const type = event && types.get(event.type)
    return type ? [{type, told: realis === 'happened' && polarity === 'affirmed'}] : []
  })
  const told = events.filter(event => event.told)
  return (told.length ? told : events).reduce((best, event) =>
    event.type.rank > best.type.rank || event.type.broader === best.type.id ? event : best
  ).type
}

/** Where no claim names the place: the first place the report locates something in, the finest within the first town. */
function placeSpokenOf({places}: Read): string | null {
  const located = places.filter(({mentions}) => mentions.some(({use}) => use === 'locative'))
  const first = located.find(({precision}) => precision === 'town' || precision === 'site') ?? located[0]
  return first?.id ?? null
}

/** Where no claim gives the day: a day in the sentences of its claims ("Tuesday's clashes"), else the first day of the report's last week. */
function daySpokenOf({passages, times, syntax, speech, header}: Read, {claims}: Happening): When | null {
  const day = header.publishedOn
  // The day of an embedded post is the post's.
  const isPost = ({from}: {from: number}) =>
    passages[syntax.sentenceAt(from)?.passage ?? 0]?.kind === 'social-post'
  const recent = times.filter(({kind, when, from, to}) => {
    const age = when && day && isIsoDate(when.from) ? daysBetween(when.from, day) : null
    return (
      kind === 'point' &&
      when?.precision === 'day' &&
      age !== null &&
      age >= 0 &&
      age <= daysOfNews &&
      !isPost({from}) &&
      !isTimeOfSpeaking({from, to}, speech)
    )
  })
  const sentences = new Set(claims.map(({quote}) => syntax.sentenceAt(quote.from)?.index))
  const own = recent.find(time => sentences.has(syntax.sentenceAt(time.from)?.index))
  return (own ?? recent[0])?.when ?? null
}

/** A report tells of what happened up to so many days before it. */
const daysOfNews = 7

/** Bounds for an incident of which no day is known at all. */
const unknownTime: When = {from: '0001-01-01', to: '9999-12-31', precision: 'year', known: 'inferred'}

/** The day its claims give; else the day of publication, inferred; a happening tied by "hours after" is of that day or the eve. */
function whenOf(
  {header}: Read,
  {when, separate}: Happening,
  shift: number,
  main: Happening | undefined
): When | null {
  if (when) return when
  const base =
    (separate ? main?.when?.from.slice(0, 10) : null) ?? header.publishedOn ?? header.dateline?.on ?? null
  if (base === null || !isIsoDate(base)) return null
  return {from: shift === 0 ? base : addDays(base, shift), to: base, precision: 'day', known: 'inferred'}
}
