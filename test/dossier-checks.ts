/**
 * Compares linked incidents with the key of a dossier: one check for each row, with what was expected and what was found.
 *
 * An incident of the key is looked for in the linked incident that holds most of its
 * reports and fewest of those that must stay out, then by day and place.
 */
import type {Figure, LinkedIncident} from '../src/model/assessment.ts'
import type {Key, Row} from './dossier-file.ts'

export interface Check {
  readonly name: string
  readonly expected: string
  readonly found: string
}

export interface Compared {
  readonly checks: readonly Check[]
  /** Over pairs of a report and an incident it tells. */
  readonly bCubed: {readonly precision: number; readonly recall: number}
  /** Reports in an incident that they must not be in, and incidents of the key that became one. */
  readonly falseMerges: readonly string[]
}

/** `number` gives the two digits of a report by its id. */
export function compare(
  key: Key,
  linked: readonly LinkedIncident[],
  number: ReadonlyMap<string, string>
): Compared {
  const reportsOf = ({reports}: LinkedIncident) => new Set(reports.map(({id}) => number.get(id)!))
  const found = new Map(key.incidents.map(row => [row.incident!, matchOf(row, linked, reportsOf)]))
  const checks = [
    ...key.incidents.flatMap(row => incidentChecks(row, found.get(row.incident!)!, reportsOf)),
    ...key.figures.map(row => figureCheck(row, found.get(row.incident!)!)),
    ...accountChecks(key.accounts, found, number),
    ...key.groups.map(row => groupCheck(row, found.get(row.incident!)!)),
    ...key.ties.map(row => tieCheck(row, found))
  ]
  return {
    checks,
    bCubed: bCubed(key, found, linked, reportsOf),
    falseMerges: falseMerges(key, found, reportsOf)
  }
}

type Found = ReadonlyMap<string, LinkedIncident | null>
type ReportsOf = (incident: LinkedIncident) => ReadonlySet<string>

function matchOf(row: Row, linked: readonly LinkedIncident[], reportsOf: ReportsOf): LinkedIncident | null {
  const [own, not] = [words(row.reports!), words(row.not!)]
  const ranked = linked
    .map(incident => {
      const reports = reportsOf(incident)
      const held = own.filter(report => reports.has(report)).length
      const wrong = not.filter(report => reports.has(report)).length
      const fits =
        Number(incident.when.from.slice(0, 10) === row.day) + Number(incident.place?.name === row.place)
      return {incident, held, rank: [held - wrong, fits, incident.claims.length]}
    })
    .filter(({held}) => held > 0)
    .sort((a, b) => b.rank.map((value, i) => value - a.rank[i]!).find(difference => difference !== 0) ?? 0)
  return ranked[0]?.incident ?? null
}

function incidentChecks(row: Row, found: LinkedIncident | null, reportsOf: ReportsOf): Check[] {
  const reports = found ? [...reportsOf(found)] : []
  const missing = words(row.reports!).filter(report => !reports.includes(report))
  const wrong = words(row.not!).filter(report => reports.includes(report))
  return [
    {
      name: `${row.incident} reports`,
      expected: row.reports!,
      found: missing.length + wrong.length === 0 ? row.reports! : told({missing, wrong})
    },
    {
      name: `${row.incident} place and day`,
      ...asked([row.place!, row.day!], [found?.place?.name ?? '-', found ? dayOf(found) : '-'])
    }
  ]
}

function dayOf({when}: LinkedIncident): string {
  const [from, to] = [when.from.slice(0, 10), when.to.slice(0, 10)]
  return from === to ? from : `${from} to ${to}`
}

function figureCheck(row: Row, found: LinkedIncident | null): Check {
  const figure = found?.assessments.dateline?.[row.outcome!]
  return {
    name: `${row.incident} ${row.outcome}`,
    ...asked(
      [row.low!, row.high!, row.best!, row.contested!, row.open!],
      figure
        ? [
            number(figure.low),
            number(figure.high),
            number(figure.best),
            yes(figure.contested),
            yes(figure.open)
          ]
        : ['no figure', '-', '-', '-', '-']
    )
  }
}

function groupCheck(row: Row, found: LinkedIncident | null): Check {
  const figure = found?.assessments.dateline?.[row.outcome!]?.byGroup[row.group!]
  return {
    name: `${row.incident} ${row.group} ${row.outcome}`,
    ...asked([row.low!, row.high!], figure ? [number(figure.low), number(figure.high)] : ['no figure', '-'])
  }
}

