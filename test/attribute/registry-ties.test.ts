import assert from 'node:assert/strict'
import test from 'node:test'
import {registryTie, type Tie} from '../../src/attribute/registry-ties.ts'
import {actorRegistry} from '../../src/codebook/actors.ts'
import {isoDate} from '../../src/model/date.ts'
import {withActors} from '../codebook/actor-files.ts'

const page = 'https://example.org/read'
const actors = [
  ...['group', 'union', 'wing', 'rival', 'channel', 'friend'].map(
    id => `${id},The ${id},organiser,ML,,,,${page}`
  ),
  'unread,The unread,organiser,ML,,,,'
]
const registry = actorRegistry(
  withActors(actors, [
    `channel,allied,unread,2010,,${page}`,
    `friend,allied,union,2010,,`,
    `group,owns,channel,2010,2015-06,${page}`,
    `group,part-of,union,2012,,${page}`,
    `rival,opposed,union,2010,,${page}`,
    `wing,part-of,union,,,${page}`
  ])
)
const tie = (speaker: string, side: string, on: string | null): Tie =>
  registryTie(registry, registry.get(speaker)!, registry.get(side)!, on === null ? null : isoDate(on))

test('the chain of command is a party, both ways, from its first day', () => {
  assert.equal(tie('group', 'union', '2013-01-01'), 'party')
  assert.equal(tie('union', 'group', '2013-01-01'), 'party')
  assert.equal(tie('union', 'group', '2011-12-31'), null)
})

test('who is owned is allied, to the last day', () => {
  assert.equal(tie('channel', 'group', '2015-06-30'), 'allied')
  assert.equal(tie('channel', 'union', '2015-06-30'), 'allied')
  assert.equal(tie('channel', 'group', '2015-07-01'), null)
})

test('who is opposed to what a side belongs to is opposed to the side', () => {
  assert.equal(tie('rival', 'group', '2013-01-01'), 'opposed')
})

test('a tie without a first day, one that nobody checked, one to an unread entry and a day unknown leave it open', () => {
  assert.equal(tie('wing', 'union', '2013-01-01'), 'open')
  assert.equal(tie('friend', 'union', '2013-01-01'), 'open')
  assert.equal(tie('channel', 'unread', '2013-01-01'), 'open')
  assert.equal(tie('group', 'union', null), 'open')
})

test("the forces' ministry is a party by the words themselves, the rest of the government allied", () => {
  assert.equal(tie('interior-ministry-ml', 'police-ml', null), 'party')
  assert.equal(tie('health-ministry-ml', 'police-ml', null), 'allied')
  assert.equal(tie('government-ml', 'police-ml', null), 'allied')
  assert.equal(tie('interior-ministry-ne', 'police-ml', null), null)
})
