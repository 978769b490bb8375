import assert from 'node:assert/strict'
import test from 'node:test'
import {matrices} from '../../src/codebook/models.ts'
import {roles} from '../../src/muc4/model.ts'
import {phraseReader} from '../../src/muc4/phrase-network.ts'
import {learnPhrases, type PhraseLesson} from '../../training/muc4/phrase-learner.ts'
import {seeded} from '../../training/random.ts'

const [deed, talk, person] = [1, 2, 3]
const states = (count: number) => new Float32Array(count * 16)

/** A person fills the first role where a deed stands before him, nothing where there was only talk. */
function lessonsOf(count: number): PhraseLesson[] {
  const random = seeded(3)
  return Array.from({length: count}, () => {
    const isDeed = random() < 0.5
    return {
      features: [Int32Array.of(isDeed ? deed : talk), Int32Array.of(person)],
      states: states(2),
      truths: roles.map((_, q) => Float32Array.of(0, q === 0 && isDeed ? 1 : 0)),
      answers: [isDeed ? 1 : 0]
    }
  })
}

const learn = () =>
  learnPhrases(lessonsOf(400), matrices('', 16), {
    width: 16,
    context: 16,
    passes: 12,
    rate: 0.01,
    lostFeatures: 0,
    lostLayer: 0.1
  })

test('what stands before a phrase tells what it is and what the report is; the same lessons give the same weights', () => {
  const weights = learn()
  const read = phraseReader(weights, matrices('', 16))
  const after = (before: number) => read([Int32Array.of(before), Int32Array.of(person)], states(2))
  const chanceAfter = (before: number) => after(before).phrases[0]![1]!
  assert.ok(chanceAfter(deed) > 0.8, `after a deed ${chanceAfter(deed)}`)
  assert.ok(chanceAfter(talk) < 0.2, `after talk ${chanceAfter(talk)}`)
  assert.ok(after(deed).report > 0.8 && after(talk).report < 0.2)
  assert.deepEqual(learn(), weights)
})

test('a report without phrases, and words that nobody has learnt', () => {
  const read = phraseReader(learn(), matrices('', 16))
  assert.deepEqual(
    read([], states(0)).phrases.map(({length}) => length),
    roles.map(() => 0)
  )
  for (const [chance] of read([Int32Array.of(99)], states(1)).phrases)
    assert.ok(chance! >= 0 && chance! < 0.5)
})