/** Each account of the key is one account that carries figures of the whole, with just these reports; and there are no others. */
function accountChecks(rows: readonly Row[], found: Found, number: ReadonlyMap<string, string>): Check[] {
  return [...Map.groupBy(rows, row => row.incident!)].flatMap(([incident, own]) => {
    const carriers = carriersIn(found.get(incident)!, number)
    const checks = own.map((row): Check => {
      const best = carriers.toSorted((a, b) => likeness(row, b) - likeness(row, a))[0]
      const isOne = best !== undefined && likeness(row, best) > 0
      return {
        name: `${incident} account ${row.account}`,
        ...asked([row.reports!], [isOne ? best.reports.join(' ') : 'no such account'])
      }
    })
    const count = {
      name: `${incident} accounts`,
      expected: `${own.length}`,
      found: `${carriers.length}`
    }
    const named = carriers.map(({origin, reports}) => `${origin} (${reports.join(' ')})`).join('; ')
    return [...checks, count.expected === count.found ? count : {...count, found: `${count.found}: ${named}`}]
  })
}

interface Carrier {
  readonly origin: string
  readonly reports: readonly string[]
}

function carriersIn(found: LinkedIncident | null, number: ReadonlyMap<string, string>): Carrier[] {
  const figures = ['killed', 'injured'].flatMap(
    outcome => (found?.assessments.dateline?.[outcome] as Figure | undefined)?.accounts ?? []
  )
  return [...Map.groupBy(figures, ({account}) => account).values()].map(rows => ({
    origin: rows[0]!.origin,
    reports: [...new Set(rows.flatMap(({reports}) => reports.map(id => number.get(id)!)))].sort()
  }))
}

/** Of accounts whose origin shares a word with the key's, the one with most of its reports. */
function likeness({origin, reports}: Row, carrier: Carrier): number {
  const own = new Set(nameWords(origin!))
  if (origin !== '?' && !nameWords(carrier.origin).some(word => own.has(word))) return 0
  const shared = words(reports!).filter(report => carrier.reports.includes(report)).length
  return shared / new Set([...words(reports!), ...carrier.reports]).size
}

function nameWords(name: string): string[] {
  return (name.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter(
    word => !['the', 'and', 'its', 'for'].includes(word)
  )
}

function tieCheck(row: Row, found: Found): Check {
  const [one, other] = [found.get(row.incident!), found.get(row.to!)]
  const name = `${row.incident} ${row.tie} ${row.to}`
  if (!one || !other) return {name, expected: row.tie!, found: 'not found'}
  const kinds = one.relations.filter(({to}) => to === other.id).map(({kind}) => kind as string)
  if (row.tie === 'apart') return {name, expected: 'apart', found: one === other ? 'one incident' : 'apart'}
  return {name, expected: row.tie!, found: kinds.includes(row.tie!) ? row.tie! : kinds.join(' ') || 'no tie'}
}

/** Bagga and Baldwin's B-cubed; an item is a report and one incident it tells, its cluster the linked incident it went to. */
function bCubed(
  key: Key,
  found: Found,
  linked: readonly LinkedIncident[],
  reportsOf: ReportsOf
): Compared['bCubed'] {
  const items = key.incidents.flatMap(row =>
    words(row.reports!).map(report => {
      const match = found.get(row.incident!)
      const holds = linked.filter(incident => reportsOf(incident).has(report))
      const cluster =
        match && holds.includes(match) ? match : holds.find(other => ![...found.values()].includes(other))
      return {incident: row.incident!, cluster: cluster?.id ?? `none ${report} ${row.incident}`}
    })
  )
  const mean = (of: (item: (typeof items)[number]) => number) =>
    items.reduce((sum, item) => sum + of(item), 0) / items.length
  const both = (a: (typeof items)[number]) =>
    items.filter(b => a.cluster === b.cluster && a.incident === b.incident).length
  return {
    precision: mean(a => both(a) / items.filter(b => b.cluster === a.cluster).length),
    recall: mean(a => both(a) / items.filter(b => b.incident === a.incident).length)
  }
}

function falseMerges(key: Key, found: Found, reportsOf: ReportsOf): string[] {
  return key.incidents.flatMap((row, i) => {
    const match = found.get(row.incident!)
    if (!match) return []
    const reports = reportsOf(match)
    const wrong = words(row.not!).filter(report => reports.has(report))
    const same = key.incidents.slice(0, i).filter(other => found.get(other.incident!) === match)
    return [
      ...wrong.map(report => `${report} in ${row.incident}`),
      ...same.map(other => `${row.incident} with ${other.incident}`)
    ]
  })
}

/** What is asked of a row, and what was found there; a "?" asks nothing. */
function asked(expected: readonly string[], found: readonly string[]): {expected: string; found: string} {
  return {
    expected: expected.join(' | '),
    found: found.map((value, i) => (expected[i] === '?' ? '?' : value)).join(' | ')
  }
}

function told({missing, wrong}: {missing: string[]; wrong: string[]}): string {
  const parts = [
    ...(missing.length ? [`without ${missing.join(' ')}`] : []),
    ...(wrong.length ? [`with ${wrong.join(' ')}`] : [])
  ]
  return parts.join(', ')
}

const words = (cell: string) => cell.split(' ').filter(word => word !== '' && word !== '-')
const number = (value: number | null) => (value === null ? '-' : `${value}`)
const yes = (value: boolean) => (value ? 'yes' : 'no')
