import assert from 'node:assert/strict'
import test from 'node:test'
import {importActors} from '../../src/codebook/actor-import.ts'
import {readForeignTable} from '../../src/codebook/foreign-csv.ts'
import {withActors} from './actor-files.ts'

const codebook = withActors([
  'wadi-union,Wadi Dockers Union,organiser,IQ,WDU,,,',
  'hamas,Hamas,rebel-group,PS,,,,'
])
const read = (text: string, kind: string | null = null) =>
  importActors(codebook, readForeignTable(new TextEncoder().encode(text)), kind)

test('takes our own form, reports what is known, refuses what cannot be read', () => {
  const {form, actors, existing, refused} = read(
    'id,name,kind,country,aliases,checked\nkade,Kade League,party,IQ,KL; The League,https://example.org/kade\nhamas,Other,party,PS,,\nx,X,rebels,IQ,,\n'
  )
  assert.equal(form, 'dateline')
  assert.deepEqual(
    actors.map(({id, aliases, checked}) => [id, aliases, checked]),
    [['kade', ['KL', 'The League'], 'https://example.org/kade']]
  )
  assert.deepEqual(existing, ['hamas'])
  assert.equal(refused[0]!.line, 4)
  assert.match(refused[0]!.reason, /^kind "rebels"; write one of/)
})

test('takes the answer of a query to Wikidata: rows of one item are one, dates of a year are years, owners become ties', () => {
  const {actors, affiliations, refused} = read(
    'item,itemLabel,itemAltLabel,countryLabel,typeLabel,inception,dissolved,ownerLabel\n' +
      'http://www.wikidata.org/entity/Q1,Kade Courier,"KC, The Courier",Iraq,daily newspaper,1985-01-01T00:00:00Z,1999-04-02T00:00:00Z,Wadi Dockers Union\n' +
      'http://www.wikidata.org/entity/Q1,Kade Courier,"KC, The Courier",Iraq,daily newspaper,1985-01-01T00:00:00Z,,Somebody\n' +
      'http://www.wikidata.org/entity/Q2,Q2,,Iraq,newspaper,,,\n' +
      'http://www.wikidata.org/entity/Q3,Jane Poe,,Iraq,human,,,\n'
  )
  assert.deepEqual(actors, [
    {
      id: 'kade-courier',
      name: 'Kade Courier',
      kind: 'medium',
      country: 'IQ',
      aliases: ['KC', 'The Courier'],
      founded: '1985',
      dissolved: '1999-04-02',
      checked: ''
    }
  ])
  assert.deepEqual(
    affiliations.map(({actor, relation, to}) => [actor, relation, to]),
    [['wadi-union', 'owns', 'kade-courier']]
  )
  assert.deepEqual(refused, [
    {line: 4, reason: 'no label in this language; give it a name or leave it out'},
    {line: 5, reason: '"Jane Poe" is a person; actors are groups and bodies'}
  ])
})

test("takes the list of actors of UCDP: governments are known, a group of several countries is no one country's", () => {
  const {form, actors, existing} = read(
    'ActorId,NameData,NameOrigFullEng,Org,Location\n1,Government of Iraq,NA,4,Iraq\n2,FXW,Front of the Wadi,1,"Mali, Niger"\n3,Kade Youth,NA,3,Myanmar (Burma)\n'
  )
  assert.equal(form, 'UCDP')
  assert.deepEqual(
    actors.map(({id, kind, country, aliases}) => [id, kind, country, aliases]),
    [
      ['fxw', 'rebel-group', '', ['Front of the Wadi']],
      ['kade-youth', 'communal-militia', 'MM', []]
    ]
  )
  assert.deepEqual(existing, ['government-iq'])
})

test('rows without a kind are refused, or take the one that is given', () => {
  const text = 'itemLabel,iso\nKade Circle,IQ\n'
  assert.match(read(text).refused[0]!.reason, /add a column "kind", or give --kind/)
  assert.equal(read(text, 'party').actors[0]!.kind, 'party')
  assert.throws(() => read(text, 'club'), /No kind "club"; write one of/)
})

test('affiliations of our own form need actors that are known', () => {
  const {affiliations, refused} = read(
    'actor,relation,to,from,until,checked\nwadi-union,allied,hamas,2014,,\nwadi-union,allied,nobody,,,\n'
  )
  assert.equal(affiliations.length, 1)
  assert.match(refused[0]!.reason, /no actor has the id "nobody"; import the actors first/)
})

test('a header of no known form is refused with the forms that are', () => {
  assert.throws(() => read('a,b\n1,2\n'), /The header is "a,b"; write id,name,kind/)
})

test('reads quoted line breaks, tabs, a byte order mark and Windows-1252', () => {
  const quoted = readForeignTable(new TextEncoder().encode('\ufeffa,b\n"x\ny","say ""no"""\n1,2\n'))
  assert.deepEqual(quoted.header, ['a', 'b'])
  assert.deepEqual(
    quoted.rows.map(({line, cells}) => [line, cells.get('a'), cells.get('b')]),
    [
      [2, 'x\ny', 'say "no"'],
      [4, '1', '2']
    ]
  )
  assert.equal(readForeignTable(new TextEncoder().encode('a\tb\n1\t2\n')).rows[0]!.cells.get('b'), '2')
  const old = readForeignTable(Uint8Array.from([...'a\nCaf'].map(c => c.charCodeAt(0)).concat(0xe9, 10)))
  assert.equal(old.rows[0]!.cells.get('a'), 'Café')
})
