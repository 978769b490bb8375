import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {openStore} from '../../src/store/store.ts'
import {newFeed} from '../../src/workflows/feed-schedule.ts'
import {embedded, server, type Target} from './targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const now = new Date('2024-03-05T08:00:00Z')
const long = `https://paper.example/${'a'.repeat(6000)}`

for (const target of targets) {
  test(`${target.name}: the state of a feed is found again, whatever its host wrote`, async () => {
    const name = await target.make()
    const feed = {...newFeed(long, now), title: 'The\0 Paper\ud800', etag: '"1"', failures: 2, error: 'x'}
    const first = await openStore(name)
    await first.feeds.save(newFeed(long, now))
    await first.feeds.save(feed)
    await first.close()
    const store = await openStore(name)
    assert.deepEqual(await store.feeds.of(long), {...feed, title: 'The\ufffd Paper\ufffd'})
    assert.equal(await store.feeds.of('https://other.example/'), null)
    await store.feeds.save(newFeed('https://a.example/', now))
    assert.deepEqual(
      (await store.feeds.all()).map(({url}) => url),
      ['https://a.example/', long]
    )
    await store.close()
  })

  test(`${target.name}: an entry is seen in a version, put off until it is taken up`, async () => {
    const store = await openStore(await target.make())
    const [one, two] = ['https://a.example/', long]
    for (const url of [one, two]) await store.feeds.save(newFeed(url, now))
    const a = {id: `${long}a`, version: '1'}
    const b = {id: 'b\0', version: ''}
    assert.deepEqual(await store.feeds.unseen(one, [a, b]), [
      {...a, tries: 0},
      {...b, tries: 0}
    ])
    await store.feeds.see(one, [a])
    await store.feeds.putOff(one, {...b, tries: 0})
    assert.deepEqual(await store.feeds.unseen(one, [a, b]), [{...b, tries: 1}])
    const changed = {...a, version: '2'}
    assert.deepEqual(await store.feeds.unseen(one, [changed]), [{...changed, tries: 0}])
    await store.feeds.see(one, [changed, b])
    assert.deepEqual(await store.feeds.unseen(one, [changed, b]), [])
    // Entries of one feed are none of another.
    assert.equal((await store.feeds.unseen(two, [a, b])).length, 2)
    assert.deepEqual(await store.feeds.unseen(two, []), [])
    await store.close()
  })
}
