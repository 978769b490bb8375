/**
 * When the violent or repressive act happened that a report is about, by a general rule over its claims.
 *
 * 1. The first act (people killed, abducted, tortured, arrested, attacked, missing; told to have happened or to have
 *    been tried) whose day the text writes ("on 5 March"), else whose month ("in May 2019"). A day that one place tells by
 *    a weekday and another writes ("on Wednesday", "Wednesday, Jan. 6") is written.
 * 2. Else the first act with any time ("on Friday", "in 2017").
 * 3. Else, where an act is told at all, the first time that the opening of the text writes, whatever it dates.
 * 4. Else nothing but the year of publication. What is yet to come is the time of no act.
 *
 * Of a day that only a weekday tells ("on Friday") month and year are answered and no day: so the people who
 * made the key read it, and a reader cannot tell that day from the text alone.
 */

import {timeOfClause} from '../src/attribute/when.ts'
import type {EventType} from '../src/codebook/event-types.ts'
import {addDays, type When} from '../src/model/date.ts'
import type {TimeMention} from '../src/model/layers.ts'
import type {Span} from '../src/model/span.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'

export interface PrincipalTime {
  readonly when: When
  /** The words write day or month, and not a weekday or a distance. */
  readonly isWritten: boolean
}

const families = new Set(['attack', 'shooting', 'explosion', 'abduction', 'detention', 'torture', 'clash'])
const outcomes = new Set(['killed', 'abducted', 'arrested', 'missing'])

/** The opening of a text, in UTF-16 units. */
const opening = 800

export function principalTime(
  report: AnnotatedReport,
  types: ReadonlyMap<string, EventType>
): PrincipalTime | null {
  const {text, times, syntax, header} = report
  const known = times.filter(
    ({when, kind}) =>
      when && kind !== 'stamp' && !(header.publishedOn && when.from > addDays(header.publishedOn, 1))
  )
  const hasDigits = ({from, to}: Span) => /\d/.test(text.slice(from, to))
  const isWritten = (time: TimeMention) =>
    hasDigits(time) || (isDay(time) && known.some(other => same(other.when!, time.when!) && hasDigits(other)))
  const acts = actsOf(report, types)
  const dated = acts.flatMap(({at, when}) => {
    const sentence = syntax.inSentence(times, syntax.sentenceAt(at)!)
    const mention = when && sentence.find(time => time.when && same(time.when, when) && known.includes(time))
    return mention ? [mention] : []
  })
  const written = dated.filter(isWritten)
  const chosen =
    written.find(isDay) ??
    written.find(({when}) => when!.from.slice(0, 7) === when!.to.slice(0, 7)) ??
    dated[0] ??
    (acts.length > 0 ? known.find(time => time.from < opening && hasDigits(time)) : undefined)
  if (chosen) return {when: chosen.when!, isWritten: isWritten(chosen)}
  const year = header.publishedOn?.slice(0, 4)
  return year === undefined
    ? null
    : {
        when: {from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year', known: 'inferred'},
        isWritten: false
      }
}

interface Act {
  readonly at: number
  readonly when: When | null
}

/** Violent and repressive acts, and people told to have suffered them, in the order of the text. */
function actsOf(report: AnnotatedReport, types: ReadonlyMap<string, EventType>): Act[] {
  const events = report.claims.flatMap(({claim: {event, realis, polarity}}) => {
    const isAct = event !== undefined && families.has(types.get(event.type)!.family)
    const isTold = polarity !== 'denied' && (realis === 'happened' || realis === 'attempted')
    return isAct && isTold ? [{at: event.trigger.from, when: event.when}] : []
  })
  const suffered = report.casualties.flatMap(({outcome, realis, polarity, trigger, clause, token}) =>
    outcomes.has(outcome) && realis === 'happened' && polarity !== 'denied'
      ? [
          {
            at: trigger.from,
            when: timeOfClause(report, clause, report.syntax.tokens[token]!, false)?.when ?? null
          }
        ]
      : []
  )
  return [...events, ...suffered].sort((a, b) => a.at - b.at)
}

const isDay = ({when}: TimeMention): boolean => when!.from === when!.to

function same(a: When, b: When): boolean {
  return a.from === b.from && a.to === b.to
}
