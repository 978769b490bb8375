import assert from 'node:assert/strict'
import {test} from 'node:test'
import {afterCheck, type FeedCheck, failuresOfDead, newFeed} from '../../src/workflows/feed-schedule.ts'

const now = new Date('2024-03-05T08:00:00Z')
const feed = newFeed('https://paper.example/feed', now)
const read = (hasNew: boolean, wishMs: number | null = null): FeedCheck => ({
  kind: 'read',
  title: 'The Paper',
  etag: '"1"',
  lastModified: null,
  hasNew,
  wishMs
})
const failed = (more: Partial<FeedCheck> = {}): FeedCheck =>
  ({kind: 'failed', reason: 'is not there (404)', isGone: false, ...more}) as FeedCheck
const minutes = (state: {dueAt: string}) => (Date.parse(state.dueAt) - now.getTime()) / 60_000
const middle = () => 0.5
const after = (check: FeedCheck, before = feed) => afterCheck(before, check, now, middle)

test('news halves the time to the next check, no news doubles it, within limits', () => {
  assert.equal(minutes(after(read(true))), 15)
  assert.equal(minutes(after(read(false))), 60)
  assert.equal(minutes(after({kind: 'unchanged', wishMs: null})), 60)
  let state = feed
  for (let i = 0; i < 10; i++) state = after(read(true), state)
  assert.equal(minutes(state), 10)
  for (let i = 0; i < 20; i++) state = after(read(false), state)
  assert.equal(minutes(state), 12 * 60)
})

test('a feed is left alone for as long as it wishes, at most a day', () => {
  assert.equal(minutes(after(read(true, 3_600_000))), 60)
  assert.equal(minutes(after(read(true, 60_000))), 15)
  assert.equal(minutes(after({kind: 'unchanged', wishMs: 1e12})), 24 * 60)
})

test('failures are waited out longer and longer, spread by chance, and end in a dead feed that is checked daily', () => {
  const first = after(failed())
  assert.equal(first.error, 'is not there (404)')
  assert.equal(minutes(first), 30)
  assert.equal(minutes(after(failed(), first)), 60)
  assert.equal(minutes(afterCheck(feed, failed(), now, () => 0)), 15)
  assert.equal(minutes(afterCheck(feed, failed(), now, () => 1)), 45)
  let state = feed
  for (let i = 0; i < failuresOfDead; i++) {
    assert.equal(state.state, 'live')
    state = after(failed(), state)
  }
  assert.equal(state.state, 'dead')
  assert.equal(minutes(state), 24 * 60)
  const well = after(read(true), state)
  assert.deepEqual([well.state, well.failures, well.error], ['live', 0, null])
})

test('Retry-After is kept to, and a feed that is gone is asked for no more', () => {
  assert.equal(minutes(after(failed({retryAfterMs: 5 * 3_600_000} as Partial<FeedCheck>))), 300)
  assert.equal(after(failed({isGone: true} as Partial<FeedCheck>)).state, 'gone')
})

test('what the host said of a feed is kept while the feed has not changed', () => {
  const state = after(read(true))
  assert.deepEqual([state.title, state.etag, state.changedAt], ['The Paper', '"1"', now.toISOString()])
  const unchanged = after({kind: 'unchanged', wishMs: null}, state)
  assert.deepEqual([unchanged.title, unchanged.etag], ['The Paper', '"1"'])
})
