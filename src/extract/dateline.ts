/**
 * Finds the dateline: where, for whom and when a report was filed, before its first sentence.
 *
 *     ERBIL (Radio Oru) –          BAGHDAD — (AP)          KYIV, Nov 5 (Reuters) -
 *     date 2021-11-05 TRIPOLI –    Cairo, (APP - 5th Nov, 2021) :    (Khartoum, March 3, 2021) –
 *
 * Pure pattern over the first characters of a paragraph; a sentence that merely
 * begins with a capitalised place has no dash or parenthesis and is left alone.
 */
import type {Dateline} from '../languages/language.ts'
import {isIsoDate} from '../model/date.ts'

/** A dateline is never longer than this. */
const longest = 160
const word = String.raw`\p{Lu}[\p{L}'’.-]*`
const places = `(?<place>${word}(?:[ ]${word}){0,3}(?:[,/] ?${word}(?:[ ]${word}){0,2}){0,2})`
const day = String.raw`(?:,? ?(?<day>\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{L}{2,8}))?`
const credit = String.raw`(?:\((?<credit>[^()\n]{2,80})\))`
const dash = '(?:—|–|--|-|:)'
const pattern = new RegExp(
  String.raw`^\s*(?:date (?<stamp>\d{4}-\d\d-\d\d)\s+)?(?:${places},?${day},? ?(?:${credit} ?${dash}+|${dash}+ ?${credit}|${dash}(?=\s)|${credit}(?=\s))|(?<=date \d{4}-\d\d-\d\d\s))\s*(?:${dash}\s)?`,
  'u'
)

/** Rights groups put the town in brackets: "(Khartoum) –", "(New York, March 3, 2021) –". */
const bracketed = new RegExp(
  String.raw`^\s*\((?<place>${word}(?:[ ]${word}){0,3})(?:, (?<day>\p{Lu}\p{L}{2,8}\.? \d{1,2})(?:, \d{4})?)?\) ?(?:—|–|--|-)\s`,
  'u'
)

/** `from`: where the paragraph begins. `null` when it opens without a dateline. */
export function datelineAt(text: string, from: number): Dateline | null {
  const opening = text.slice(from, from + longest)
  const town = bracketed.exec(opening)
  if (town?.groups) {
    const start = from + town[0].length - town[0].trimStart().length
    const {place, day: written} = town.groups
    return {
      span: {from: start, to: from + town[0].trimEnd().length},
      place: place!,
      credit: null,
      on: null,
      day: written ?? null
    }
  }
  const match = pattern.exec(opening)
  if (!match?.groups) return null
  const {stamp, place, day: written, credit: credited} = match.groups
  // "Police: two men died" and "Analysis - what next" are no datelines: a lone dash needs capitals or a stamp.
  if (place && !stamp && place !== place.toUpperCase() && !(credited && /[—–:-]\s*$/.test(match[0])))
    return null
  // "Telma (Oruro): Gunmen ..." heads a paragraph of a list, where others are headed so too.
  if (place && credited && /:\s*$/.test(match[0]) && place !== place.toUpperCase() && isListed(text))
    return null
  const whole = match[0]
  const start = from + whole.length - whole.trimStart().length
  return {
    span: {from: start, to: from + whole.trimEnd().length},
    place: place ?? null,
    credit: credited?.trim() ?? null,
    on: stamp && isIsoDate(stamp) ? stamp : null,
    day: written ?? null
  }
}

const heading = new RegExp(String.raw`^${word}(?:[ ]${word}){0,3}(?: \([^()\n]{2,40}\))?:\s`, 'gmu')

function isListed(text: string): boolean {
  return (text.match(heading)?.length ?? 0) > 1
}
