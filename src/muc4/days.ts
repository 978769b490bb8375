/** Days that a template may have: the item's, "on or before" it, and each that the text names. */
import {hashString} from '../algorithms/hash.ts'
import {type Choice, distance, firstOf, lead, nearer} from './choice.ts'
import type {ReadItem} from './item.ts'

export const dayKinds = ['default', 'header', 'day', 'weekday', 'night', 'range'] as const

export interface DayChoice extends Choice {
  readonly kind: (typeof dayKinds)[number]
  readonly iso: string
  readonly words: Set<string>
  readonly precision: string
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

/** "03 JAN 90" */
export function keyDay(iso: string): string {
  const [year, month, day] = iso.split('-') as [string, string, string]
  return `${day} ${months[Number(month) - 1]} ${year.slice(2)}`
}

export function dayChoices({item, report}: ReadItem): DayChoice[] {
  const found = new Map<string, DayChoice>()
  const {headerDateISO: header} = item
  const add = (kind: DayChoice['kind'], value: string, iso: string, precision: string) => {
    const known = found.get(value)
    if (known) return known
    const choice: DayChoice = {value, kind, sentences: [], iso, words: new Set(), precision}
    found.set(value, choice)
    return choice
  }
  if (header) {
    add('default', `- ${keyDay(header)}`, header, 'day')
    add('header', keyDay(header), header, 'day')
  }
  for (const {when, from, to} of report.times) {
    if (!when || !/^\d{4}-\d\d-\d\d$/.test(when.from) || !/^\d{4}-\d\d-\d\d$/.test(when.to)) continue
    const words = report.text.slice(from, to).toUpperCase()
    const choices =
      when.from === when.to
        ? [add('day', keyDay(when.from), when.from, when.precision)]
        : [add('range', `${keyDay(when.from)} - ${keyDay(when.to)}`, when.from, when.precision)]
    // A bare weekday is the day or one before it.
    if (when.from === when.to && /DAY/.test(words) && !/TODAY|YESTERDAY/.test(words))
      choices.push(add('weekday', `- ${keyDay(when.from)}`, when.from, when.precision))
    // The night of a day ends on the next.
    if (when.from === when.to && /NIGHT/.test(words)) {
      const next = new Date(Date.parse(when.from) + 86_400_000).toISOString().slice(0, 10)
      choices.push(add('night', `${keyDay(when.from)} - ${keyDay(next)}`, when.from, when.precision))
    }
    for (const choice of choices) {
      choice.sentences.push(report.syntax.sentenceAt(from)?.index ?? 0)
      choice.words.add(words.replace(/\d+/g, '#').slice(0, 20))
    }
  }
  return [...found.values()]
}

export function dayFeatures(
  {item}: ReadItem,
  choice: DayChoice,
  template: ReadonlySet<number>,
  all: readonly DayChoice[],
  type: string
): Int32Array {
  const features = new Set<number>()
  const add = (feature: string) => features.add(hashString(feature))
  const {kind, sentences, words, iso, precision} = choice
  const near = Math.min(4, distance(choice, template))
  const header = item.headerDateISO
  const days = header ? Math.round((Date.parse(iso) - Date.parse(header)) / 86_400_000) : 0
  const ago = days > 0 ? 'ahead' : days < -60 ? 'old' : days < -14 ? 'weeks' : String(days)
  add('1')
  add(`kind=${kind}`)
  add(`${kind}|near=${near}`)
  add(`${kind}|ago=${ago}`)
  add(`${kind}|near=${near}|ago=${ago}`)
  add(`${kind}|times=${Math.min(3, sentences.length)}`)
  for (const word of words) {
    add(`word=${word}`)
    add(`word=${word}|${near}`)
  }
  add(`${kind}|nearer=${Math.min(3, nearer(choice, all, template))}`)
  const named = all.filter(other => other.kind === 'day')
  add(`${kind}|here=${named.some(other => distance(other, template) === 0)}`)
  add(`${kind}|named=${Math.min(3, named.length)}`)
  add(`${kind}|type=${type}`)
  add(`${kind}|tag=${item.tags[0]}`)
  add(`${kind}|template=${Math.min(3, firstOf(template))}`)
  const earliest = named.toSorted((a, b) => firstOf(a.sentences) - firstOf(b.sentences))[0]
  add(`${kind}|earliest=${earliest === choice}`)
  add(`${kind}|precision=${precision}`)
  if (sentences.length) {
    add(`${kind}|first=${Math.min(4, firstOf(sentences))}`)
    add(`${kind}|lead=${lead(choice, template)}`)
    add(`${kind}|main=${sentences.includes(firstOf(template))}`)
  }
  return Int32Array.from(features).sort()
}

/** For trees: days before the item, how exact, and how many days there are to choose from. */
export function dayValues(
  {item}: ReadItem,
  {iso, precision}: DayChoice,
  all: readonly DayChoice[]
): number[] {
  const header = item.headerDateISO
  const ago = header ? (Date.parse(header) - Date.parse(iso)) / 86_400_000 : 0
  return [
    ago,
    precision === 'day' ? 1 : 0,
    all.filter(({kind}) => kind === 'day').length,
    all.length,
    all.filter(other => other.kind === 'day' && other.iso < iso).length
  ]
}
