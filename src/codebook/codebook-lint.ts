/**
 * Looks for mistakes in what analysts edit, file by file, without reading a text.
 *
 * Event types: fields, ids, triggers told twice. Tables to other codebooks: types and marks that do not exist, types
 * without a row, rows that are never reached. Lists: cells, ids told twice, values that no code knows. Each mistake names
 * file, line and what to write. The registry of actors has its own: actor-lint.ts.
 */
import {nearestWord} from '../algorithms/nearest-word.ts'
import type {Codebook} from './codebook.ts'
import {codingTables, knownMarks, notRecorded, typeTables} from './codings.ts'
import {eventContexts, signWeights} from './contexts.ts'
import {listed, readColumn, readCsv, readHeader} from './csv.ts'
import {DataFileError} from './data-file-error.ts'
import {type EventType, eventTypesPath, readEventTypes} from './event-types.ts'
import {listValues} from './list-values.ts'
import {patterns} from './patterns.ts'
import {isOfTrees, sequenceRules} from './sequence-rules.ts'

export function lintCodebook(codebook: Codebook): DataFileError[] {
  const lists = codebook
    .paths('')
    .filter(path => path.endsWith('.csv') && !/^(?:actors|affiliations)\//.test(path))
    .flatMap(path => lintList(codebook, path))
  const ofPatterns = codebook
    .paths('patterns')
    .flatMap(path => caught(() => (isOfTrees(path) ? patterns : sequenceRules)(codebook, path)))
  const ofContexts = [...caught(() => eventContexts(codebook)), ...caught(() => signWeights(codebook))]
  const read = caught(() => readEventTypes(codebook))
  if (read.length) return [...lists, ...ofPatterns, ...ofContexts, ...read]
  const {types, mistakes} = readEventTypes(codebook)
  const ofTypes = mistakes.length ? mistakes : repeatedTriggers(codebook, types)
  // What the tables say of types is asked when the types can be read.
  const ofTables = mistakes.length || lists.length ? [] : lintTables(codebook, types)
  return [...lists, ...ofPatterns, ...ofContexts, ...ofTypes, ...ofTables]
}

/** The mistake that reading ends with, if any. */
function caught(read: () => unknown): DataFileError[] {
  try {
    read()
    return []
  } catch (mistake) {
    if (mistake instanceof DataFileError) return [mistake]
    throw mistake
  }
}

function lintList(codebook: Codebook, path: string): DataFileError[] {
  const shown = codebook.shown(path)
  const source = codebook.source(path)
  const mistakes: DataFileError[] = []
  let columns: string[]
  let rows: readonly (Readonly<Record<string, string>> & {readonly line: number})[]
  try {
    columns = readHeader(source, shown)
    rows = readCsv(source, shown, columns)
  } catch (mistake) {
    if (mistake instanceof DataFileError) return [mistake]
    throw mistake
  }
  const values = listValues[path] ?? {}
  const missing = Object.keys(values).find(column => !columns.includes(column))
  if (missing) return caught(() => readColumn(source, shown, missing))
  const lineOfId = new Map<string, number>()
  for (const row of rows) {
    const at = (message: string) => mistakes.push(new DataFileError(shown, row.line, message))
    for (const column of ['id', 'form'])
      if (row[column] === '') at(`"${column}" is empty; write it, or take the line out`)
    const {id} = row
    const known = id === undefined ? undefined : lineOfId.get(id)
    if (known !== undefined) at(`the id "${id}" stands on line ${known} already; give this line another`)
    if (id !== undefined) lineOfId.set(id, row.line)
    for (const [column, allowed] of Object.entries(values)) {
      const value = row[column]!
      if (!allowed.includes(value))
        at(`${column} is "${value}"; write one of ${allowed.filter(Boolean).join(', ')}`)
    }
  }
  return mistakes
}

/** A trigger that stands twice tells nothing new; one that stands under two types makes two happenings of one. */
function repeatedTriggers(codebook: Codebook, types: readonly EventType[]): DataFileError[] {
  const mistakes: DataFileError[] = []
  const seen = new Map<string, {readonly type: EventType; readonly line: number}>()
  for (const [at, type] of types.entries()) {
    for (const [i, trigger] of type.triggers.entries()) {
      const {verb, noun, unless: _, not: __, ...conditions} = trigger
      for (const phrase of verb ?? noun!) {
        const words = phrase.join(' ')
        const key = JSON.stringify([verb ? 'verb' : 'noun', words, conditions])
        const earlier = seen.get(key)
        const line = () => codebook.lineIn(eventTypesPath, [at, 'triggers', i])
        if (!earlier) {
          seen.set(key, {type, line: line()})
          continue
        }
        const isSettled = settles(type, earlier.type) || settles(earlier.type, type)
        if (earlier.type !== type && isSettled) continue
        const remedy =
          earlier.type === type
            ? 'take it out of one of them'
            : `take it out of one of them, or say under "excludes" of one which of them it is`
        mistakes.push(
          new DataFileError(
            `codebook/${eventTypesPath}`,
            line(),
            `${type.id}: the trigger "${words}" repeats that of ${earlier.type.id} on line ${earlier.line}; ${remedy}`
          )
        )
      }
    }
  }
  return mistakes
}

/** Which of two types a word tells that both have is said. */
function settles({broader, excludes}: EventType, {id}: EventType): boolean {
  return broader === id || excludes.some(({use}) => use === id)
}

function lintTables(codebook: Codebook, types: readonly EventType[]): DataFileError[] {
  const mistakes = caught(() => codingTables(codebook))
  if (mistakes.length) return mistakes
  const tables = codingTables(codebook)
  const ids = new Set(types.map(({id}) => id))
  for (const name of Object.keys(typeTables) as (keyof typeof typeTables)[]) {
    const path = `codebook/codings/${name}.csv`
    const {rows} = tables[name]
    const error = (line: number, message: string) => mistakes.push(new DataFileError(path, line, message))
    const takesAll = new Map<string, string>()
    for (const {id, type, words, has, lacks, line} of rows) {
      if (type !== '*' && !ids.has(type)) error(line, `${id}: ${unknown('type', type, ids)}`)
      const marks = [...listed(has), ...listed(lacks)]
      const strange = marks.find(mark => !(mark in knownMarks))
      if (strange) error(line, `${id}: ${unknown('mark', strange, Object.keys(knownMarks))}`)
      const twice = marks.find((mark, i) => marks.indexOf(mark) < i)
      if (twice) error(line, `${id}: the mark "${twice}" stands twice; take one out`)
      const above = takesAll.get(type)
      if (above)
        error(line, `${id}: never reached, for "${above}" above takes every "${type}"; put it before that`)
      if (!words && marks.length === 0 && !above) takesAll.set(type, id)
    }
    const named = new Set(rows.map(({type}) => type))
    for (const {id, broader} of types)
      if (!named.has(id) && !(broader !== undefined && named.has(broader)))
        error(
          rows.at(-1)?.line ?? 1,
          `no row for the type "${id}"; add one, with "${notRecorded}" where it is not recorded`
        )
  }
  for (const {id, cameo, line} of tables.plover.rows)
    if (cameo && !/^(?:0[1-9]|1\d|20)\d{1,2}$/.test(cameo))
      mistakes.push(
        new DataFileError(
          'codebook/codings/plover.csv',
          line,
          `${id}: cameo is "${cameo}"; write a code of three or four digits whose first two are a root, 01 to 20`
        )
      )
  return mistakes
}

function unknown(what: string, value: string, known: Iterable<string>): string {
  const near = nearestWord(value, known)
  return `no ${what} "${value}"; ${near ? `did you mean "${near}"?` : `write one of ${[...known].join(', ')}`}`
}
