/**
 * Which incidents are worth comparing: the nearest of one, by the blocks in which its tellings meet others, and all pairs that
 * linking found nearly one and nobody has ruled on.
 */

import {anchorsPerBlock} from '../link/block.ts'
import type {Linking} from '../link/linking.ts'
import type {Listed} from '../model/listing.ts'
import type {IncidentPair, NearIncident} from '../model/near-incident.ts'
import type {Telling} from '../model/telling.ts'
import type {Page, Store} from '../store/store.ts'

/** Rulings that tell incidents apart, or tie them: who is told so is proposed no more. */
const parting = ['not-the-same', 'split', 'link', 'unlink', 'chain'] as const
/** Tellings of one incident that are compared with others; of more the first that came. */
const mostTellings = 16
const mostReasons = 3

/** The likest first. */
export async function openPairs(store: Store, linking: Linking, page: Page): Promise<Listed<IncidentPair>> {
  const {rows, ...found} = await store.near.open(await store.rulingRecord.holding(parting), page)
  const threshold = linking.weights.get('threshold')!
  return {...found, rows: rows.map(pair => ({...pair, probability: probabilityOf(pair.sum, threshold)}))}
}

export interface Nearest {
  /** Of all incidents that meet it in a block and do not contradict it. */
  readonly total: number
  readonly rows: readonly NearIncident[]
}

/** The likest to an incident, so many at most; those that somebody ruled on stand last. */
export async function nearestTo(
  store: Store,
  linking: Linking,
  incident: string,
  most: number
): Promise<Nearest> {
  const own = await store.near.tellingsOf(incident, mostTellings)
  const {linked} = store.near
  const asked = own.map(({telling}) => linking.blocksOf(telling).asked)
  const anchors = await linked.firstIn([...new Set(asked.flat())], anchorsPerBlock)
  const others = new Map(
    (await linked.numbered(new Set([...anchors.values()].flat()))).map(other => [other.number, other])
  )
  const best = new Map<string, Likest>()
  for (const [i, {telling}] of own.entries())
    for (const number of new Set(asked[i]!.flatMap(block => anchors.get(block) ?? []))) {
      const other = others.get(number)
      if (!other?.incidentId || other.incidentId === incident) continue
      if (other.telling.report === telling.report) continue
      const sum = linking.score(telling, other.telling)
      if (sum !== null && sum > (best.get(other.incidentId)?.sum ?? Number.NEGATIVE_INFINITY))
        best.set(other.incidentId, {id: other.incidentId, sum, a: telling, b: other.telling})
    }
  const told = new Map(
    (await store.near.told(await store.rulingRecord.holding(parting), incident)).map(({id, kind}) => [
      id,
      kind
    ])
  )
  const first = [...best.values()]
    .sort(
      (x, y) => Number(told.has(x.id)) - Number(told.has(y.id)) || y.sum - x.sum || (x.id < y.id ? -1 : 1)
    )
    .slice(0, most)
  const listed = await store.near.listed(first.map(({id}) => id))
  return {
    total: best.size,
    rows: first.flatMap(({id, sum, a, b}) => {
      const row = listed.get(id)
      return row
        ? [
            {
              incident: row,
              sum,
              probability: probabilityOf(sum, linking.weights.get('threshold')!),
              because: reasonsOf(linking, a, b),
              ruling: told.get(id) ?? null
            }
          ]
        : []
    })
  }
}

interface Likest {
  readonly id: string
  readonly sum: number
  readonly a: Telling
  readonly b: Telling
}

function probabilityOf(sum: number, threshold: number): number {
  return 1 / (1 + Math.exp(threshold - sum))
}

function reasonsOf(linking: Linking, a: Telling, b: Telling): string[] {
  const counts = ({id, value}: {readonly id: string; readonly value: number}) =>
    Math.abs(value * (linking.weights.get(id) ?? 0))
  return linking
    .compare(a, b)
    .evidence.filter(sign => counts(sign) > 0)
    .sort((x, y) => counts(y) - counts(x))
    .slice(0, mostReasons)
    .map(({because}) => because)
}
