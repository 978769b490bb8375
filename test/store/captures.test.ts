import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {after, test} from 'node:test'
import {sql} from 'kysely'
import {type Capture, uncaptured} from '../../src/model/document.ts'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore, Store} from '../../src/store/store.ts'
import {verify} from '../../src/workflows/verify.ts'
import {embedded, server, type Target} from './targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const clerk = {who: 'ada', now: () => new Date('2024-03-07T09:30:00Z')}
const url = 'https://courier.example/march'
const taken = (fetchedAt: string): Capture => ({
  requestedUrl: 'http://courier.example/march',
  redirects: [{url: 'http://courier.example/march', status: 301, location: url}],
  finalUrl: url,
  status: 200,
  headers: [['content-type', 'text/html']],
  fetchedAt,
  feed: 'https://courier.example/feed'
})
const page = (words: string, fetchedAt: string) => {
  const bytes = Buffer.from(`<p>${words}</p>`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {origin: url, sha256, bytes, mediaType: 'text/html', capture: taken(fetchedAt)}
}

for (const target of targets) {
  test(`${target.name}: each form of a page is a capture of its own, with all that is known of its taking`, async () => {
    const store = await openStore(await target.make(), clerk)
    await store.captures.keep([page('Two were hurt.', '2024-03-05T08:00:00Z')], 'dateline 1')
    await store.captures.keep([page('Three were hurt.', '2024-03-05T18:00:00Z')], 'dateline 1')
    const captures = await store.captures.of(url)
    assert.deepEqual(
      captures.map(({fetchedAt}) => fetchedAt),
      ['2024-03-05T08:00:00Z', '2024-03-05T18:00:00Z']
    )
    assert.notEqual(captures[0]!.sha256, captures[1]!.sha256)
    const {number: _number, ...first} = captures[0]!
    assert.deepEqual(first, {
      origin: url,
      sha256: page('Two were hurt.', '').sha256,
      length: 21,
      mediaType: 'text/html',
      keptAt: '2024-03-07T09:30:00.000Z',
      tool: 'dateline 1',
      ...taken('2024-03-05T08:00:00Z')
    })
    assert.equal((await store.captures.of('http://courier.example/march')).length, 2)
    const [row] = await store.auditOf(`capture ${captures[1]!.number}`)
    assert.deepEqual([row?.who, row?.action], ['ada', 'capture'])
    await store.close()
  })

  test(`${target.name}: the same taking is kept once, one of another time anew; files go by their paths`, async () => {
    const store = await openStore(await target.make(), clerk)
    const early = page('Two were hurt.', '2024-03-05T08:00:00Z')
    const late = page('Two were hurt.', '2024-03-06T08:00:00Z')
    const file = {...early, origin: '/texts/march.html', capture: uncaptured}
    await store.captures.keep([early, late, file], 'dateline 1')
    await store.captures.keep([file, early], 'dateline 1')
    assert.equal((await store.captures.of(early.sha256)).length, 3)
    await store.close()
  })

  test(`${target.name}: a capture is never changed, and verify finds one that was changed past the database`, async () => {
    const at = await target.make()
    const store = await openStore(at, clerk)
    await store.captures.keep([page('Two were hurt.', '2024-03-05T08:00:00Z')], 'dateline 1')
    await store.close()
    const database = await openDatabase(at)
    for (const statement of ['update captures set status = 404', 'delete from captures', 'truncate captures'])
      await assert.rejects(sql.raw(statement).execute(database), /captures are never changed or deleted/)
    await sql.raw('alter table captures disable trigger append_only').execute(database)
    await sql.raw(`update captures set headers = '[["content-type", "text/plain"]]'`).execute(database)
    const faults: string[] = []
    for await (const {item, what} of verify(new Store(database, clerk))) faults.push(`${item}: ${what}`)
    assert.deepEqual(faults, ['capture 1: is not the one that the audit tells of'])
    await database.destroy()
  })
}
