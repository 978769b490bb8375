import assert from 'node:assert/strict'
import test from 'node:test'
import {commonPasswords} from '../../src/api/access/common-passwords.ts'
import {hashOfPassword, isPassword, passwordFault} from '../../src/api/access/passwords.ts'
import {createLimiter} from '../../src/api/access/rate-limit.ts'

test('weak passwords are refused with their reason, in any script; long and odd ones are taken', () => {
  const fault = (password: string) => passwordFault(password, 'Mirela', commonPasswords())
  const cases: Record<string, string | null> = {
    'heron quay 7': null,
    'heron quay': 'short',
    ['x'.repeat(129)]: 'long',
    aaaaaaaaaaaaaaa: 'repeated',
    tulip9tulip9tulip9: 'repeated',
    qwertyuiop123: 'row',
    '987654321012': 'row',
    شسيبلاتنمكطا: 'row',
    'P@ssw0rd123456': 'common',
    'Summer2024!!summer': 'common',
    welcomeadmin99: 'common',
    'correct horse battery': 'common',
    كلمةالسر١٢٣٤٥٦: 'common',
    '2024-03-05-1985': 'common',
    'mirela-2024-quay': 'named',
    'heron lantern quay tundra': null,
    'Zq9$wT!4mLp2': null,
    'ديك فوق سطح الجيران': null,
    '🦩🪺🧭🪁🛶🥁🪵🧶🛖🪸🫚🪨': null
  }
  for (const [password, wanted] of Object.entries(cases)) assert.equal(fault(password), wanted, password)
})

test('a password opens its own hash alone, each hash has its salt and says its work', async () => {
  const [one, two] = await Promise.all([hashOfPassword('heron lantern'), hashOfPassword('heron lantern')])
  assert.match(one, /^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  assert.notEqual(one, two)
  assert.equal(await isPassword('heron lantern', one), true)
  assert.equal(await isPassword('heron lantern ', one), false)
  assert.equal(await isPassword('heron lantern', null), false)
})

test('buckets fill again with time, and as many keys as may come take no more room', () => {
  let at = 0
  const limiter = createLimiter(() => new Date(at), 100)
  const limit = {burst: 2, perMinute: 60}
  assert.deepEqual(
    [1, 2, 3].map(() => limiter('a', limit)),
    [null, null, 1]
  )
  at = 1000
  assert.equal(limiter('a', limit), null)
  for (let i = 0; i < 100_000; i++) limiter(`other ${i}`, limit)
  assert.equal(limiter('a', limit), null)
})
