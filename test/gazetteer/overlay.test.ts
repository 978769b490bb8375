import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {gzipSync} from 'node:zlib'
import {loadReference} from '../../gazetteer/check.ts'
import {readOverlay} from '../../gazetteer/overlay-file.ts'
import {checkOverlay} from '../../gazetteer/overlay-rules.ts'
import {compare, readDumps} from '../../gazetteer/same-named.ts'

const reference = loadReference('')
const header = 'id,name,aliases,lat,lon,precision,parent,country'
const file = (...rows: string[]) => [header, ...rows].join('\n')
const messages = (...rows: string[]) =>
  checkOverlay(file(...rows), 'overlay.csv', reference).map(({message}) => message)

test('every place of the overlay lies in its country, near its parent, under names that catch nothing else', () => {
  const source = readFileSync('gazetteer/overlay.csv', 'utf8')
  const errors = checkOverlay(source, 'gazetteer/overlay.csv', reference)
  assert.deepEqual(
    errors.map(({message}) => message),
    []
  )
})

test('a point in another country is named with file, line, value and remedy', () => {
  assert.deepEqual(messages('some-camp,Somecamp,,13.49,20.31,site,,SD'), [
    'overlay.csv:2: some-camp: 13.49, 20.31 lies in TD, 179 km from SD (a site may lie 5 km off); ' +
      'correct lat and lon, or country'
  ])
})

test('a crossing on the border and a river along it are in both countries', () => {
  assert.deepEqual(messages('some-gate,Somegate,,34.12,71.1,site,,AF'), [])
  assert.deepEqual(messages('some-gate,Somegate,,34.12,71.1,site,,PK'), [])
  assert.deepEqual(messages('some-river,Someriver,,-11.4,38.4,area,,TZ'), [])
  assert.deepEqual(messages('some-river,Someriver,,-11.4,38.4,area,,MZ'), [])
})

test('an area may lie at sea, a site may not', () => {
  assert.deepEqual(messages('some-gulf,Somegulf,,11.8,44.6,area,,SO'), [])
  assert.match(messages('some-pier,Somepier,,11.81,44.61,site,,SO')[0]!, /lies at sea, \d+ km from SO/)
})

test('land belongs to the country of its towns: Crimea, Somaliland, Kosovo, and Chukotka beyond 180 degrees', () => {
  const at = (lat: number, lon: number) => reference.land.countryAt({lat, lon})
  assert.deepEqual(
    [at(45.1, 34.2), at(9.6, 44.1), at(42.6, 21), at(66.5, -172), at(68.1, 33.5), at(0, -30)],
    ['UA', 'SO', 'XK', 'RU', 'RU', null]
  )
})

test('a parent is a town or province of the country, or another entry, and is near', () => {
  assert.deepEqual(messages('some-hill,Somehill,,13.21,22.71,site,Kordofan,SD'), [
    'overlay.csv:2: some-hill: no town or province "Kordofan" in SD; write the name as the gazetteer has it, ' +
      'or leave the cell empty'
  ])
  assert.deepEqual(messages('some-hill,Somehill,,13.62,25.4,site,El Fasher,SD'), [])
  assert.deepEqual(
    messages('darfur,Darfur,,13.5,24.5,area,,SD', 'some-hill,Somehill,,13.21,22.71,site,Darfur,SD'),
    []
  )
  assert.match(
    messages('some-hill,Somehill,,13.21,22.71,site,El Fasher,SD')[0]!,
    /lies 239 km too far from its parent "El Fasher" \(a site may lie 50 km off\)/
  )
})

test('a province without towns nearby is still the parent of what lies in its desert', () => {
  assert.deepEqual(messages('some-well,Somewell,,21.95,13.65,site,Agadez,NE'), [])
  assert.match(
    messages('some-well,Somewell,,21.95,13.65,site,Dosso Region,NE')[0]!,
    /too far from its parent/
  )
})

test('ids are kebab-case, sorted and there once; precision, country and degrees are checked', () => {
  const found = messages(
    'b-hill,Bhill,,13.21,22.71,site,,SD',
    'b-hill,Cehill,,13.21,22.71,site,,SD',
    'a-hill,Ahill,,13.21,22.71,site,,SD',
    'A_hill,Dhill,,13.21,22.71,place,,Sudan',
    'c-hill,Ehill,,13.2,190,site,,SD',
    'd-hill,Fhill,,13,22,town,,SD'
  )
  for (const [i, part] of [
    'overlay.csv:3: b-hill: this id is there twice',
    'overlay.csv:4: a-hill: stands behind "b-hill"; sort the lines by id',
    'overlay.csv:5: A_hill: the id is not kebab-case',
    'overlay.csv:5: A_hill: unknown precision "place"; write site, town, area, admin1',
    'overlay.csv:5: A_hill: the country "Sudan" is no ISO 3166-1 alpha-2 code',
    'overlay.csv:6: c-hill: "13.2, 190" are no degrees',
    'overlay.csv:7: d-hill: "13, 22" is too coarse for a town'
  ].entries()) {
    assert.ok(found[i]?.startsWith(part), `${found[i]} is not ${part}`)
  }
})

test('no name is an ordinary word, a country, or a bigger place of the same country', () => {
  assert.match(messages('a-hill,Somehill,Bridge,13.21,22.71,site,,SD')[0]!, /"Bridge" is an ordinary word/)
  assert.match(
    messages('a-hill,Somehill,Sudan,13.21,22.71,site,,SD')[0]!,
    /"Sudan" is the name of a much bigger country in SD/
  )
  assert.match(
    messages('a-hill,Nyala,,15.61,32.51,site,,SD')[0]!,
    /"Nyala" is the name of a much bigger town in SD/
  )
  assert.deepEqual(messages('a-hill,Nyala,,12.06,24.9,site,,SD'), [])
  assert.match(
    messages('a-hill,Somehill,,13.21,22.71,site,,SD', 'b-hill,Bhill,Somehill,13.21,22.71,site,,SD')[0]!,
    /overlay\.csv:3: b-hill: the name "Somehill" is that of "a-hill" too/
  )
})

test('dumps of both kinds are compared by name and country, plain or gzipped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-gazetteer-'))
  const geonames = (name: string, others: string, lat: number, lon: number, country: string) =>
    ['1', name, name, others, lat, lon, 'P', 'PPL', country, '', '', '', '', '', '0', '', '0', '', ''].join(
      '\t'
    )
  writeFileSync(
    join(folder, 'cities.txt.gz'),
    gzipSync(
      [geonames('Ḩill', 'Somehill,Hillo', 13.3, 22.7, 'SD'), geonames('Somehill', '', 1, 1, 'GA')].join('\n')
    )
  )
  writeFileSync(join(folder, 'codes.txt'), 'SD.1\tSomehill\n')
  writeFileSync(
    join(folder, 'pack-sd.jsonl'),
    '{"name": "Otherhill", "lat": 15, "lon": 30, "names": {"ara": ["تل"]}}\n'
  )
  const {places} = readOverlay(
    file(
      'a-hill,Somehill,,13.21,22.71,site,,SD',
      'b-hill,Bhill,تل,13.21,22.71,site,,SD',
      'c-hill,Cehill,,13.21,22.71,site,,SD'
    ),
    'overlay.csv'
  )
  const compared = await compare(places, readDumps(folder))
  assert.deepEqual(
    compared.map(({place, nearest, km}) => [place.id, nearest.names[0], Math.round(km)]),
    [
      ['a-hill', 'Ḩill', 10],
      ['b-hill', 'Otherhill', 811]
    ]
  )
})
