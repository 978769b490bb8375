/** Where the forms of time fit the words of a text, and which of the times read belong together. */
import {forms} from '../languages/en/times/forms.ts'
import type {TimeReader} from '../languages/en/times/reading.ts'
import type {Scan} from '../languages/en/times/scan.ts'
import type {TimeMention} from '../model/layers.ts'

export interface Candidate {
  readonly first: number
  readonly end: number
  readonly read: TimeReader
}

/** A time with the words it was read from; `needsDay`: a time of day alone. */
export interface ReadTime extends TimeMention {
  readonly first: number
  readonly end: number
  readonly needsDay: boolean
}

/** All places where a form fits, in text order, the longest first. */
export function candidatesIn({classes}: Scan): Candidate[] {
  const found: (Candidate & {order: number})[] = []
  const [told, places] = rowsOfTime(classes)
  for (const [order, {pattern, read}] of forms.entries()) {
    for (const {index, 0: match} of told.matchAll(pattern)) {
      const first = places[index]!
      found.push({first, end: first + match.length, read, order})
    }
  }
  return found.sort((a, b) => a.first - b.first || b.end - a.end || a.order - b.order)
}

/** The rows of words that may tell a time, without the long stretches between them; and which word each letter is. */
function rowsOfTime(classes: string): [string, number[]] {
  let told = ''
  const places: number[] = []
  for (const {index, 0: row} of classes.matchAll(/[^x¶]+/g)) {
    if (!/[MmYZEeUWwzPSQVXhIKkGN]/.test(row)) continue
    told += `${row}x`
    for (let i = 0; i <= row.length; i++) places.push(index + i)
  }
  return [told, places]
}

/** A time of day and the day beside it are one: "at dawn on 3 May", "Friday night". A part of a day alone is none. */
export function joined(read: readonly ReadTime[], {classes}: Scan): TimeMention[] {
  const found: TimeMention[] = []
  for (let i = 0; i < read.length; i++) {
    let {first: _first, end, needsDay, ...mention} = read[i]!
    for (let next = read[i + 1]; next; next = read[i + 1]) {
      const isJoined = /^[,uviq]?T?$/.test(classes.slice(end, next.first))
      const isDay = (time: TimeMention) => time.kind === 'point' && time.when?.precision === 'day'
      if (!isJoined || needsDay === next.needsDay || !(isDay(mention) || isDay(next))) break
      mention = {
        ...(needsDay ? next : mention),
        from: mention.from,
        to: next.to,
        clock: mention.clock ?? next.clock ?? null
      }
      needsDay = false
      end = next.end
      i++
    }
    if (needsDay && !mention.clock) continue
    const {from, to, when, kind, lag, direction, counts, clock} = mention
    found.push({from, to, when, kind, lag, direction, counts, clock})
  }
  return found
}
