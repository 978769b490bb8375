import assert from 'node:assert/strict'
import test from 'node:test'
import {Secret, TOTP} from 'otpauth'
import {addUser, inviteFirst, resetUser} from '../../src/api/access/invite.ts'
import {createApi} from '../../src/api/api.ts'
import {openStore} from '../../src/store/store.ts'
import {embedded} from '../store/targets.ts'
import {deskOf} from './desk-of.ts'
import {host, password, people} from './people.ts'

test.after(() => embedded.stop())

const linker = () => assert.fail('nothing is linked here')

/** An empty store with its own clock, and a browser that keeps its cookie. */
async function desk(exposure: 'loopback' | 'tls' | 'proxy' = 'tls') {
  const clock = {at: Date.parse('2024-03-07T09:30:00Z')}
  const store = await openStore(await embedded.make(), {who: 'ada', now: () => new Date(clock.at)})
  const api = createApi(deskOf(store, linker), {pages: 'web/dist', version: '0', exposure})
  const name = exposure === 'loopback' ? 'localhost' : host
  const ask = (
    path: string,
    {
      method = 'GET',
      body,
      headers = {}
    }: {method?: string; body?: object; headers?: Record<string, string>} = {}
  ) =>
    api.request(`${exposure === 'loopback' ? 'http' : 'https'}://${name}${path}`, {
      method,
      headers: {host: name, ...(body && {'content-type': 'application/json'}), ...headers},
      ...(body && {body: JSON.stringify(body)})
    })
  const logIn = (user: string, code = '', own = password) =>
    ask('/api/session', {method: 'POST', body: {name: user, password: own, code}})
  const browser = (answer: Response) => ({
    cookie: answer.headers.get('set-cookie')!.split(';')[0]!,
    origin: `https://${name}`
  })
  const minutes = (count: number) => {
    clock.at += count * 60_000
  }
  return {store, api, ask, logIn, browser, minutes, clock}
}

test('on a machine without users whoever works at it is let in; as soon as there are users, nobody without log-in', async () => {
  const {store, ask} = await desk('loopback')
  const me = (await (await ask('/api/me')).json()) as {name: string; via: string}
  assert.deepEqual([me.name, me.via], ['ada', 'machine'])
  assert.equal((await ask('/api/users', {method: 'POST', body: {name: 'bo', role: 'reader'}})).status, 409)
  assert.equal((await ask('/api/users', {method: 'POST', body: {name: 'bo', role: 'admin'}})).status, 200)
  assert.equal((await ask('/api/me')).status, 401)
  const home = await ask('/?since=2024-01-01')
  assert.deepEqual([home.status, home.headers.get('location')], [303, '/login?next=%2F%3Fsince%3D2024-01-01'])
  await store.close()
})

test('a foreign name for this machine, a proxy in front of it and a foreign page are refused', async () => {
  const {store, api, ask} = await desk('loopback')
  assert.equal(
    (await api.request('http://evil.example/api/me', {headers: {host: 'evil.example'}})).status,
    421
  )
  assert.equal((await ask('/api/me', {headers: {'x-forwarded-for': '192.0.2.7'}})).status, 421)
  const body = {name: 'bo', role: 'admin'}
  for (const headers of [
    {origin: 'https://evil.example'},
    {origin: 'null'},
    {'sec-fetch-site': 'cross-site'}
  ] as Record<string, string>[])
    assert.equal((await ask('/api/users', {method: 'POST', body, headers})).status, 403)
  const form = {
    method: 'POST',
    headers: {host: 'localhost', 'content-type': 'text/plain'},
    body: JSON.stringify(body)
  }
  assert.equal((await api.request('http://localhost/api/users', form)).status, 415)
  assert.equal(await store.access.users.any(), false)
  await store.close()
})

