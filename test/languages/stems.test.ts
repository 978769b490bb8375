import assert from 'node:assert/strict'
import test from 'node:test'
import {stemOf} from '../../src/languages/en/stems.ts'

test('forms of one word meet', () => {
  for (const forms of [
    ['protest', 'protests', 'protested', 'protesting'],
    ['carry', 'carries', 'carried'],
    ['kill', 'kills', 'killed', 'killing', 'killings'],
    ['stop', 'stops', 'stopped', 'stopping'],
    ['wound', 'wounds', 'wounded']
  ])
    assert.equal(new Set(forms.map(stemOf)).size, 1, forms.join(' '))
})

test('short words, numbers and other scripts stay as they are', () => {
  for (const word of ['bus', '2021', 'gas', 'متظاهر']) assert.equal(stemOf(word), word)
})

test('different words stay apart', () => {
  assert.notEqual(stemOf('police'), stemOf('policy'))
  assert.notEqual(stemOf('bomb'), stemOf('bone'))
})
