/** What languages without a tree know of headers: datelines, stamps, agencies in their own words. */
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import type {Dateline, HeaderReader} from '../languages/language.ts'
import {languagesOf} from '../languages/readers.ts'
import type {IsoDate} from '../model/date.ts'

export interface TreelessHeader {
  datelineAt(text: string, from: number): Dateline | null
  isStamp(line: string): boolean
  dayIn(words: string): IsoDate | null
  readonly agencies: HeaderReader['agencies']
}

export function treelessHeader(codebook: Codebook, gazetteer: Gazetteer): TreelessHeader {
  const readers = languagesOf(codebook).flatMap(({header}) => (header ? [header] : []))
  const isPlace = (name: string) => gazetteer.named(name).length > 0
  const first = <T>(read: (reader: HeaderReader) => T | null): T | null => {
    for (const reader of readers) {
      const found = read(reader)
      if (found !== null) return found
    }
    return null
  }
  return {
    datelineAt: (text, from) => first(reader => reader.datelineAt(text, from, isPlace)),
    isStamp: line => readers.some(reader => reader.isStamp(line)),
    dayIn: words => first(reader => reader.dayIn(words)),
    agencies: readers.flatMap(({agencies}) => agencies)
  }
}
