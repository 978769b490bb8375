import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {Claim} from '../../src/model/contract.ts'
import {roleWordsReader} from '../../src/reconcile/role-words.ts'
import {sourceFinder} from '../../src/reconcile/sources.ts'
import {codedReport} from '../coded-report.ts'

const {codebook} = loadKnowledge({registry: 'cases/registry'})
const roleWords = roleWordsReader(codebook)
const sources = sourceFinder(codebook)

for (const [source, kept] of [
  ['the district head, Musa Dogo', 'the district head'],
  ['Musa Dogo, the district head', 'the district head'],
  ['police chief Musa Dogo', 'police chief'],
  ['the lawyer of Ahmed Baro', 'the lawyer'],
  ["Musa Dogo's lawyer", 'lawyer'],
  ['Colonel Baro', null],
  ['Musa Dogo', null],
  ['Dr. Amina Yusuf', null],
  ['the Joint Operations Command', 'the Joint Operations Command'],
  ['the mayor of Oruro', 'the mayor of Oruro'],
  ['Oruro police', 'Oruro police'],
  ['a spokesman for the Volta Brigade', 'a spokesman for the Volta Brigade'],
  ['Officials', 'Officials']
] as const)
  test(`of "${source}" ${kept === null ? 'nothing may be listed' : `"${kept}" may be listed`}`, () => {
    assert.equal(roleWords(source), kept)
  })

const said = (source: string, kind: Claim['attribution'][number]['kind']): Claim => {
  const [claim] = codedReport().claims
  return {
    ...claim!,
    interest: 'party',
    attribution: [claim!.attribution[0]!, {source, kind, actor: null, cue: 'said', quote: null}]
  }
}
const speakerOf = (source: string, kind: Claim['attribution'][number]['kind']) =>
  sources.ofReport(codedReport({claims: [said(source, kind)]})).sources.at(-1)!

test('a private person is no source by name, whatever they are taken for', () => {
  for (const kind of [
    'witness',
    'unnamed',
    'medical',
    'official',
    'security',
    'correspondent',
    'social-post'
  ] as const)
    for (const name of ['Musa Dogo', 'Amina Yusuf', 'Colonel Baro', 'Amina Yusuf, a nurse']) {
      const {sources: found} = sources.ofReport(codedReport({claims: [said(name, kind)]}))
      assert.doesNotMatch(JSON.stringify(found), /Musa|Dogo|Amina|Yusuf|Baro/, `${kind}: ${name}`)
    }
})

test('a body is one source however it is named, and another in another country', () => {
  const id = (source: string) => speakerOf(source, 'official').id
  assert.equal(id('The health ministry'), id("the health ministry's spokesman"))
  assert.notEqual(id('The health ministry'), id('the interior ministry'))
  const abroad = codedReport({claims: [said('The health ministry', 'official')]})
  const places = abroad.places.map(place => ({...place, country: 'BO'}))
  assert.notEqual(sources.ofReport({...abroad, places}).sources.at(-1)!.id, id('The health ministry'))
})

test('an agency is one source by all its names, as who publishes and as who is credited', () => {
  const of = (report: ReturnType<typeof codedReport>) => sources.ofReport(report)
  const own = of(codedReport({outlet: 'AFP'})).rows.find(({published}) => published)!
  const base = codedReport({outlet: 'Radio Oru'})
  const credited = of({...base, report: {...base.report, agency: 'Agence France-Presse'}}).rows.find(
    row => row.credited
  )!
  assert.equal(own.source, credited.source)
})

test('each claim counts for its origin alone, and as of a side where it is one', () => {
  const {rows, sources: found} = sources.ofReport(codedReport({claims: [said('the army', 'security')]}))
  assert.deepEqual(
    rows.map(({published, quoted, claims, sided}) => ({published, quoted, claims, sided})),
    [
      {published: true, quoted: false, claims: [], sided: 0},
      {published: false, quoted: true, claims: ['c1'], sided: 1}
    ]
  )
  assert.deepEqual(
    found.map(({kind}) => kind),
    ['outlet', 'security']
  )
})
