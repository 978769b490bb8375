/**
 * When the violent or repressive act happened that a report is about, by a general rule over its claims.
 *
 * 1. The first claim of such an act (killed, abducted, tortured, arrested, attacked; told to have happened or to have been
 *    tried) whose day the text writes ("on 5 March"), else whose month ("in May 2019").
 * 2. Else the first such claim with any time ("on Friday", "in 2017").
 * 3. Else, where such an act is told at all, the first time that the opening of the text writes, whatever it dates.
 * 4. Else nothing but the year of publication.
 *
 * Of a day that only a weekday tells ("on Friday") month and year are answered and no day: so the people who
 * made the key read it, and a reader cannot tell that day from the text alone.
 */
import type {EventType} from '../src/codebook/event-types.ts'
import type {When} from '../src/model/date.ts'
import type {TimeMention} from '../src/model/layers.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'

export interface PrincipalTime {
  readonly when: When
  /** The words write day or month, and not a weekday or a distance. */
  readonly isWritten: boolean
}

const families = new Set(['attack', 'shooting', 'explosion', 'abduction', 'detention', 'torture', 'clash'])

/** The opening of a text, in UTF-16 units. */
const opening = 1500

export function principalTime(
  {text, times, claims, syntax, header}: AnnotatedReport,
  types: ReadonlyMap<string, EventType>
): PrincipalTime | null {
  const isWritten = ({from, to}: TimeMention) => /\d/.test(text.slice(from, to))
  const acts = claims.flatMap(({claim: {event, realis, polarity}}) => {
    const isAct = event !== undefined && families.has(types.get(event.type)!.family)
    const isTold = polarity !== 'denied' && (realis === 'happened' || realis === 'attempted')
    return isAct && isTold ? [event] : []
  })
  const dated = acts.flatMap(({when, trigger}) => {
    const mention = syntax
      .inSentence(times, syntax.sentenceAt(trigger.from)!)
      .find(time => time.when?.from === when?.from && time.when?.to === when?.to)
    return when && mention ? [mention] : []
  })
  const written = dated.filter(isWritten)
  const chosen =
    written.find(({when}) => when!.from === when!.to) ??
    written.find(({when}) => when!.from.slice(0, 7) === when!.to.slice(0, 7)) ??
    dated[0] ??
    (acts.length > 0
      ? times.find(time => time.when && time.kind !== 'stamp' && time.from < opening && isWritten(time))
      : undefined)
  if (chosen) return {when: chosen.when!, isWritten: isWritten(chosen)}
  const year = header.publishedOn?.slice(0, 4)
  return year === undefined
    ? null
    : {
        when: {from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year', known: 'inferred'},
        isWritten: false
      }
}
