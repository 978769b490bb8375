/**
 * The claim matrix as data: who (columns) says what (cells) of which fact or figure (rows), beside what holds.
 *
 * A cell holds only what its speaker said; silence is an empty cell. Pure: the same incident, the same matrix.
 */
import type {
  Account,
  Fact,
  Figure,
  FigureAccount,
  LinkedIncident,
  ReportedClaim,
  RuleId
} from '../../../../src/model/assessment.ts'
import type {Claim} from '../../../../src/model/contract.ts'
import {isInterested, type Side, sideOf, sides} from '../../parts/side.ts'

export const rules: readonly RuleId[] = ['dateline', 'acled', 'ucdp', 'ibc', 'airwars', 'gtd']

/** One account, or several that are folded because none of them gives a figure. */
export interface Column {
  readonly id: string
  readonly side: Side
  readonly isInterested: boolean
  readonly accounts: readonly Account[]
}

export interface Value {
  /** The first told stands for its copies. */
  readonly claim: ReportedClaim
  readonly claims: readonly ReportedClaim[]
  /** Of a fact: what it is said to be. */
  readonly factValue?: string
  readonly isSuperseded: boolean
  readonly isContested: boolean
  /** Days from the event to the first report that tells it. */
  readonly daysAfter: number
}

export type RowKind = 'fact' | 'figure' | 'group' | 'crowd' | 'event' | 'damage' | 'about'

export interface Row {
  readonly id: string
  readonly kind: RowKind
  /** Of a fact, outcome, group, type or subject. */
  readonly name: string
  /** Of a group: the outcome it is part of. */
  readonly outcome?: string
  readonly isContested: boolean
  /** By column. */
  readonly cells: ReadonlyMap<string, readonly Value[]>
  /** How many accounts speak of it. */
  readonly accounts: number
  readonly fact?: Fact
  /** By the rule chosen; absent where it makes no figure of it. */
  readonly figure?: Omit<Figure, 'setAside' | 'byGroup' | 'derivation'> & Partial<Figure>
}

