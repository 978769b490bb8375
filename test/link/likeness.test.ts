import assert from 'node:assert/strict'
import test from 'node:test'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {rarityOf} from '../../src/codebook/word-rarity.ts'
import {compare} from '../../src/link/compare.ts'
import {likeness, wordingSign} from '../../src/link/likeness.ts'
import {profileOf} from '../../src/link/word-profile.ts'
import type {WordProfile} from '../../src/model/link-profile.ts'
import {madeUpTelling} from './made-up-tellings.ts'

const rarity = rarityOf(loadOwnCodebook())
const report = (text: string, language = 'en') => profileOf({text, language, isPassage: false}, rarity)
const passage = (text: string) => profileOf({text, language: 'en', isPassage: true}, rarity)
const found = (a: WordProfile, b: WordProfile) => new Map(likeness(a, b).map(({id, value}) => [id, value]))

const bridge = `Quarry workers and riot police fought on the Tarapaca bridge in Oruro on 5 March 2024. Stones were thrown and
tear gas fired for two hours, and 14 people were hurt, the regional hospital said.`
const bridgeAgain = `Police in Oruro fired tear gas at quarry workers on the Tarapaca bridge on March 5, 2024. The hospital
treated 14 people after two hours of stone throwing.`
const market = `A lorry full of onions ran into stalls of the Sunday market in Sucre, killing three traders. Its driver told a
judge in 2019 that the brakes had failed.`

test('what one report tells first is looked up in all that the other says', () => {
  assert.ok(found(report(bridge), report(bridgeAgain)).get('told')! > 0.6)
  assert.ok(found(report(bridge), report(market)).get('told')! < 0.2)
})

test('told-both is the lesser of the two, told-missing what the greater lacks', () => {
  const long = report(`${market} ${bridge} ${bridgeAgain}`)
  const of = found(report(bridge), long)
  assert.equal(of.get('told'), 1)
  assert.equal(of.get('told-missing'), 0)
  assert.ok(of.get('told-both')! < 0.7)
})

test('rare pairs of words are shared by tellings of one event, not by the words alone', () => {
  assert.ok(found(report(bridge), report(bridgeAgain)).get('pairs-shared')! > 0.15)
  const reversed = report(bridge.split(' ').reverse().join(' '))
  assert.ok(found(report(bridge), reversed).get('pairs-shared')! < 0.1)
})

test('a number tells with the word behind it', () => {
  assert.equal(found(report(bridge), report(bridgeAgain)).get('counted-shared'), 1)
  assert.equal(
    found(report(bridge), report('He paid 14 dollars on 5 June.')).get('counted-shared'),
    undefined
  )
})

test('years agree or differ; where one text names none they say nothing', () => {
  assert.equal(found(report(bridge), report(bridgeAgain)).get('year-shared'), 1)
  assert.equal(found(report(bridge), report(market)).get('year-other'), 1)
  const of = found(report(bridge), report('It rained.'))
  assert.ok(!of.has('year-shared') && !of.has('year-other'))
})

test('a copy, whole or cut, shares its wording; another telling does not', () => {
  const cut = bridge.slice(0, bridge.indexOf(', the regional'))
  assert.equal(wordingSign(report(`${bridge} ${market}`), report(cut)).length, 1)
  assert.equal(wordingSign(report(bridge), report(bridgeAgain)).length, 0)
})

test('a date is the same in either order', () => {
  assert.equal(found(report(bridge), report(bridgeAgain)).get('date-shared'), 1)
  assert.equal(found(report(bridge), report('On 6 March it rained.')).get('date-shared'), undefined)
})

test('a passage is looked up in the report, not the report in the passage', () => {
  const one = passage('Quarry workers and police fought on the Tarapaca bridge.')
  for (const evidence of [found(one, report(bridge)), found(report(bridge), one)]) {
    assert.ok(evidence.get('passage-told')! > 0.9)
    assert.ok(!evidence.has('told'))
  }
  assert.ok(found(one, report(market)).get('passage-missing')! > 0.7)
})

test('texts in different languages say nothing by their words', () => {
  assert.deepEqual(likeness(report(bridge), report(bridge, 'fr')), [])
})

test('where nobody knows which words are rare, a copy is one and nothing else is said', () => {
  const [a, b] = ['a', 'b'].map(word =>
    report(`${word} ${'une phrase en français qui parle de la marche et des blessés'}`, 'fr')
  )
  assert.deepEqual(likeness(a!, b!), [])
  assert.equal(wordingSign(a!, b!).length, 1)
})

test('is the same from either side, between 0 and 1, and has its sentence', () => {
  const [a, b] = [report(bridge), report(bridgeAgain)]
  assert.deepEqual(likeness(a, b), likeness(b, a))
  for (const {value, because} of likeness(a, b)) {
    assert.ok(value >= 0 && value <= 1)
    assert.match(because, /\w/)
  }
})

test('a profile is bounded, plain and keeps no word', () => {
  const words = Array.from({length: 9000}, (_, i) => `Word${i.toString(36)}`)
  const long = report(words.join(' '))
  assert.ok(JSON.stringify(long).length < 9000)
  assert.deepEqual(JSON.parse(JSON.stringify(long)), long)
  assert.ok(!/tarapaca|oruro/i.test(JSON.stringify(report(bridge))))
})

test('a flash of few words speaks less against than a report', () => {
  const weights = new Map([
    ['threshold', 0],
    ['told-missing', -6]
  ])
  const unlike = (text: string) => {
    const [a, b] = [report(bridge), report(text)].map((words, i) => madeUpTelling(`r${i}/i1`, {words}))
    return compare(a!, b!, new Set(), weights).find(({id}) => id === 'words-unlike')!.value
  }
  assert.ok(unlike('Three traders died in Sucre, a judge says.') < 0.3)
  assert.ok(unlike(`${market} ${market}`) > 0.6)
})
