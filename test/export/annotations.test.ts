import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import fc from 'fast-check'
import jsonld from 'jsonld'
import {annotations} from '../../src/export/annotations.ts'
import {characterOffsets, firstCharacters, lastCharacters} from '../../src/export/characters.ts'
import type {ReportedClaim} from '../../src/model/assessment.ts'
import {eachOf, madeUpIncident, settingOf} from './made-up-incident.ts'

const standard = 'http://www.w3.org/ns/anno.jsonld'
/** The context of the standard, so that nothing is fetched. */
const context = JSON.parse(readFileSync('test/export/anno.jsonld', 'utf8'))
const documentLoader = async (url: string) => {
  assert.equal(url, standard)
  return {document: context, documentUrl: url}
}

const text = 'GOMA 🚒🚒 — قُتل ثلاثة أشخاص 🙏 near the market, a medic 👩🏽‍⚕️ said on Monday.'
const claim = (words: string, own: Partial<ReportedClaim> = {}): ReportedClaim => ({
  id: 'c1',
  key: 'r1/c1',
  report: 'r1',
  about: 'casualties',
  refersTo: null,
  quote: {from: text.indexOf(words), to: text.indexOf(words) + words.length, text: words},
  evidence: [],
  attribution: [
    {source: 'The River Post', kind: 'outlet', actor: null, cue: null, quote: null},
    {source: 'a medic', kind: 'medical', actor: null, cue: 'said', quote: null}
  ],
  interest: 'independent',
  certainty: 'certain',
  polarity: 'affirmed',
  realis: 'happened',
  hedges: [],
  casualties: {of: 'ثلاثة', outcome: 'killed', group: 'people', count: {min: 3, max: 3, stated: 'ثلاثة'}},
  ...own
})
const quoted = {text, sha256: 'a'.repeat(64), original: null, fetchedAt: '2024-05-07T10:00:00.000Z'}

interface Annotation {
  readonly id: string
  readonly creator: object
  readonly body: readonly {readonly value: string}[]
  readonly target: {
    readonly source: string
    readonly state?: object
    readonly selector: readonly [
      {readonly exact: string; readonly prefix: string; readonly suffix: string},
      {readonly start: number; readonly end: number}
    ]
  }
}

async function pageOf(claims: readonly ReportedClaim[], url: string | null = 'https://outlet.example/1') {
  const incident = madeUpIncident({claims: [...claims]})
  const linked = {...incident, reports: incident.reports.map(own => ({...own, url}))}
  const pieces: string[] = []
  const setting = settingOf('dateline', {r1: quoted})
  for await (const piece of annotations.write(eachOf([linked]), setting)) pieces.push(`${piece}`)
  return JSON.parse(pieces.join('')) as {
    readonly items: readonly Annotation[]
    readonly partOf: {readonly total: number}
  }
}

test('words are found by their characters, as other tools count them, and by what stands around them', async () => {
  const {items} = await pageOf([claim('قُتل ثلاثة أشخاص'), claim('👩🏽‍⚕️ said')])
  const characters = [...text]
  for (const {target} of items) {
    const [{exact, prefix, suffix}, {start, end}] = target.selector
    assert.equal(characters.slice(start, end).join(''), exact)
    assert.ok(text.includes(prefix + exact + suffix))
    assert.ok([...prefix].length <= 32 && [...suffix].length <= 32)
  }
  const [, {start}] = items[1]!.target.selector
  assert.ok(start < text.indexOf('👩🏽'), 'an emoji is one character, not two')
})

test('no character is cut in two, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ' ', 'ق', 'ُ', '🚒', '👩🏽‍⚕️', '\u{1f1f8}')),
      fc.nat(),
      (parts, seed) => {
        const characters = [...parts.join('')]
        const at = seed % (characters.length + 1)
        const before = characters.slice(0, at).join('')
        const whole = characters.join('')
        assert.equal(characterOffsets(whole)(before.length), at)
        assert.equal(lastCharacters(before, 3), characters.slice(Math.max(0, at - 3), at).join(''))
        assert.equal(firstCharacters(whole.slice(before.length), 3), characters.slice(at, at + 3).join(''))
      }
    )
  )
})

test('a claim is said in words and as values; who added one made it', async () => {
  const added = {ruling: 'abc', by: 'ada', reason: null}
  const {items, partOf} = await pageOf([claim('ثلاثة'), claim('ثلاثة', {polarity: 'denied', added})])
  assert.equal(partOf.total, 2)
  assert.equal(items[0]!.body[0]!.value, 'Killed: 3, people. Said by: The River Post > a medic')
  assert.equal(items[1]!.body[0]!.value, 'Killed: 3, people (denied). Said by: The River Post > a medic')
  const values = JSON.parse(items[0]!.body[1]!.value)
  assert.deepEqual(values.casualties.count, {min: 3, max: 3, stated: 'ثلاثة'})
  assert.deepEqual(
    items.map(({creator}) => creator),
    [
      {type: 'Software', name: 'Dateline'},
      {type: 'Person', nickname: 'ada'}
    ]
  )
})

test('the source is the address as it was read then, or the text by its hash', async () => {
  const target = async (url: string | null) => (await pageOf([claim('said')], url)).items[0]!.target
  const hash = `urn:sha256:${quoted.sha256}`
  const {source, state} = await target('https://outlet.example/خبر')
  assert.equal(source, 'https://outlet.example/%D8%AE%D8%A8%D8%B1')
  assert.deepEqual(state, {type: 'TimeState', sourceDate: quoted.fetchedAt, cached: hash})
  for (const url of [null, 'no address', 'https://outlet.example/[name]-dies'])
    assert.deepEqual([(await target(url)).source, (await target(url)).state], [hash, undefined])
})

test('it is JSON-LD of the standard: every name in it means something there, and nothing is lost', async () => {
  const page = await pageOf([claim('قُتل ثلاثة أشخاص'), claim('said', {key: 'r1/c2', id: 'c2'})])
  const options = {documentLoader, safe: true}
  const [expanded] = (await jsonld.expand(page as never, options)) as [Record<string, unknown>]
  assert.deepEqual(expanded!['@type'], ['http://www.w3.org/ns/activitystreams#OrderedCollectionPage'])
  const again = (await jsonld.compact(expanded as never, standard as never, options)) as {items: unknown}
  const items = again.items as unknown as Annotation[]
  assert.deepEqual(sorted(items), sorted(page.items))
  const quads = (await jsonld.toRDF(page as never, {documentLoader})) as {
    predicate: {value: string}
    object: {value: string; datatype?: {value: string}}
  }[]
  const told = (name: string) =>
    quads.filter(({predicate}) => predicate.value === `http://www.w3.org/ns/oa#${name}`).length
  assert.deepEqual([told('hasTarget'), told('hasBody'), told('exact'), told('start')], [2, 4, 2, 2])
})

/** Without the order of keys, which JSON-LD does not keep. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, own]) => [key, sorted(own)])
  )
}
