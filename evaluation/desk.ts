/**
 * Suite `desk`: what the routes of the app cost in a store as large as a busy desk's (SAFETY R8).
 *
 *     dateline eval desk --data DIR --split 50000        an empty folder, or one that an earlier run filled
 *
 * Made-up reports are taken in as `ingest` does, linked and reconciled; then each route is asked again and again, with
 * another page, filter or incident each time. Milliseconds are of the clock, at the server, without the network.
 */
import {createApi} from '../src/api/api.ts'
import type {Input} from '../src/fetch/input.ts'
import type {CodedReport} from '../src/model/contract.ts'
import type {Report} from '../src/model/report.ts'
import {openStore, type Store} from '../src/store/store.ts'
import {createExporter} from '../src/workflows/export.ts'
import {ingest} from '../src/workflows/ingest.ts'
import {createIntake} from '../src/workflows/intake/intake.ts'
import {createLinker, type LinkReports} from '../src/workflows/link.ts'
import {createPublicViewer} from '../src/workflows/public-view.ts'
import {deskReportOf} from './desk-reports.ts'
import {type Api, askedOf} from './desk-requests.ts'
import {reportsPerDay} from './scale-load.ts'
import {createWorld} from './scale-world.ts'
import type {Suite} from './suite.ts'

const seed = 20_240_305
/** Sizes of incidents such that 50,000 reports tell of some 20,000. */
const tail = 0.52
const perIngest = 5000
const rounds = 100

export const desk: Suite = {
  async run({knowledge, data, splits, log}) {
    const link = createLinker(knowledge.codebook)
    const figures: Record<string, unknown> = {}
    for (const split of splits) {
      const store = await openStore(data)
      await fillDesk(store, Number(split), link, log)
      const viewer = createPublicViewer(knowledge)
      const api = createApi(
        {
          store,
          linker: () => link,
          viewer: () => viewer,
          exporter: () => createExporter(knowledge.codebook),
          intake: createIntake({store, link: () => link, own: {}, network: {}}),
          installation: {target: data, own: {}}
        },
        {pages: 'web/dist', version: '0'}
      )
      figures[split] = await costsOf(api, log)
      await store.close()
    }
    return {figures, predictions: []}
  }
}

async function fillDesk(store: Store, size: number, link: LinkReports, log: (line: string) => void) {
  const held = (await store.listings.reports({}, {limit: 1, after: null})).total
  const world = createWorld(seed, tail)
  let made = 0
  while (made < size) {
    const some = new Map<string, CodedReport>()
    while (some.size < Math.min(perIngest, size - made)) {
      const incident = world.incidentOn(Math.floor((made + some.size) / reportsPerDay))
      for (let i = 0; i < incident.size; i++) {
        const coded = deskReportOf(incident, `r${made + some.size}`, world)
        some.set(coded.report.id, coded)
      }
    }
    made += some.size
    if (made <= held) continue
    const coder = {codeBatch: (asked: readonly Report[]) => asked.map(({id}) => some.get(id)!)}
    const from = performance.now()
    await ingest(inputsOf(some.values()), {store, coder, link})
    log(`${made} reports; the last ${some.size} in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  }
}

async function* inputsOf(some: Iterable<CodedReport>): AsyncGenerator<Input> {
  for (const {report} of some) {
    const {id, sha256, url, title, publishedOn, text} = report
    const given = {id, sha256, url, outlet: report.outlet?.name ?? null, title, publishedOn, text} as Report
    yield {kind: 'report', origin: id, report: given, bytes: Buffer.from(text)}
  }
}

async function costsOf(api: Api, log: (line: string) => void) {
  const routes: Record<string, object> = {}
  for (const [name, pathOf] of Object.entries(await askedOf(api))) {
    const times: number[] = []
    let bytes = 0
    for (let round = 0; round < rounds; round++) {
      const path = pathOf(round)
      const from = performance.now()
      const response = await api.request(path)
      const body = await response.arrayBuffer()
      times.push(performance.now() - from)
      if (!response.ok) throw new Error(`${path}: ${response.status} ${Buffer.from(body)}`)
      bytes = Math.max(bytes, body.byteLength)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => Math.round(10 * times[Math.ceil(share * rounds) - 1]!) / 10
    routes[name] = {median: at(0.5), p95: at(0.95), most: at(1), kB: Math.round(bytes / 1000)}
    log(`${name}: ${JSON.stringify(routes[name])}`)
  }
  return routes
}
