/**
 * What a report says of itself: dateline, agency credit, day of publication, title, language.
 *
 * What came with the text (a record's outlet, day) outranks what the text says; a byline that came with it and names an
 * agency credits it where the text credits none.
 */

import {sameName} from '../algorithms/same-name.ts'
import {listed} from '../codebook/csv.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {Dateline} from '../languages/language.ts'
import type {Passage} from '../model/contract.ts'
import type {IsoDate} from '../model/date.ts'
import type {Header} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {readDay, readDayBefore} from './calendar.ts'
import {datelineAt} from './dateline.ts'
import {type TreelessHeader, treelessHeader} from './treeless-header.ts'

export const header = ({codebook, gazetteer}: Knowledge) => {
  const others = treelessHeader(codebook, gazetteer)
  const agencies = codebook.table('lexicons/en/agencies.csv', ['id', 'name', 'forms']).map(row => ({
    name: row.name,
    forms: [
      ...listed(row.forms),
      ...others.agencies.flatMap(({form, name}) => (name === row.name ? [form] : []))
    ]
  }))

  return stage({
    name: 'header',
    needs: ['passages'],
    adds: ['header'],
    run({text, outlet, publishedOn, byline, passages}) {
      const dateline =
        passages
          .filter(({kind}) => kind === 'boilerplate')
          .map(({from}) => datelineAt(text, from) ?? others.datelineAt(text, from))
          .find(found => found !== null) ?? null
      const credited = dateline?.credit ?? null
      const name = credited && dayIn(credited) === null ? credited : null
      // A dateline that credits somebody else than the outlet credits whoever wrote the story.
      const isOther = name !== null && outlet !== null && !sameName(name, outlet)
      const agency = credited ? (agencyIn(credited) ?? (isOther ? name : null)) : null
      const named = agency === null ? name : null
      const published =
        publishedOn ??
        dateline?.on ??
        stampIn(text, passages, others) ??
        lineOfDay(text, others) ??
        openingDay(text, passages) ??
        dayIn(credited)
      const header: Header = {
        dateline: dateline && {
          place: dateline.place && titleCase(dateline.place),
          outlet: named,
          on: dateline.on ?? dayIn(credited) ?? dayOf(dateline, published),
          span: dateline.span
        },
        agency:
          agency && dateline
            ? {name: agency, span: spanIn(text, dateline.span, credited!)}
            : (creditLine(text, passages) ?? bylineCredit(byline, outlet ?? named)),
        publishedOn: published,
        title: passages.find(({kind}) => kind === 'title') ?? null,
        outlet: outlet ?? named,
        language: mainLanguage(passages)
      }
      return {header}
    }
  })

  function agencyIn(words: string): string | null {
    const found = agencies.find(({forms}) => forms.some(form => containsName(words, form)))
    return found?.name ?? null
  }

  /** An outlet that is an agency does not credit itself. */
  function bylineCredit(byline: string | undefined, outlet: string | null): Header['agency'] {
    const name = byline === undefined ? null : agencyIn(byline)
    return name === null || (outlet !== null && sameName(name, outlet)) ? null : {name, span: null}
  }

  /** "by Reuters and Staff", "Source: RT", "(AFP)", "AFP, Baghdad": in a line that is not prose. */
  function creditLine(text: string, passages: readonly Passage[]): Header['agency'] {
    for (const {from, to, kind} of passages) {
      const words = text.slice(from, to)
      if (kind === 'boilerplate' && /^(?:by|source ?:)\s/i.test(words)) {
        const agency = agencyIn(words)
        if (agency) return {name: agency, span: {from, to}}
        const [, wire] = /^by ((?:\p{Lu}[\p{L}.-]* ){1,4}(?:Agency|Service|Wire|Press))\b/u.exec(words) ?? []
        if (wire) return {name: wire, span: {from, to}}
        const [, source] = /^source ?:\s*([^\n(]{2,60})/i.exec(words) ?? []
        if (source) return {name: source.trim(), span: {from, to}}
      }
      const [line] = /^[^\n]{2,40}(?=\n|$)/.exec(words) ?? []
      if (line && (kind === 'body' || kind === 'title') && /^[^.!?]+$/.test(line)) {
        const first = agencies.find(({forms}) =>
          forms.some(form => line === form || line.startsWith(`${form}, `))
        )
        if (first) return {name: first.name, span: {from, to: from + line.length}}
      }
    }
    return null
  }
}

function containsName(words: string, form: string): boolean {
  const at = words.indexOf(form)
  const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character)
  return at >= 0 && !isLetter(words[at - 1]) && !isLetter(words[at + form.length])
}

