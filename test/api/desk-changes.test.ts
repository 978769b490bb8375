/** Whatever a person changes is taken back by one key, or docs/app.md says why it is not. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import type {DeskStep} from '../../src/model/desk-change.ts'
import {host, people} from './people.ts'
import {emptyDesk} from './sample-desk.ts'

const unlimited = {burst: 1e6, perMinute: 1e6}
const {store, api} = await emptyDesk(undefined, {
  exposure: 'tls',
  limits: {address: unlimited, asker: unlimited, change: unlimited}
})
test.after(() => store.close())
const all = await people(store)

type Role = keyof typeof all
const ask = async (role: Role, method: string, path: string, body?: object) =>
  api.request(`https://${host}/api${path}`, {
    method,
    headers: {
      host,
      ...(await all[role].session()),
      ...(body && {'content-type': 'application/json'})
    },
    ...(body && {body: JSON.stringify(body)})
  })
const read = async <T>(role: Role, path: string) => (await (await ask(role, 'GET', path)).json()) as T

interface Next {
  readonly undo: DeskStep | null
  readonly redo: {readonly by: DeskStep; readonly step: DeskStep} | null
}

const feed = 'https://example.org/feed.xml'
await store.saveArrivals([
  {item: {origin: 'x', state: 'failed', reason: 'is an answer 500', reportId: null}, coded: null, given: null}
])
const [item] = await store.failedItems.list({numbers: [], all: true})

/** Changes in their order, and what is to be seen of each. */
const changes: readonly {
  readonly who: Role
  readonly make: () => Promise<Response>
  readonly see: () => Promise<unknown>
}[] = [
  {
    who: 'admin',
    make: () => ask('admin', 'PATCH', '/users/reader', {role: 'analyst'}),
    see: async () => (await store.access.users.all()).map(({name, role}) => [name, role])
  },
  {
    who: 'admin',
    make: () => ask('admin', 'PATCH', '/users/analyst', {disabled: true}),
    see: async () => (await store.access.users.all()).map(({name, disabledAt}) => [name, disabledAt !== null])
  },
  {
    who: 'reviewer',
    make: () => ask('reviewer', 'POST', '/restricted-names', {name: 'Karim Haddad', reason: 'a minor'}),
    see: () => store.access.restrictedNames.all()
  },
  {
    who: 'reviewer',
    make: async () => {
      const [name] = await store.access.restrictedNames.all()
      return ask('reviewer', 'DELETE', `/restricted-names/${name!.id}`)
    },
    see: () => store.access.restrictedNames.all()
  },
  {
    who: 'reviewer',
    make: () =>
      ask('reviewer', 'POST', '/cleared-names', {name: 'Lina Aziz', incident: null, reason: 'she speaks'}),
    see: () => store.access.clearedNames.all()
  },
  {
    who: 'reviewer',
    make: async () => {
      const [name] = await store.access.clearedNames.all()
      return ask('reviewer', 'DELETE', `/cleared-names/${name!.id}`)
    },
    see: () => store.access.clearedNames.all()
  },
  {
    who: 'admin',
    make: () => ask('admin', 'POST', '/feeds', {urls: [feed]}),
    see: async () => (await store.feeds.all()).map(({url}) => url)
  },
  {
    who: 'admin',
    make: () => ask('admin', 'POST', '/feeds/rest', {urls: [feed], resting: true}),
    see: async () => (await store.feeds.all()).map(({pausedAt}) => pausedAt !== null)
  },
  {
    who: 'publisher',
    make: () => ask('publisher', 'POST', '/items/discard', {numbers: [item!.number], reason: 'an advert'}),
    see: () => store.itemCounts()
  },
  {
    who: 'publisher',
    make: () => ask('publisher', 'POST', '/items/take-back', {numbers: [item!.number]}),
    see: () => store.itemCounts()
  },
  {
    who: 'reviewer',
    make: () => ask('reviewer', 'POST', '/inbox/queues', {name: 'Mine', filter: {queue: 'new', text: 'bus'}}),
    see: () => store.inbox.savedBy('reviewer')
  },
  {
    who: 'reviewer',
    make: async () => {
      const [queue] = await store.inbox.savedBy('reviewer')
      return ask('reviewer', 'DELETE', `/inbox/queues/${queue!.id}`)
    },
    see: () => store.inbox.savedBy('reviewer')
  }
]

test('each change of the desk is taken back, and brought back, by whoever made it', async () => {
  for (const {who, make, see} of changes) {
    const before = await see()
    assert.equal((await make()).status, 200)
    const after = await see()
    assert.notDeepEqual(after, before)
    const {undo} = await read<Next>(who, '/changes/next')
    assert.equal((await ask(who, 'POST', `/changes/${undo!.id}/undo`)).status, 200)
    assert.deepEqual(await see(), before)
    assert.equal((await ask(who, 'POST', `/changes/${undo!.id}/undo`)).status, 409)
    const {redo} = await read<Next>(who, '/changes/next')
    assert.equal(redo!.step.id, undo!.id)
    assert.equal((await ask(who, 'POST', `/changes/${redo!.by.id}/undo`)).status, 200)
    assert.deepEqual(await see(), after)
    assert.equal((await read<Next>(who, '/changes/next')).undo!.id, undo!.id)
  }
  assert.ok(!JSON.stringify(await read('reviewer', '/changes/next')).includes('Haddad'))
})

test('what somebody has changed since is not overwritten, and nobody takes back what they may not change', async () => {
  await ask('admin', 'PATCH', '/users/reviewer', {role: 'publisher'})
  const {undo} = await read<Next>('admin', '/changes/next')
  await store.access.users.alter('reviewer', {role: 'analyst'})
  const late = await ask('admin', 'POST', `/changes/${undo!.id}/undo`)
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Somebody has changed it since/)
  assert.equal((await store.access.users.named('reviewer'))!.role, 'analyst')
  assert.equal((await ask('publisher', 'POST', `/changes/${undo!.id}/undo`)).status, 403)
  assert.equal((await ask('publisher', 'POST', '/changes/none/undo')).status, 404)
})

test('docs/app.md says of every route that changes something whether undo takes it back', async () => {
  const document = (await (await api.request(`https://${host}/openapi.json`, {headers: {host}})).json()) as {
    paths: Record<string, object>
  }
  const changing = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter(method => method !== 'get')
      .map(method => `${method.toUpperCase()} ${path}`)
  )
  const rows = [
    ...readFileSync('docs/app.md', 'utf8').matchAll(
      /^\| `([A-Z]+ \/api\/\S+)` \| (yes|no: .{8,}|yes.*) \|$/gm
    )
  ]
  assert.deepEqual(rows.map(([, name]) => name).sort(), changing.sort())
})