test('the first admin comes by a link of one use and half an hour, and sets up a second factor', async () => {
  const {store, ask, browser, minutes, clock} = await desk()
  assert.equal((await ask('/api/me')).status, 401)
  const late = await inviteFirst(store)
  minutes(31)
  const tokenOf = ({path}: {path: string}) => path.split('=')[1]!
  const setUp = (token: string, own = password) =>
    ask('/api/set-up', {method: 'POST', body: {token, name: 'bo', password: own}})
  assert.equal((await setUp(tokenOf(late))).status, 401)
  const token = tokenOf(await inviteFirst(store))
  const weak = (await (await setUp(token, 'Password123456')).json()) as {errors: {message: string}[]}
  assert.equal(weak.errors[0]!.message, 'is made of words that many people choose')
  const answer = await setUp(token)
  assert.match(
    answer.headers.get('set-cookie')!,
    /^__Host-dateline=[\w-]{22}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/
  )
  assert.equal((await setUp(token)).status, 401)
  const headers = browser(answer)
  assert.equal((await ask('/api/incidents', {headers})).status, 403)
  const offered = (await (
    await ask('/api/me/second-factor', {method: 'POST', body: {password}, headers})
  ).json()) as {secret: string}
  const code = () => new TOTP({secret: Secret.fromBase32(offered.secret)}).generate({timestamp: clock.at})
  const confirm = (given: string) =>
    ask('/api/me/second-factor/confirmation', {method: 'POST', body: {code: given}, headers})
  assert.equal((await confirm('000000')).status, 400)
  const {recoveryCodes} = (await (await confirm(code())).json()) as {recoveryCodes: string[]}
  assert.equal(recoveryCodes.length, 10)
  assert.equal((await ask('/api/incidents', {headers})).status, 200)

  const logIn = async (given: string) =>
    (await ask('/api/session', {method: 'POST', body: {name: 'BO', password, code: given}})).status
  minutes(3)
  assert.equal(await logIn(''), 401)
  const used = code()
  assert.equal(await logIn(used), 200)
  assert.equal(await logIn(used), 401, 'a code opens once')
  minutes(3)
  assert.equal(await logIn(recoveryCodes[0]!.toLowerCase()), 200)
  assert.equal(await logIn(recoveryCodes[0]!), 401, 'a recovery code opens once')
  await store.close()
})

test('a session is new at every log-in, ends when it is revoked, idle or old, and with a new password', async () => {
  const {store, ask, logIn, browser, minutes} = await desk()
  const {reader} = await people(store)
  const first = browser(await logIn('reader'))
  const again = await ask('/api/session', {method: 'POST', body: {name: 'reader', password}, headers: first})
  const second = browser(again)
  assert.notEqual(first.cookie, second.cookie)
  const status = async (headers: Record<string, string>) => (await ask('/api/me', {headers})).status
  assert.deepEqual([await status(first), await status(second)], [401, 200])

  minutes(5)
  const other = browser(await logIn('reader'))
  const {sessions, current} = (await (await ask('/api/sessions', {headers: second})).json()) as {
    current: string
    sessions: {id: string}[]
  }
  assert.equal(sessions.length, 2)
  const foreign = sessions.find(({id}) => id !== current)!.id
  assert.equal((await ask(`/api/sessions/${foreign}`, {method: 'DELETE', headers: second})).status, 200)
  assert.deepEqual([await status(other), await status(second)], [401, 200])

  minutes(11 * 60)
  assert.equal(await status(second), 200)
  minutes(12 * 60 + 2)
  assert.equal(await status(second), 401, 'idle for twelve hours')
  const old = browser(await logIn('reader'))
  for (let hours = 0; hours < 7 * 24; hours += 11) {
    minutes(11 * 60)
    await status(old)
  }
  assert.equal(await status(old), 401, 'a week old')

  const third = browser(await logIn('reader'))
  const fourth = browser(await logIn('reader'))
  const next = 'quay 72 lantern heron'
  const changed = await ask('/api/me/password', {
    method: 'POST',
    body: {current: password, next},
    headers: third
  })
  assert.equal(changed.status, 200)
  assert.deepEqual(
    [await status(third), await status(fourth), await status(browser(changed))],
    [401, 401, 200]
  )
  assert.equal((await ask('/api/session', {method: 'DELETE', headers: browser(changed)})).status, 200)
  assert.equal(await status(browser(changed)), 401)
  minutes(5)
  const last = browser(await logIn('reader', '', next))
  assert.equal((await resetUser(store, reader.name)) !== null, true)
  assert.equal(await status(last), 401, 'reset')
  await store.close()
})

test('a cookie without a word of where the change comes from changes nothing', async () => {
  const {store, ask, logIn, browser} = await desk()
  await people(store)
  const {cookie} = browser(await logIn('reader'))
  for (const headers of [
    {cookie},
    {cookie, origin: 'https://evil.example'},
    {cookie, origin: `https://${host}`, 'sec-fetch-site': 'cross-site'}
  ] as Record<string, string>[])
    assert.equal((await ask('/api/session', {method: 'DELETE', headers})).status, 403)
  assert.equal((await ask('/api/me', {headers: {cookie}})).status, 200)
  await store.close()
})