function spanIn(text: string, {from}: Span, words: string): Span {
  const at = text.indexOf(words, from)
  return {from: at, to: at + words.length}
}

/** "KYIV, Nov 5 (Reuters)": of the year of publication, or the one before. */
function dayOf({day}: Dateline, publishedOn: IsoDate | null): IsoDate | null {
  return day !== null && publishedOn !== null ? readDayBefore(day, publishedOn) : null
}

function dayIn(words: string | null): IsoDate | null {
  return words && /\d/.test(words) ? readDay(words) : null
}

/** A line of its own that is a date: "November 6, 2021", "Published : November 06, 2021 16:44 IST". */
function stampIn(text: string, passages: readonly Passage[], others: TreelessHeader): IsoDate | null {
  for (const {from, to, kind} of passages) {
    if (kind !== 'boilerplate' || to - from > 140) continue
    const words = text.slice(from, to)
    const day = readDay(words) ?? others.dayIn(words)
    if (day) return day
  }
  return null
}

const label =
  '(?:(?:[Dd]ate of publication|[Pp]ublished|[Pp]osted|[Uu]pdated|[Ll]ast (?:updated|modified))(?: on| at)?:?\\s+)?'
const month = '\\p{Lu}\\p{Ll}{2,8}\\.?'
const day = `(?:\\p{Lu}\\p{Ll}{2,8},? )?(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{4})`
/** "Published June 4 2016 A market ...", "12 August 2016 Shells ...": a stamp that ran into the first sentence. */
const opening = new RegExp(`^\\s*${label}(?<day>${day})\\s+(?:[-–—|]\\s*)?(?=[\\p{Lu}\\p{N}"“])`, 'u')

/** "November 5, 2021 3:27 pm", "2021-11-05": nothing else in its line. */
const dayLine = new RegExp(`^\\s*${label}(?<day>${day})(?:,? (?:at )?\\d{1,2}[:.]\\d\\d.{0,12})?\\s*$`, 'mu')

function lineOfDay(text: string, others: TreelessHeader): IsoDate | null {
  const head = text.slice(0, longestHead)
  const match = dayLine.exec(head)
  if (match?.groups) return readDay(match.groups.day!)
  if (!/\p{Script=Arabic}/u.test(head)) return null
  const stamp = head.split('\n').find(line => others.isStamp(line))
  return stamp ? others.dayIn(stamp) : null
}

function openingDay(text: string, passages: readonly Passage[]): IsoDate | null {
  const body = passages.find(({kind}) => kind === 'body')
  const match = body && opening.exec(text.slice(body.from, Math.min(body.to, body.from + longestOpening)))
  return match?.groups ? readDay(match.groups.day!) : null
}

/** A stamp with its label is shorter, in UTF-16 units. */
const longestOpening = 120
/** What stands over a report is shorter. */
const longestHead = 1500

function mainLanguage(passages: readonly Passage[]): string {
  const letters = new Map<string, number>()
  for (const {language, from, to} of passages) letters.set(language, (letters.get(language) ?? 0) + to - from)
  const [most] = [...letters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most?.[0] ?? 'und'
}

function titleCase(place: Dateline['place'] & string): string {
  return place === place.toUpperCase()
    ? place.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, letter => letter.toUpperCase())
    : place
}
