import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import {permissionRules, permissionsOf} from '../../src/api/access/permissions.ts'
import {hashOfToken, newKey} from '../../src/api/access/tokens.ts'
import type {Needed} from '../../src/api/route.ts'
import {roles} from '../../src/model/user.ts'
import {host, people, sessionOf} from './people.ts'
import {sampleDesk} from './sample-desk.ts'

const unlimited = {burst: 1e6, perMinute: 1e6}
const {store, api} = await sampleDesk(undefined, {
  exposure: 'tls',
  limits: {address: unlimited, asker: unlimited, change: unlimited}
})
test.after(() => store.close())
const all = await people(store)
const report = (await store.listings.reports({}, {limit: 500, after: null})).rows[0]!.id
const incident = (await store.incidents())[0]!.id

interface Operation {
  readonly 'x-permission'?: Needed
  readonly requestBody?: object
}
const document = (await (await api.request('/openapi.json')).json()) as {
  paths: Record<string, Record<string, Operation>>
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({path, method: method.toUpperCase(), operation}))
)

/** Ids that lead to something where that changes nothing. */
function addressOf(path: string, method: string): string {
  const id = method === 'GET' ? (path.startsWith('/api/reports') ? report : incident) : 'none'
  const query =
    path === '/api/explanation'
      ? `?a=${incident}&b=${report}`
      : path === '/api/ties/passages'
        ? '?from=a1&to=b2&kind=copies'
        : ''
  return path.replace(/\{\w+\}/, id) + query
}

async function ask({path, method, operation}: (typeof operations)[number], headers: Record<string, string>) {
  const answer = await api.request(`https://${host}${addressOf(path, method)}`, {
    method,
    headers: {host, ...headers, ...(operation.requestBody && {'content-type': 'application/json'})},
    // Nobody gets further than to be told what is missing.
    ...(operation.requestBody && {body: '[]'})
  })
  await answer.body?.cancel()
  return answer.status
}

const isRefusal = (status: number) => status === 401 || status === 403

test('every route says which permission it needs', () => {
  assert.ok(operations.length >= 29)
  for (const {path, method, operation} of operations) {
    const needed = operation['x-permission']
    assert.ok(needed === 'anyone' || (needed && needed in permissionRules), `${method} ${path}: ${needed}`)
  }
  const open = operations.filter(({operation}) => operation['x-permission'] === 'anyone')
  assert.deepEqual(open.map(({path}) => path).sort(), ['/api/session', '/api/set-up'])
})

for (const role of [null, ...roles]) {
  test(`every route, asked by ${role ?? 'nobody'}, answers as the table of permissions says`, async () => {
    for (const operation of operations) {
      const needed = operation.operation['x-permission']!
      const headers = role ? await all[role].session() : {}
      const status = await ask(operation, headers)
      const where = `${operation.method} ${operation.path} (${needed}): ${status}`
      if (needed === 'anyone') assert.equal(status, 400, where)
      else if (!role) assert.equal(status, 401, where)
      else if (!permissionsOf(role).includes(needed)) assert.equal(status, 403, where)
      else if (operation.operation.requestBody) assert.equal(status, 400, where)
      else
        assert.ok(status === 200 || (status === 404 && operation.path.includes('{')) || status === 409, where)
    }
  })
}

test('an admin from a network without a second factor can do nothing but set one up', async () => {
  const id = (await store.access.users.add('newcomer', 'admin', null))!
  const headers = await sessionOf(store, id)
  for (const operation of operations) {
    const needed = operation.operation['x-permission']!
    const isOwn = ['anyone', 'known', 'own-account'].includes(needed)
    const status = await ask(
      operation,
      operation.path === '/api/session' ? await sessionOf(store, id) : headers
    )
    assert.equal(status === 403, !isOwn, `${operation.method} ${operation.path}: ${status}`)
  }
})

test('a key opens what its scope holds, and nothing that its user may not do; never what is for persons', async () => {
  const keyed = async (userId: string, scopes: string[]) => {
    const key = newKey()
    const expiresAt = '2999-01-01T00:00:00.000Z'
    await store.access.keys.add(userId, {hash: hashOfToken(key), name: 'a test', scopes, expiresAt})
    return {authorization: `Bearer ${key}`}
  }
  const everything = Object.keys(permissionRules)
  const cases = [
    {headers: await keyed(all.admin.id, ['read']), allowed: ['anyone', 'known', 'read']},
    {
      headers: await keyed(all.admin.id, everything),
      allowed: ['anyone', ...everything.filter(name => name !== 'own-account' && name !== 'manage-users')]
    },
    {headers: await keyed(all.reader.id, everything), allowed: ['anyone', 'known', 'read']}
  ]
  for (const {headers, allowed} of cases)
    for (const operation of operations) {
      const needed = operation.operation['x-permission']!
      const status = await ask(operation, headers)
      assert.equal(
        isRefusal(status),
        !allowed.includes(needed),
        `${operation.method} ${operation.path}: ${status}`
      )
    }
})

test('what is no address of the API is no way around: nobody learns more than that', async () => {
  for (const path of ['/api/', '/api/incidents/', '/api//incidents', '/API/incidents', '/api/incidents%2f'])
    assert.notEqual(
      (await api.request(`https://${host}${path}`)).headers.get('content-type'),
      'application/json'
    )
})

test('docs/access.md has the table of permissions', () => {
  const rows = [...readFileSync('docs/access.md', 'utf8').matchAll(/^\| (\w+) \| `([\w-]+)` \| (.+) \|$/gm)]
  assert.deepEqual(
    rows.map(([, role, name, means]) => [role, name, means]),
    Object.entries(permissionRules).map(([name, {from, means, byPersonOnly}]) => [
      from,
      name,
      `${means}${byPersonOnly ? '; no key has it' : ''}`
    ])
  )
})
