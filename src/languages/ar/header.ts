/**
 * What an Arabic report says of itself before its first sentence.
 *
 *     "بغداد (أ ف ب) –"   "غزة/ الأناضول/"   "القاهرة - سبوتنيك."   "الموصل –"   "(رويترز) -"   "شفق نيوز/"    datelines
 *     "نُشر في: 5 نوفمبر/تشرين الثاني 2021 - 14:30"                                                          a stamp
 *
 * Arabic has no capitals: a lone dash makes a dateline only behind a name that the gazetteer has.
 */
import {type IsoDate, isIsoDate} from '../../model/date.ts'
import type {Dateline, HeaderReader, Lists} from '../language.ts'
import {levelled} from './spelling.ts'

/** A dateline is never longer than this, a stamp neither. */
const longest = 140
const word = String.raw`[\u0621-\u065f]+`
const row = (most: number) => `${word}(?: ${word}){0,${most}}`
const dash = '(?:–|—|--|-)'
const day = String.raw`(?:[،,]? ?[\d٠-٩]{1,2} ${row(1)}(?:/${row(1)})?(?: [\d٠-٩]{4})?)?`
const credit = String.raw`[^()\n:]{2,40}`
const forms: readonly RegExp[] = [
  new RegExp(
    `^(?<place>${row(2)})(?:/ ?${row(1)})?${day} ?\\((?<credit>${credit})\\) ?(?:${dash}+|:)?\\s`,
    'u'
  ),
  new RegExp(
    `^(?<place>${row(2)}) ?(?:${dash}|/) ?[«"]?(?<credit>${row(3)})[»"]? ?(?:${dash}|/|:|\\.)\\s`,
    'u'
  ),
  new RegExp(`^(?<credit>${row(3)}) ?(?:${dash}|/) ?(?<place>${row(2)}) ?(?:${dash}|/|:)\\s`, 'u'),
  new RegExp(`^\\((?<credit>${credit})\\) ?(?:${dash}|:)?\\s`, 'u'),
  new RegExp(`^(?<credit>${row(3)}) ?/ ?`, 'u'),
  new RegExp(`^(?<place>${row(2)}) ?${dash} `, 'u')
]

/** The form whose credit stands in brackets, whoever it is. */
const bracketed = 0

export function arabicHeader(lists: Lists): HeaderReader {
  const agencies = lists.table('lexicons/ar/agencies.csv', ['form', 'name'])
  const words = lists.table('lexicons/ar/header-words.csv', ['form', 'use'])
  const months = lists
    .table('lexicons/ar/time-words.csv', ['form', 'class', 'value'])
    .filter(({class: cls}) => cls === 'month' || cls === 'weekday')
  const monthOf = new Map(
    months.flatMap(({form, class: cls, value}) =>
      cls === 'month' ? [[levelled(form), Number(value)] as const] : []
    )
  )
  const names = [...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')
  const written = new RegExp(
    `(\\d{1,2})(?: من)? (${names})(?: ?[/(] ?(?:${names})\\)?)?[،,]?(?: من)?(?: عام)? (\\d{4})`,
    'u'
  )
  const stampWords = new RegExp(
    `(?<!\\p{L})(?:${[...words.filter(({use}) => use === 'label'), ...months]
      .map(({form}) => levelled(form).replaceAll('.', '\\.'))
      .sort((a, b) => b.length - a.length)
      .join('|')})(?!\\p{L})`,
    'gu'
  )
  const outlet = new Set(words.filter(({use}) => use === 'outlet').map(({form}) => levelled(form)))
  const agencyForms = new Map(agencies.map(({form, name}) => [levelled(form), name]))

  return {
    agencies: agencies.filter(({name}) => name !== ''),
    dayIn,
    isStamp(line) {
      if (line.length > longest || !/[\d٠-٩]/.test(line)) return false
      const rest = plain(line).replaceAll(stampWords, ' ')
      return (
        !/\p{L}/u.test(rest.replaceAll(/GMT|UTC|AM|PM/gi, '')) &&
        (dayIn(line) !== null || rest.length < line.length)
      )
    },
    datelineAt
  }

  /** "5 نوفمبر/تشرين الثاني 2021". */
  function dayIn(text: string): IsoDate | null {
    const match = written.exec(plain(text))
    if (!match) return null
    const two = (number: number) => String(number).padStart(2, '0')
    const iso = `${match[3]}-${two(monthOf.get(match[2]!)!)}-${two(Number(match[1]))}`
    return isIsoDate(iso) ? iso : null
  }

  function datelineAt(text: string, from: number, isPlace: (name: string) => boolean): Dateline | null {
    const opening = text.slice(from, from + longest)
    const start = opening.length - opening.trimStart().length
    for (const [n, form] of forms.entries()) {
      const match = form.exec(opening.slice(start))
      if (!match?.groups) continue
      const {place, credit: credited} = match.groups
      const isSource = credited !== undefined && isCredit(credited)
      const fits =
        place === undefined
          ? isSource
          : isPlace(place.trim()) && (isSource || n === bracketed || credited === undefined)
      if (!fits) continue
      return {
        span: {from: from + start, to: from + start + match[0].trimEnd().length},
        place: place?.trim() ?? null,
        credit: credited && agencyForms.get(levelled(credited.trim())) !== '' ? credited.trim() : null,
        on: dayIn(match[0]),
        day: null
      }
    }
    return null
  }

  /** An agency, or an outlet by a word in its name. */
  function isCredit(written: string): boolean {
    const level = levelled(written.trim())
    return agencyForms.has(level) || level.split(' ').some(own => outlet.has(own))
  }
}

function plain(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
    .split(/(\s+)/)
    .map(part => levelled(part) || ' ')
    .join('')
}
