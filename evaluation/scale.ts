/**
 * Suite `scale`: what linking a fresh report costs in a small store and a large one, and in a burst.
 *
 *     dateline eval scale --data DIR --split 10000,100000,1000000             embedded, in an empty folder
 *     dateline eval scale --data postgres://... --split 10000,3000000         a server's empty database
 *     dateline eval scale --data DIR --split burst-1250,burst-2500,burst-5000   each in a folder of its own
 *
 * A store is filled with a made-up archive up to each size; then batches of fresh reports of the last days are
 * linked, resolved and reconciled as `ingest` does. Milliseconds are of the clock and of this process's processors
 * (the embedded store's thread included, a server's not); rows are those that linking read.
 */
import {openDatabase} from '../src/store/open-database.ts'
import {openStore, type Store} from '../src/store/store.ts'
import {createLinker, type LinkReports} from '../src/workflows/link.ts'
import {linkedTogether, linkReports} from '../src/workflows/link-reports.ts'
import {type Archive, fill} from './scale-load.ts'
import {reportOf} from './scale-reports.ts'
import {createWorld, type MadeUpIncident, type World} from './scale-world.ts'
import type {Suite} from './suite.ts'

const batches = 6
const batchSize = 200
/** Of fresh reports, those that tell of an incident the store knows. */
const known = 0.5
/** Of a burst, those that tell of its main incident; the others share a few more of that town and day. */
const main = 0.7
const sisters = 20

export const scale: Suite = {
  async run({knowledge, data, splits, log}) {
    const link = createLinker(knowledge.codebook)
    const figures: Record<string, Cost> = {}
    const archive: Archive = {world: createWorld(20_240_305), size: 0, day: 0, recent: []}
    for (const split of splits) {
      const [, burst] = /^burst-(\d+)$/.exec(split) ?? []
      figures[split] = burst
        ? await costOfBurst(`${data}-${split}`, Number(burst), link)
        : await costAt(data, Number(split), archive, link, log)
      log(`${split}: ${JSON.stringify(figures[split])}`)
    }
    return {figures, predictions: []}
  }
}

interface Cost {
  readonly msPerReport: number
  readonly cpuMsPerReport: number
  readonly rowsPerReport: number
  readonly seconds?: number
  readonly incidents?: number
}

async function costAt(
  target: string,
  size: number,
  archive: Archive,
  link: LinkReports,
  log: (line: string) => void
): Promise<Cost> {
  const database = await openDatabase(target)
  const from = performance.now()
  await fill(database, archive, size, link.linking)
  await database.destroy()
  log(`filled to ${size} in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  const store = await openStore(target)
  const costs: Cost[] = []
  for (let batch = 0; batch < batches; batch++) {
    const reports = freshReports(archive, `f${size}-${batch}-`)
    costs.push(await linkAll(store, reports, link))
  }
  await store.close()
  // The first warms code and caches.
  const sorted = costs.slice(1).sort((a, b) => a.msPerReport - b.msPerReport)
  return sorted[Math.floor(sorted.length / 2)]!
}

function freshReports({world, recent, day}: Archive, prefix: string) {
  const fresh: MadeUpIncident[] = []
  return Array.from({length: batchSize}, (_, i) => {
    const {random} = world
    const old = recent[Math.floor(random() * recent.length)]
    const again = fresh[Math.floor(random() * fresh.length)]
    const incident = (random() < known ? old : random() < 0.5 ? again : undefined) ?? world.incidentOn(day)
    fresh.push(incident)
    return reportOf(incident, `${prefix}${i}`, world)
  })
}

/** In an empty store, linked as an ingest of them would. */
async function costOfBurst(target: string, size: number, link: LinkReports): Promise<Cost> {
  const world: World = createWorld(7)
  const first = world.incidentOn(0)
  const others = Array.from({length: sisters}, () => world.sisterOf(first))
  const reports = Array.from({length: size}, (_, i) => {
    const incident = world.random() < main ? first : others[Math.floor(world.random() * sisters)]!
    return reportOf(incident, `b${i}`, world)
  })
  const store = await openStore(target)
  const cost = await linkAll(store, reports, link)
  const incidents = (await store.listings.incidents({}, {limit: 1, after: null})).total
  await store.close()
  return {...cost, seconds: Math.round((cost.msPerReport * size) / 100) / 10, incidents}
}

async function linkAll(
  store: Store,
  reports: readonly ReturnType<typeof reportOf>[],
  link: LinkReports
): Promise<Cost> {
  await store.saveOriginals(reports.map(({report}) => ({sha256: report.sha256, bytes: Buffer.from('x')})))
  for (let from = 0; from < reports.length; from += 100)
    await store.saveArrivals(
      reports.slice(from, from + 100).map(coded => ({
        item: {origin: coded.report.id, state: 'done', reason: null, reportId: coded.report.id},
        coded,
        given: null
      }))
    )
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  let rowsRead = 0
  const linkSome = () =>
    store.linking(async rows => {
      const pending = await rows.unlinkedReports(linkedTogether)
      if (pending.length) await linkReports(pending, rows, link)
      rowsRead += rows.rowsRead
      return pending.length
    })
  while ((await linkSome()) > 0);
  const {user, system} = process.cpuUsage(cpu)
  const per = (value: number) => Math.round((100 * value) / reports.length) / 100
  return {
    msPerReport: per(performance.now() - start),
    cpuMsPerReport: per((user + system) / 1000),
    rowsPerReport: per(rowsRead)
  }
}