test('guesses are slowed down by name and address; others come in meanwhile, and so does the owner later', async () => {
  const {store, logIn, ask, minutes} = await desk('proxy')
  await people(store)
  const from = (address: string, name: string, own: string) =>
    ask('/api/session', {
      method: 'POST',
      body: {name, password: own},
      headers: {'x-forwarded-for': `203.0.113.9, ${address}`, 'x-forwarded-proto': 'https'}
    })
  for (let i = 0; i < 5; i++)
    assert.equal((await from('192.0.2.1', 'reader', `wrong guess ${i}`)).status, 401)
  const refused = await from('192.0.2.1', 'Reader', password)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '30')
  assert.equal((await from('192.0.2.1', 'analyst', password)).status, 200)
  assert.equal((await from('192.0.2.2', 'reader', password)).status, 200)
  minutes(0.5)
  assert.equal((await from('192.0.2.1', 'reader', password)).status, 200)
  // A network of IPv6 is one address.
  const network = async (i: number) => (await from(`2001:db8:1:2:${i}::1`, `nobody${i}`, 'x')).status
  const statuses: number[] = []
  for (let i = 0; i < 22; i++) statuses.push(await network(i))
  assert.deepEqual([...new Set(statuses)], [401, 429])
  assert.equal((await logIn('reviewer')).status, 200)
  const log = await store.access.log.page({}, {limit: 500, after: null})
  assert.ok(
    log.rows.some(
      ({who, action, address}) => who === 'reader' && action === 'log-in refused' && address === '192.0.2.1'
    )
  )
  assert.ok(log.rows.some(({action}) => action === 'too many requests'))
  assert.doesNotMatch(JSON.stringify(log), /wrong guess|heron/)
  await store.close()
})

test('a proxy that took a request without TLS is refused', async () => {
  const {store, ask} = await desk('proxy')
  assert.equal((await ask('/api/me', {headers: {'x-forwarded-proto': 'http'}})).status, 421)
  await store.close()
})

test('a key is shown once, listed without its secret, holds until its day and not after it is revoked', async () => {
  const {store, ask, logIn, browser, minutes} = await desk()
  await people(store)
  const headers = browser(await logIn('analyst'))
  const make = (scopes: string[]) =>
    ask('/api/keys', {method: 'POST', body: {name: 'nightly', scopes, days: 1}, headers})
  assert.equal((await make(['publish'])).status, 400)
  const {id, key} = (await (await make(['read'])).json()) as {id: string; key: string}
  const status = async () => (await ask('/api/incidents', {headers: {authorization: `Bearer ${key}`}})).status
  assert.equal(await status(), 200)
  const listed = await (await ask('/api/keys', {headers})).text()
  assert.match(listed, /nightly/)
  assert.ok(!listed.includes(key) && !listed.includes('hash'))
  const second = (await (await make(['read'])).json()) as {id: string}
  assert.equal((await ask(`/api/keys/${second.id}`, {method: 'DELETE', headers})).status, 200)
  assert.equal((await ask(`/api/keys/${second.id}`, {method: 'DELETE', headers})).status, 404)
  const audit = (await store.auditOf(`key ${id}`)).map(({who, action}) => [who, action])
  assert.deepEqual(audit, [['analyst', 'make key']])
  await store.access.users.alter('analyst', {disabled: true})
  assert.equal(await status(), 401)
  await store.access.users.alter('analyst', {disabled: false})
  minutes(24 * 60)
  assert.equal(await status(), 401)
  await store.close()
})

test('the last admin cannot be taken away, and a user who is shut out is out at once', async () => {
  const {store, ask} = await desk()
  const {admin, reader} = await people(store)
  const headers = await admin.session()
  const alter = (name: string, body: object) => ask(`/api/users/${name}`, {method: 'PATCH', body, headers})
  assert.equal((await alter('admin', {role: 'reader'})).status, 409)
  assert.equal((await alter('admin', {disabled: true})).status, 409)
  assert.equal((await alter('nobody', {disabled: true})).status, 404)
  const own = await reader.session()
  assert.equal((await alter('reader', {disabled: true})).status, 200)
  assert.equal((await ask('/api/me', {headers: own})).status, 401)
  await assert.rejects(addUser(store, 'READER', 'reader'), /There is a user/)
  await store.close()
})

test('one who asks too much is told when to go on', async () => {
  const {store, api} = await desk()
  const {reader} = await people(store)
  const limited = createApi(deskOf(store, linker), {
    pages: 'web/dist',
    version: '0',
    exposure: 'tls',
    limits: {asker: {burst: 2, perMinute: 6}}
  })
  const headers = await reader.session()
  const statuses = []
  for (let i = 0; i < 3; i++) statuses.push(await limited.request(`https://${host}/api/me`, {headers}))
  assert.deepEqual(
    statuses.map(({status}) => status),
    [200, 200, 429]
  )
  assert.equal(statuses[2]!.headers.get('retry-after'), '10')
  assert.equal((await api.request(`https://${host}/api/me`, {headers})).status, 200)
  await store.close()
})
