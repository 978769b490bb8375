/** What an Arabic source is called in English, and how much of it may be listed. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {Attribution, CodedReport} from '../../src/model/contract.ts'
import {sourceTranslator} from '../../src/reconcile/source-words.ts'
import {sourceFinder} from '../../src/reconcile/sources.ts'
import {codedReport} from '../coded-report.ts'

const {codebook} = loadKnowledge({registry: 'cases/registry'})
const translate = sourceTranslator(codebook)
const sources = sourceFinder(codebook)

const passages: CodedReport['passages'] = [{from: 0, to: 200, kind: 'body', language: 'ar'}]
const origin = (source: string, kind: Attribution['kind'] = 'official'): Attribution => ({
  source,
  kind,
  actor: null,
  cue: 'قال',
  quote: {from: 0, to: source.length, text: source}
})

for (const [source, words, unnamed] of [
  ['المستشفى الإقليمي', 'the regional hospital', 'المستشفى الإقليمي'],
  ['لمستشفى البلدة', 'the town hospital', 'لمستشفى البلدة'],
  ['المتحدث باسم وزارة الداخلية', 'the spokesman for the interior ministry', 'المتحدث باسم وزارة الداخلية'],
  ['وزارة الصحة العراقية', 'the iraqi health ministry', 'وزارة الصحة العراقية'],
  ['رئيس الوزراء', 'the prime minister', 'رئيس الوزراء'],
  ['مصدران في الشرطة', 'sources in the police', 'مصدران في الشرطة'],
  ['مصدر محلي في السلام', 'local source in the سلام', 'مصدر محلي في السلام'],
  ['مستشفى السلام الميداني', 'the field سلام hospital', 'مستشفى السلام الميداني'],
  ['لواء النهر', 'the نهر brigade', 'لواء النهر'],
  ['وزير الصحة سالم البارودي', 'the بارودي سالم health minister', 'وزير الصحة'],
  ['مدير مستشفى السلام سالم البارودي', 'the بارودي سالم سلام hospital director', 'مدير مستشفى السلام'],
  [
    'المتحدث باسم الوزارة سالم البارودي',
    'the spokesman for the بارودي سالم ministry',
    'المتحدث باسم الوزارة'
  ],
  ['العميد سالم البارودي', 'the بارودي سالم brigadier', null],
  ['سالم البارودي', 'the بارودي سالم', null]
] as const)
  test(`"${source}" is "${words}", of which ${unnamed === null ? 'nothing' : `"${unnamed}"`} may be listed`, () => {
    const found = translate(origin(source), {passages, places: []})!
    assert.equal(found.words, words)
    assert.equal(found.unnamed?.written ?? null, unnamed)
  })

test('a place is called as the gazetteer has it, and a source in English is left as it is', () => {
  const [place] = codedReport().places
  const mentions = [{from: 0, to: 0, text: 'كانو'}]
  const places = [{...place!, name: 'Kano', mentions}]
  assert.equal(translate(origin('محافظ كانو'), {passages, places})!.words, 'kano governor')
  const english = [{...passages[0]!, language: 'en'}]
  assert.equal(translate(origin('the governor of Kano'), {passages: english, places}), null)
})

const listedOf = (said: Attribution) => {
  const base = codedReport()
  const claims = base.claims.map(claim => ({...claim, attribution: [claim.attribution[0]!, said]}))
  return sources.ofReport({...base, claims, passages})
}

test('a body is one source in both languages, and nobody is one by his name', () => {
  const english = {...origin('the interior ministry'), quote: null}
  const base = codedReport()
  const inEnglish = sources.ofReport({
    ...base,
    claims: base.claims.map(claim => ({...claim, attribution: [claim.attribution[0]!, english]}))
  })
  assert.equal(listedOf(origin('وزارة الداخلية')).sources.at(-1)!.id, inEnglish.sources.at(-1)!.id)
  for (const kind of ['official', 'security', 'medical', 'unnamed', 'witness'] as const)
    for (const name of ['سالم البارودي', 'العميد سالم البارودي', 'مدير مستشفى السلام سالم البارودي'])
      assert.doesNotMatch(JSON.stringify(listedOf(origin(name, kind))), /سالم|بارودي/, `${kind}: ${name}`)
})
