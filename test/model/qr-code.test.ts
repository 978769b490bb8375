import assert from 'node:assert/strict'
import test from 'node:test'
import {encode} from 'uqr'
import {qrCode} from '../../src/model/qr-code.ts'

/** What the path draws, a character a module. */
function drawn({size, path}: ReturnType<typeof qrCode>): string[] {
  const rows = Array.from({length: size}, () => Array<string>(size).fill('.'))
  for (const [, x, y, run, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    assert.equal(run, back)
    for (let i = 0; i < Number(run); i++) rows[Number(y)]![Number(x) + i] = '#'
  }
  return rows.map(row => row.join(''))
}

const text = 'otpauth://totp/Dateline:ada?issuer=Dateline&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

test('the path draws every dark module once, with a quiet zone of four around them', () => {
  const code = qrCode(text)
  const {data} = encode(text, {ecc: 'M', border: 0})
  const inner = drawn(code).slice(4, -4)
  assert.deepEqual(
    inner,
    data.map(row => `....${row.map(dark => (dark ? '#' : '.')).join('')}....`)
  )
  assert.equal(code.size, data.length + 8)
  assert.ok(drawn(code).every((row, y) => (y >= 4 && y < code.size - 4) || !row.includes('#')))
})

test('three corners have the pattern that a camera looks for', () => {
  const rows = drawn(qrCode(text)).slice(4, -4)
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
  const at = (x: number, y: number) => rows.slice(y, y + 7).map(row => row.slice(4 + x, 4 + x + 7))
  const far = rows.length - 7
  for (const [x, y] of [
    [0, 0],
    [far, 0],
    [0, far]
  ] as const)
    assert.deepEqual(at(x, y), finder)
})

test('what is longer than a code can hold is refused', () => {
  assert.throws(() => qrCode('a'.repeat(5000)))
})