export interface Matrix {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export function matrixOf(incident: LinkedIncident, rule: RuleId, isUnfolded: boolean): Matrix {
  const columns = columnsOf(incident, isUnfolded)
  return {columns, rows: rowsOf(incident, rule, columns)}
}

function columnsOf({accounts, claims}: LinkedIncident, isUnfolded: boolean): Column[] {
  const counting = new Set(claims.filter(({casualties}) => casualties).map(({key}) => key))
  const one = (account: Account): Column => ({
    id: account.id,
    side: sideOf(account),
    isInterested: isInterested(account.interest),
    accounts: [account]
  })
  return sides.flatMap(side => {
    const own = accounts.filter(account => sideOf(account) === side)
    const [giving, others] = [
      own.filter(account => account.claims.some(key => counting.has(key))),
      own.filter(account => !account.claims.some(key => counting.has(key)))
    ]
    if (isUnfolded || others.length < 2) return own.map(one)
    return [
      ...giving.map(one),
      {
        id: `rest-${side}`,
        side,
        isInterested: others.some(({interest}) => isInterested(interest)),
        accounts: others
      }
    ]
  })
}

/** Facts, then figures with their groups, then the crowd, what else happened, damage, and what is said about it. */
function rowsOf(incident: LinkedIncident, rule: RuleId, columns: readonly Column[]): Row[] {
  const {claims, facts, assessments} = incident
  const base = assessments.dateline ?? {}
  const chosen = assessments[rule] ?? {}
  const byKey = new Map(claims.map(claim => [claim.key, claim]))
  const cellsOf = (
    own: readonly ReportedClaim[],
    figure?: {accounts: readonly FigureAccount[]; contested: boolean},
    isContested = false
  ) =>
    new Map(
      columns.map(column => {
        const keys = new Set(column.accounts.flatMap(account => account.claims))
        return [
          column.id,
          valuesOf(
            incident,
            own.filter(({key}) => keys.has(key)),
            figure,
            isContested
          )
        ]
      })
    )

  const accountsOf = (own: readonly ReportedClaim[]) =>
    incident.accounts.filter(account => own.some(({key}) => account.claims.includes(key))).length

  const factRows = facts.map((fact): Row => {
    const told = fact.values.map(({value, claims: keys, denied = []}) => {
      const own = [...keys, ...denied].flatMap(key => byKey.get(key) ?? [])
      return {value, cells: cellsOf(own, undefined, fact.contested)}
    })
    const cells = columns.map(({id}) => {
      const values = told.flatMap(({value, cells: own}) =>
        own.get(id)!.map(one => ({...one, factValue: value}))
      )
      return [id, values] as const
    })
    return {
      id: `fact.${fact.fact}`,
      kind: 'fact',
      name: fact.fact,
      isContested: fact.contested,
      cells: new Map(cells),
      accounts: new Set(fact.values.flatMap(({accounts}) => accounts)).size,
      fact
    }
  })

  const outcomes = new Set([
    ...Object.keys(base),
    ...claims.flatMap(({casualties}) => (casualties ? [casualties.outcome as string] : []))
  ])
  const figureRows = [...outcomes].flatMap((outcome): Row[] => {
    const figure = base[outcome]
    const inGroups = new Set(
      Object.values(figure?.byGroup ?? {}).flatMap(group => group.accounts.flatMap(account => account.claims))
    )
    const inTotal = new Set(figure?.accounts.flatMap(account => account.claims))
    const total = claims.filter(
      claim => claim.casualties?.outcome === outcome && (inTotal.has(claim.key) || !inGroups.has(claim.key))
    )
    const doubts = claims.filter(
      ({about, refersTo, report}) =>
        about === 'no-confirmation' && byKey.get(`${report}/${refersTo}`)?.casualties?.outcome === outcome
    )
    return [
      {
        id: `figure.${outcome}`,
        kind: 'figure',
        name: outcome,
        isContested: figure?.contested ?? false,
        cells: cellsOf([...total, ...doubts], figure),
        accounts: accountsOf([...total, ...doubts]),
        ...(chosen[outcome] && {figure: chosen[outcome]})
      },
      ...Object.entries(figure?.byGroup ?? {}).map(([group, own]): Row => {
        const keys = new Set(own.accounts.flatMap(account => account.claims))
        const held = chosen[outcome]?.byGroup[group]
        const told = claims.filter(({key}) => keys.has(key))
        return {
          id: `group.${outcome}.${group}`,
          kind: 'group',
          name: group,
          outcome,
          isContested: own.contested,
          cells: cellsOf(told, own),
          accounts: accountsOf(told),
          ...(held && {figure: held})
        }
      })
    ]
  })

  const inFacts = new Set(facts.find(({fact}) => fact === 'what')?.values.flatMap(({claims: keys}) => keys))
  const shown = new Set(
    figureRows.flatMap(row =>
      [...row.cells.values()].flat().flatMap(value => value.claims.map(({key}) => key))
    )
  )
  const rest = Map.groupBy(
    claims.filter(({key}) => !inFacts.has(key) && !shown.has(key)),
    ({about, event}) =>
      event ? `event.${event.type}` : about === 'crowd' || about === 'damage' ? about : `about.${about}`
  )
  const order = ['crowd', 'event', 'damage', 'about']
  const restRows = [...rest]
    .map(([id, own]): Row => {
      const kind = id.split('.')[0] as RowKind
      const polarities = new Set(own.map(({polarity}) => polarity))
      const isContested = kind === 'event' && polarities.has('affirmed') && polarities.has('denied')
      return {
        id,
        kind,
        name: id.slice(id.indexOf('.') + 1),
        isContested,
        cells: cellsOf(own, undefined, isContested),
        accounts: accountsOf(own)
      }
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return [...factRows, ...figureRows, ...restRows]
}

/** What is told alike is one value; copies stand behind the first told. */
function valuesOf(
  incident: LinkedIncident,
  claims: readonly ReportedClaim[],
  figure: {accounts: readonly FigureAccount[]; contested: boolean} | undefined,
  isContested: boolean
): Value[] {
  const published = new Map(incident.reports.map(({id, publishedOn}) => [id, publishedOn]))
  const rowOf = ({key}: ReportedClaim) => figure?.accounts.find(row => row.claims.includes(key))
  return [...Map.groupBy(claims, valueKey).values()].map(own => {
    const row = rowOf(own[0]!)
    const days = own.map(({report}) => daysBetween(incident.when.from, published.get(report) ?? null))
    return {
      claim: own[0]!,
      claims: own,
      isSuperseded: row?.status === 'superseded',
      isContested: row && figure?.contested ? against(figure.accounts, row).length > 0 : isContested,
      daysAfter: Math.min(...days)
    }
  })
}

/** Two claims of a row with one key say the same. */
function valueKey({casualties, crowd, damage, event, polarity, realis, about}: Claim): string {
  const count = (casualties ?? crowd ?? damage)?.count
  const what = event ? event.type : (damage?.of ?? about)
  return JSON.stringify([count ? [count.min, count.max] : what, polarity, realis])
}

/** Of the latest figures of other accounts: those that cannot be true together with this one. */
export function against(rows: readonly FigureAccount[], one: FigureAccount): FigureAccount[] {
  if (one.status !== 'latest') return []
  return rows.filter(
    other => other.status === 'latest' && other.account !== one.account && !canStand(one, other)
  )
}

/** As docs/reconciling.md: of one group ranges overlap; a group fits into a total; different groups always can. */
export function canStand(a: FigureAccount, b: FigureAccount): boolean {
  const [aMax, bMax] = [a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY]
  if (a.group === b.group) return a.min <= bMax && b.min <= aMax
  if (a.group && b.group) return true
  return a.group ? a.min <= bMax : b.min <= aMax
}

function daysBetween(from: string, to: string | null): number {
  const days = to === null ? 0 : (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000
  return Number.isFinite(days) ? Math.max(0, days) : 0
}

/** Of the values of a cell first the one that stands now: what is shown, opened and ruled on. */
export function standingFirst(values: readonly Value[]): readonly Value[] {
  return values.toSorted((a, b) => Number(a.isSuperseded) - Number(b.isSuperseded))
}

/** The cell to begin with: the first that is contested, else the first figure, else what holds. */
export function firstCell({columns, rows}: Matrix): {row: string; account: string} {
  const row = rows.find(({isContested}) => isContested) ?? rows.find(({kind}) => kind === 'figure') ?? rows[0]
  const column =
    columns.find(({id}) => row?.cells.get(id)?.some(({isContested}) => isContested)) ??
    columns.find(({id}) => row?.cells.get(id)?.length)
  return {row: row?.id ?? '', account: column?.id ?? 'assessed'}
}
