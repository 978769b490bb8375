import assert from 'node:assert/strict'
import test from 'node:test'
import {setTimeout} from 'node:timers/promises'
import type {PublicationEntry} from '../../src/model/publication.ts'
import {gateDefaults} from '../../src/model/publication.ts'
import {setGate} from '../../src/workflows/publications.ts'
import {sampleDesk} from './sample-desk.ts'

const {store, api} = await sampleDesk(undefined)
test.after(() => store.close())

test('an entry read while somebody publishes is from before or from after, never of both', async () => {
  await setGate(store, {...gateDefaults, secondReader: false, redaction: false}, null)
  const [main] = (await store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)
  const path = `/api/publications/${main!.id}`
  const read = async () => {
    const answer = await api.request(path)
    return {etag: answer.headers.get('etag')!, entry: (await answer.json()) as PublicationEntry}
  }
  const before = await read()
  // Readers at every step of their reading when it is published.
  const reading = []
  for (let i = 0; i < 12; i++) {
    reading.push(read())
    await setTimeout(10)
  }
  const {status} = await api.request(`${path}/publish`, {
    method: 'POST',
    headers: {'content-type': 'application/json', 'if-match': before.etag},
    body: JSON.stringify({note: null, override: null})
  })
  assert.equal(status, 200)
  const meanwhile = await Promise.all(reading)
  const after = await read()
  assert.notEqual(after.etag, before.etag)
  for (const {etag, entry} of meanwhile) {
    const isBefore = etag === before.etag
    assert.ok(isBefore || etag === after.etag)
    assert.equal(entry.queued.standing, (isBefore ? before : after).entry.queued.standing)
    assert.equal(entry.steps.length, (isBefore ? before : after).entry.steps.length)
  }
})
