/** Whose side of an incident an account speaks for: by who speaks, not by what it says. */
import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {isoDate} from '../../src/model/date.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {createLinker} from '../../src/workflows/link.ts'

const knowledge = loadKnowledge()
const coder = createCoder(knowledge)
const link = createLinker(knowledge.codebook)

/** Side by origin, and by name of an actor. */
function sidesIn(text: string): Record<string, string | undefined> {
  const coded = coder.code({
    id: 'r1',
    sha256: '',
    url: null,
    outlet: 'Harbour Post',
    title: null,
    publishedOn: isoDate('2024-03-06'),
    text
  })
  const [incident] = link([coded]).toSorted((a, b) => b.accounts.length - a.accounts.length)
  const {sides, accounts} = incident!
  return Object.fromEntries([
    ...(['a', 'b'] as const).flatMap(side => sides[side].map(name => [name.toLowerCase(), side])),
    ...accounts.map(({origin, side}) => [origin.toLowerCase(), side])
  ])
}

test('an office of the state speaks for the side of its forces, a hospital for none, whoever did it', () => {
  const first = sidesIn(
    'Riot police clashed with miners in Oruro on Tuesday. The interior ministry said no miner was killed. The regional hospital said two miners were killed.'
  )
  assert.deepEqual([first['the interior ministry'], first['the regional hospital']], ['a', 'none'])
  const second = sidesIn(
    'Rebels ambushed soldiers near Jos on Tuesday. The defence ministry said three soldiers were killed. A medic said five soldiers were killed.'
  )
  assert.notEqual(second.soldiers, second.rebels)
  assert.deepEqual([second['the defence ministry'], second['a medic']], [second.soldiers, 'none'])
})

test('the outlet itself speaks for no side that anybody knows', () => {
  const sides = sidesIn('Riot police clashed with miners in Oruro on Tuesday, and two miners were killed.')
  assert.equal(sides['harbour post'], 'unknown')
})
