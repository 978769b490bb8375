/**
 * The time a statement gives for its happening: the expression in its own clause, else the nearest in its sentence.
 *
 * Lags ("hours after") order happenings and are left to coding/; history
 * ("since 2003") dates the background, not the news.
 */
import {isTimeOfSpeaking} from '../languages/en/speech-time.ts'
import type {When} from '../model/date.ts'
import type {Annotated} from '../model/layers.ts'
import {overlaps, type Span} from '../model/span.ts'
import type {Token} from '../model/syntax.ts'

export interface DatedBy {
  readonly when: When
  readonly words: Span
  readonly rule: string
}

export function whenOf(
  {syntax, times, speech}: Annotated<'syntax' | 'times' | 'speech'>,
  clause: Span,
  token: Token
): DatedBy | null {
  const sentence = syntax.sentenceOf(token)
  const frames = syntax.inSentence(speech, sentence, ({cue}) => cue)
  const points = syntax
    .inSentence(times, sentence)
    .filter(time => time.kind === 'point' && time.when !== null && !isTimeOfSpeaking(time, frames))
  const own = points.filter(time => overlaps(time, clause))
  const distance = (time: Span) => Math.min(Math.abs(time.from - token.to), Math.abs(token.from - time.to))
  // "last month's election" dates the election: coarse times count only when they stand in the clause itself.
  const fine = points.filter(time => time.when!.precision === 'day' || time.when!.precision === 'instant')
  const fineOwn = own.filter(time => fine.includes(time))
  const [best] = (fineOwn.length ? fineOwn : fine).sort((a, b) => distance(a) - distance(b))
  if (!best) return null
  return {
    when: best.when!,
    words: {from: best.from, to: best.to},
    rule: overlaps(best, clause) ? 'time-in-clause' : 'time-in-sentence'
  }
}
