/**
 * The rule `dateline`: range, chosen value, contest, for one outcome of an incident (RECONCILE, "Ranges").
 *
 * low and high are the lowest and highest number any account ever stated;
 * best is the figure of most independent accounts; a party never sets it alone.
 * Parts stand in their own rows and never lower the total.
 */
import type {Account, Figure, FigureAccount, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Accounts} from './accounts.ts'

type Plain = Omit<Figure, 'setAside' | 'byGroup'>

interface Stated {
  readonly claim: ReportedClaim
  readonly account: Account
  readonly on: string
  readonly min: number
  readonly max: number | null
  readonly stated: number
}

const everybody = 'people'
const interested = new Set(['party', 'allied'])

export function figureOf(
  outcome: string,
  claims: readonly ReportedClaim[],
  accounts: Accounts,
  reports: readonly CodedReport[]
): Figure | null {
  const setAside: {claim: string; why: string}[] = []
  const published = new Map(reports.map(({report}) => [report.id, report.publishedOn ?? '']))
  const all = claims
    .filter(({casualties}) => casualties?.outcome === outcome && casualties.count)
    .flatMap((claim): Stated[] => {
      const why = whyAside(claim, claims, reports)
      if (why) {
        setAside.push({claim: claim.key, why})
        return []
      }
      const {min, max, stated} = claim.casualties!.count!
      const isMore = /\b(?:more than|over|above|upwards of|in excess of)\b/i.test(stated)
      const account = accounts.list.find(({id}) => id === accounts.of.get(claim.key))!
      return [
        {
          claim,
          account,
          on: published.get(claim.report)!,
          min,
          max,
          stated: isMore && max === null ? min - 1 : max !== null && min === 0 ? max : min
        }
      ]
    })
  const totals = totalsOf(all)
  if (all.length === 0) return null
  for (const {claim} of all)
    if (!totals.some(total => total.claim === claim))
      setAside.push({claim: claim.key, why: `a part: ${claim.casualties!.group}`})
  const groups = Map.groupBy(
    all.filter(({claim}) => claim.casualties!.group !== everybody),
    ({claim}) => claim.casualties!.group
  )
  const byGroup = Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, own]) => [group, assess(own)])
  )
  return {...assess(totals), setAside, byGroup}
}

function whyAside(
  claim: ReportedClaim,
  all: readonly ReportedClaim[],
  reports: readonly CodedReport[]
): string | null {
  if (claim.hedges.includes('cumulative')) return 'a total over a longer time, not of this incident'
  if (claim.hedges.includes('background')) return 'an older happening that the report refers to'
  if (claim.realis !== 'happened') return `told as ${claim.realis}`
  const report = reports.find(other => other.report.id === claim.report)
  const inTitle = report?.passages.some(
    ({kind, from, to}) => kind === 'title' && from <= claim.quote.from && claim.quote.to <= to
  )
  const body =
    inTitle &&
    all.find(
      other =>
        other.report === claim.report &&
        other !== claim &&
        other.casualties?.outcome === claim.casualties!.outcome &&
        other.casualties.count &&
        other.attribution.length > 1
    )
  // "Dozens hurt" over a body that says 125 adds nothing; "Thirty hurt" over "more than two dozen" is a figure of its own.
  const adds = body && range(claim).max !== null && range(claim).min !== range(body).min
  return body && !adds && compatible(range(claim), range(body))
    ? `the headline over what ${body.attribution.at(-1)!.source} says`
    : null
}

function range({casualties}: ReportedClaim): {min: number; max: number | null} {
  return casualties!.count!
}

/** In each report and account the largest figure is the total; smaller ones of a group are its parts, and so are figures of different groups without a total. */
function totalsOf(all: readonly Stated[]): Stated[] {
  const sets = Map.groupBy(all, ({claim, account}) => `${account.id}/${claim.report}`)
  return [...sets.values()].flatMap(own => {
    const general = own.filter(({claim}) => claim.casualties!.group === everybody)
    if (general.length) {
      const largest = Math.max(...general.map(({min}) => min))
      return [
        ...general,
        ...own.filter(({claim, min}) => claim.casualties!.group !== everybody && min > largest)
      ]
    }
    const groups = new Set(own.map(({claim}) => claim.casualties!.group))
    return groups.size > 1 ? [] : own
  })
}

function assess(all: readonly Stated[]): Plain {
  const byAccount = Map.groupBy(all, ({account}) => account.id)
  const accounts = [...byAccount.values()].flatMap(own => statusOf(own))
  const latest = accounts.filter(({status}) => status !== 'superseded')
  const numbers = accounts.map(({stated}) => stated)
  const high = numbers.length ? Math.max(...numbers) : null
  const contested = latest.some(a => latest.some(b => a.account !== b.account && !compatible(a, b)))
  return {
    low: numbers.length ? Math.min(...numbers) : null,
    best: bestOf(latest),
    high,
    open: accounts.some(({stated, max}) => stated === high && max === null),
    contested,
    unconfirmed: byAccount.size === 1,
    accounts
  }
}

/** One row per figure of an account: its last day's is the latest, two on one day are inconsistent. */
function statusOf(own: readonly Stated[]): FigureAccount[] {
  const lastDay = own
    .map(({on}) => on)
    .sort()
    .at(-1)!
  const rows = [...Map.groupBy(own, ({min, max}) => `${min}-${max}`).values()]
  const isLatest = (row: readonly Stated[]) => row.some(({on}) => on === lastDay)
  const latest = rows.filter(isLatest)
  const agree = latest.every(a => latest.every(b => compatible(a[0]!, b[0]!)))
  return rows.map(row => {
    const {account, min, max, stated} = row[0]!
    return {
      account: account.id,
      origin: account.origin,
      interest: account.interest,
      min,
      max,
      stated,
      status: !isLatest(row) ? 'superseded' : agree ? 'latest' : 'inconsistent',
      claims: row.map(({claim}) => claim.key),
      reports: [...new Set(row.map(({claim}) => claim.report))]
    }
  })
}

/** The figure with most independent accounts behind it; `null` where figures that cannot both be true tie, or only parties speak. */
function bestOf(latest: readonly FigureAccount[]): number | null {
  const free = latest.filter(({interest}) => !interested.has(interest))
  if (free.length === 0) return null
  const support = free.map(figure => ({
    figure,
    count: new Set(free.filter(other => compatible(figure, other)).map(({account}) => account)).size
  }))
  const most = Math.max(...support.map(({count}) => count))
  const winners = support.filter(({count}) => count === most).map(({figure}) => figure)
  if (winners.some(a => winners.some(b => !compatible(a, b)))) return null
  // Of figures that agree the most exact one is chosen: "at least 100" and 125 give 125.
  const exact = winners.filter(({max}) => max !== null)
  return Math.max(...(exact.length ? exact : winners).map(({stated}) => stated))
}

export function compatible(
  a: {min: number; max: number | null},
  b: {min: number; max: number | null}
): boolean {
  return a.min <= (b.max ?? Number.POSITIVE_INFINITY) && b.min <= (a.max ?? Number.POSITIVE_INFINITY)
}
