import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {countryNumbers} from '../../src/codebook/country-numbers.ts'
import {loadOwnCodebook} from '../../src/codebook/load.ts'

const countries = countryNumbers(loadOwnCodebook())
const gazetteer = readFileSync('gazetteer/countries.csv', 'utf8').match(/^[A-Z]{2}(?=,)/gm)!

interface World {
  readonly objects: {
    readonly countries: {readonly geometries: {id?: string; properties: {name: string}}[]}
  }
}
const world = JSON.parse(readFileSync('node_modules/world-atlas/countries-10m.json', 'utf8')) as World
const shapes = world.objects.countries.geometries.filter(({id}) => id !== undefined)

test('every country of the gazetteer has a line, and no other', () => {
  assert.deepEqual([...countries.keys()].sort(), gazetteer.toSorted())
})

test('no number stands for two countries', () => {
  for (const number of ['iso', 'gw'] as const) {
    const given = [...countries.values()].flatMap(country => country[number] ?? [])
    assert.equal(new Set(given).size, given.length, number)
  }
})

test('ISO numbers are those under which Natural Earth has the same names', () => {
  const numberOf = new Map(shapes.map(({id, properties}) => [properties.name, Number(id)]))
  const same = [...countries.values()].filter(({name}) => numberOf.has(name))
  assert.ok(same.length > 170, `${same.length} names are the same`)
  assert.deepEqual(
    same.filter(({name, iso}) => iso !== numberOf.get(name)).map(({name}) => name),
    []
  )
})

test('every other number is one that Natural Earth knows, or of a territory that it draws with its state', () => {
  const known = new Set(shapes.map(({id}) => Number(id)))
  const unknown = [...countries].filter(([, {iso}]) => iso !== null && !known.has(iso)).map(([code]) => code)
  assert.deepEqual(unknown.sort(), ['BQ', 'CC', 'CX', 'GF', 'GP', 'MQ', 'RE', 'SJ', 'TK', 'YT'])
})
