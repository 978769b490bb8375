import assert from 'node:assert/strict'
import test from 'node:test'
import {nameSkeleton} from '../../src/codebook/name-skeleton.ts'

const same = (a: string, b: string) => nameSkeleton(a) !== '' && nameSkeleton(a) === nameSkeleton(b)

test('ways to write one name in Latin letters share a skeleton', () => {
  for (const [a, b] of [
    ['Deir ez-Zor', 'Dayr az Zawr'],
    ['Hodeidah', 'Al Hudaydah'],
    ['Qamishli', 'Al Qāmishlī'],
    ['Sheikh Zuweid', 'Ash Shaykh Zuwayyid'],
    ['Kharkov', 'Kharkiv']
  ] as const)
    assert.ok(same(a, b), `${a}, ${b}: ${nameSkeleton(a)}, ${nameSkeleton(b)}`)
})

test('names with other consonants do not', () => {
  assert.ok(!same('Kunduz', 'Kundar'))
  assert.ok(!same('Tal Afar', 'Tal Rifat'))
})

test('short names and other scripts have no skeleton', () => {
  assert.equal(nameSkeleton('Baiji'), '')
  assert.equal(nameSkeleton('الموصل'), '')
})
