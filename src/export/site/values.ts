/** Ranges, speakers and days as a public page writes them. */
import {html} from 'hono/html'
import {marks as marksInArabic} from '../../messages/ar/marks.ts'
import {say} from '../../messages/ar/sentences.ts'
import {types as typesInArabic} from '../../messages/ar/types.ts'
import type {marks} from '../../messages/en/marks.ts'
import type {types} from '../../messages/en/types.ts'
import {wordsOf} from '../../messages/words.ts'
import type {PublicIncident, PublicSpeaker} from '../../model/public-incident.ts'
import type {Html, Spot} from './frame.ts'
import {day, type Language, messages, number} from './messages.ts'

interface Range {
  readonly low: number | null
  readonly high: number | null
  readonly open: boolean
}

/** "0–3", "14–50 or more", "3". Arabic says it in words: signs of comparison mirror. */
export function rangeText({language, say}: Spot, {low, high, open}: Range): string {
  const low_ = low === null ? '?' : number(language, low)
  const top = high === null || (open && high === low) ? null : number(language, high)
  const span =
    top === null || high === low ? low_ : language === 'ar' ? `${low_} ${say.upTo} ${top}` : `${low_}–${top}`
  return open || high === null ? `${span} ${say.moreThan}` : span
}

/** What one account says: 2, 20 or more, 20 to 30. */
export function statedText(spot: Spot, min: number, max: number | null): string {
  return rangeText(spot, {low: min, high: max, open: max === null})
}

export function speakerText({say}: Spot, {name, kind}: PublicSpeaker): Html {
  if (name === 'unattributed') return html`${say.source.unnamed}`
  return name === null
    ? html`${say.source[kind]} <span class="note">(${say.unnamed})</span>`
    : html`<bdi>${name}</bdi>`
}

export function whenText(
  language: Language,
  {from, to}: Pick<PublicIncident['when'], 'from' | 'to'>
): string {
  if (from.startsWith('0001')) return messages[language].noDay
  const first = day(language, from)
  return from.slice(0, 10) === to.slice(0, 10) ? first : `${first} – ${day(language, to)}`
}

/** In the language of the page where there is a label, else in English. */
export function typeText({language, site}: Spot, {id, label}: PublicIncident['type']): Html {
  const own = language === 'ar' ? site.labels.get(id) : label
  return own === undefined ? html`<span lang="en" dir="ltr">${label}</span>` : html`${own}`
}

const arabic = wordsOf<typeof marks & typeof types>('ar', {...marksInArabic, ...typesInArabic}, say)

/** A sentence of the server in the language of the page; where that has none, in English, marked as such. */
export function reasonText({language}: Spot, text: string): Html {
  if (language === 'en') return html`${text}`
  const said = arabic.sentence(text)
  return said === null ? html`<span lang="en" dir="ltr">${text}</span>` : html`${said}`
}

/** How another incident is tied to this one. */
export function relationText({language}: Spot, kind: string): string {
  return language === 'en' ? kind : arabic.t(`relation.${kind as 'after'}`)
}

export const groupText = ({say}: Spot, group: string) => say.group[group] ?? group
