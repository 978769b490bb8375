/** A store of invented reports full of private names, all of whose incidents were published and came to be public. */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {createPublicViewer} from '../../src/workflows/public-view.ts'
import {publish} from '../../src/workflows/publications.ts'
import {sampleDesk} from '../api/sample-desk.ts'
import {privateReports} from './private-reports.ts'

export const knowledge = loadKnowledge()
export const view = createPublicViewer(knowledge)

/** The clock is moved by whoever asks. */
export async function publishedDesk() {
  const clock = {now: new Date('2026-03-01T08:00:00Z')}
  const reports = join(mkdtempSync(join(tmpdir(), 'dateline-reports-')), 'reports.jsonl')
  writeFileSync(reports, privateReports.map(report => `${JSON.stringify(report)}\n`).join(''))
  const {store, api} = await sampleDesk(undefined, {
    paths: [reports],
    clerk: {who: 'ada', now: () => clock.now}
  })
  const {rows} = await store.listings.incidents({}, {limit: 100, after: null})
  const ids = rows.map(({id}) => id)
  for (const id of ids) await publish(store, view, id, {note: null, override: 'a test'})
  return {store, api, clock, ids}
}
