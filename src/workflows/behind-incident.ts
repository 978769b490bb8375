/** What a dossier shows besides the incident itself: texts and how they came, what people decided, the towns around. */
import type {Gazetteer} from '../codebook/gazetteer.ts'
import type {Background, Receipt, ToldRuling, Town} from '../export/dossier/background.ts'
import {mapExtent} from '../export/dossier/map-extent.ts'
import type {PlaceNames, QuotedText} from '../export/format.ts'
import {activeRulings} from '../model/active-rulings.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import type {Role} from '../model/user.ts'
import {cellWidth} from '../review/coarse-place.ts'
import {isDangling} from '../review/rulings-on.ts'
import type {Store, StoredCapture} from '../store/store.ts'

const mostTowns = 60

/** As it is: what must not be shown to everybody is taken out by whoever shows it. */
export async function behindIncident(
  store: Store,
  incident: LinkedIncident,
  {
    gazetteer,
    redacted,
    names
  }: {
    readonly gazetteer: () => Gazetteer
    readonly redacted: boolean
    readonly names: PlaceNames
  }
): Promise<Background> {
  const ids = incident.reports.map(({id}) => id)
  const coded = await store.codedReports(ids)
  const captures = await store.captures.ofOriginals(coded.map(({report}) => report.sha256))
  const passages = new Map(coded.map(own => [own.report.id, own.passages]))
  return {
    reports: new Map(
      coded.map(({report, versions}) => [
        report.id,
        {
          text: report.text,
          sha256: report.sha256,
          versions,
          receipts: (captures.get(report.sha256) ?? []).map(receiptOf)
        }
      ])
    ),
    languages: new Map(
      incident.claims.flatMap(({key, report, quote}) => {
        const own = passages.get(report)?.find(({from, to}) => from <= quote.from && quote.from < to)
        return own ? [[key, own.language] as const] : []
      })
    ),
    rulings: await rulingsOn(store, ids),
    towns: townsAround(incident, gazetteer, names),
    cellWidth: redacted && incident.place ? cellWidth(incident.place.precision) : null
  }
}

/** The same with the texts as they are shown. `beside`: whatever else belongs to the incident, as it is shown. */
export function shownBehind(
  {reports, rulings}: Background,
  texts: ReadonlyMap<string, QuotedText>,
  beside: <Value>(value: Value) => Value
): Pick<Background, 'reports' | 'rulings'> {
  return {
    reports: new Map(
      [...reports].map(([id, {versions, receipts}]) => [
        id,
        {
          text: texts.get(id)?.text ?? '',
          sha256: texts.get(id)?.original ?? null,
          versions,
          receipts: beside(receipts)
        }
      ])
    ),
    rulings: beside(rulings)
  }
}

function receiptOf({
  finalUrl,
  requestedUrl,
  fetchedAt,
  keptAt,
  status,
  length,
  tool
}: StoredCapture): Receipt {
  return {url: finalUrl ?? requestedUrl, fetchedAt, keptAt, status, bytes: length, tool}
}

async function rulingsOn(store: Store, reports: readonly string[]): Promise<ToldRuling[]> {
  const all = await store.rulings(reports)
  if (all.length === 0) return []
  const holding = new Set(activeRulings(all.map(({ruling}) => ruling)))
  const undoneAt = new Map(
    all.flatMap(({ruling: {undoes, at}}) => (undoes === null ? [] : [[undoes, at] as const]))
  )
  const roles = new Map<string, Role>((await store.access.users.all()).map(({name, role}) => [name, role]))
  return all
    .filter(({ruling}) => ruling.kind !== 'undo')
    .map(found => ({
      found,
      state: !holding.has(found.ruling) ? 'undone' : isDangling(found) ? 'dangling' : 'holds',
      undoneAt: undoneAt.get(found.ruling.id) ?? null,
      role: roles.get(found.ruling.by) ?? null
    }))
}

/** The more is shown, the larger a town must be. */
function townsAround({place}: LinkedIncident, gazetteer: () => Gazetteer, names: PlaceNames): Town[] {
  const extent = mapExtent(place)
  if (!extent) return []
  const {lat, lon, halfWidth, halfHeight} = extent
  const [north, east] = [halfHeight / 110.57, halfWidth / (111.32 * Math.cos((lat * Math.PI) / 180))]
  const within = (degrees: number) => degrees - 360 * Math.round(degrees / 360)
  const box = [within(lon - east), lat - north, within(lon + east), lat + north] as const
  return gazetteer()
    .townsWithin(box, halfHeight * 60)
    .slice(0, mostTowns)
    .map(({id, name, population, lat, lon}) => ({name: names.place(id) ?? name, population, lat, lon}))
}
