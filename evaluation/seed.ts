/**
 * Suite `seed`: the one article that a person has read whole. DIR/report.txt and the tables of DIR/expected.md.
 *
 * `rows`: claims of the first table that are found with quote, source, certainty, polarity, realis and figures as it says
 * (seed-claims.ts). `forbidden`: what must not be produced and is not. `actors`, `places`, `dates`, `incident`: rows of the other tables
 * that hold (seed-facts.ts). Each is a number right of how many. Predictions: a line for each that is wrong, with what is wrong.
 */
import {readFileSync} from 'node:fs'
import {createCoder} from '../src/workflows/code.ts'
import {checkClaims} from './seed-claims.ts'
import {actorsOf, datesOf, forbiddenOf, incidentOf, placesOf} from './seed-facts.ts'
import {section, tableOf} from './seed-tables.ts'
import type {Suite} from './suite.ts'

/** What a row should be and is not; empty where it is right. */
export interface Checked {
  readonly row: string
  readonly wrong: readonly string[]
}

export const seed: Suite = {
  run({knowledge, data, log}) {
    const text = readFileSync(`${data}/report.txt`, 'utf8')
    const expected = readFileSync(`${data}/expected.md`, 'utf8')
    const coded = createCoder(knowledge).code({
      id: 'seed',
      sha256: '',
      url: null,
      outlet: null,
      title: null,
      publishedOn: null,
      text
    })
    const rows = (name: string) => tableOf(section(expected, name))
    const checks: Readonly<Record<string, readonly Checked[]>> = {
      rows: checkClaims(coded, rows('Claims')),
      forbidden: forbiddenOf(coded, section(expected, 'Claims')),
      actors: actorsOf(coded, rows('Actors')),
      places: placesOf(coded, rows('Places')),
      dates: datesOf(coded, rows('Dates')),
      incident: incidentOf(coded, rows('Incident'))
    }
    const predictions = Object.entries(checks).flatMap(([part, list]) =>
      list.filter(({wrong}) => wrong.length).map(({row, wrong}) => `${part} ${row}: ${wrong.join('; ')}`)
    )
    for (const line of predictions) log(line)
    const figures = Object.fromEntries(
      Object.entries(checks).map(([part, list]) => [
        part,
        {right: list.filter(({wrong}) => wrong.length === 0).length, of: list.length}
      ])
    )
    return {figures, predictions}
  }
}
