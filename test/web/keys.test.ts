import assert from 'node:assert/strict'
import test from 'node:test'
import {nameOf} from '../../web/src/app/key-names.ts'
import {globalKeys, type Key, screenKeys} from '../../web/src/app/keys.ts'
import {screens} from '../../web/src/app/screens.ts'

const everywhere: Key[] = [
  ...Object.values(globalKeys),
  ...screens.map(({key, name}): Key => ({key: `g ${key}`, does: name}))
]

for (const [screen, keys] of Object.entries(screenKeys))
  test(`no two keys collide: ${screen}`, () => {
    const own: Key[] = [...everywhere, ...Object.values(keys)]
    const pressed = own.flatMap(({key, also}) => (also ? [key, also] : [key]))
    assert.deepEqual(
      pressed.filter((key, i) => pressed.indexOf(key) !== i),
      []
    )
    const begins = new Set(pressed.filter(key => key.includes(' ')).map(key => key.split(' ')[0]))
    assert.deepEqual(
      pressed.filter(key => begins.has(key)),
      [],
      'a key that begins others does nothing by itself'
    )
  })

test('every screen has its keys', () => {
  assert.deepEqual(screens.map(({id}) => id).toSorted(), Object.keys(screenKeys).toSorted())
})

const press = (key: string, code = '', more: {shiftKey?: boolean; ctrlKey?: boolean} = {}) =>
  nameOf({key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more})

test('keys go by letter, and by position where the keyboard writes another script', () => {
  assert.equal(press('j', 'KeyJ'), 'j')
  assert.equal(press('ت', 'KeyJ'), 'j')
  assert.equal(press('j', 'KeyC'), 'j', 'another arrangement of Latin letters')
  assert.equal(press('Z', 'KeyZ', {shiftKey: true}), 'Shift+z')
  assert.equal(press('?', 'Slash', {shiftKey: true}), '?')
  assert.equal(press('؟', 'Slash', {shiftKey: true}), '?')
  assert.equal(press('k', 'KeyK', {ctrlKey: true}), 'Mod+k')
})
