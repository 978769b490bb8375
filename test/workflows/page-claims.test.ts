import assert from 'node:assert/strict'
import {test} from 'node:test'
import {createPageClaims} from '../../src/workflows/page-claims.ts'

const [world, top] = ['https://paper.example/world.xml', 'https://paper.example/top.xml']
const start = Date.parse('2024-03-05T08:00:00Z')
const link = (updatedAt: string | null = null) => ({
  url: 'https://paper.example/march',
  title: null,
  outlet: null,
  byline: null,
  publishedOn: null,
  updatedAt
})

test('the first feed that leads to a page has it for a day', async () => {
  let now = start
  const isClaimed = createPageClaims(
    async () => [],
    () => now
  )
  assert.equal(await isClaimed(link(), world), false)
  assert.equal(await isClaimed(link(), top), true)
  // Its own feed may fetch it again, and another where it tells of a later change.
  assert.equal(await isClaimed(link(), world), false)
  assert.equal(await isClaimed(link('2024-03-05T07:00:00.000Z'), top), true)
  assert.equal(await isClaimed(link('2024-03-05T09:00:00.000Z'), top), false)
  now += 25 * 3_600_000
  assert.equal(await isClaimed(link(), world), false)
})

test('what an earlier run received counts as well', async () => {
  const captures = [
    {feed: null, fetchedAt: null},
    {feed: world, fetchedAt: '2024-03-05T07:30:00.000Z'}
  ]
  const claims = () =>
    createPageClaims(
      async () => captures,
      () => start
    )
  assert.equal(await claims()(link(), top), true)
  assert.equal(await claims()(link(), world), false)
  assert.equal(await claims()(link('2024-03-05T07:45:00.000Z'), top), false)
})
