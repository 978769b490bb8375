/** Why a report is proposed for each of its incidents, and how each would stand without it. */
import {explain, type HeldTelling} from '../link/explain.ts'
import type {FigureAccount, LinkedIncident} from '../model/assessment.ts'
import {against} from '../model/can-stand.ts'
import type {CodedReport} from '../model/contract.ts'
import type {ConflictWords, ExplainedProposal, Proposal} from '../model/inbox.ts'
import type {RulingsAtHand} from '../model/ruling.ts'
import {contextOf, rulingsOf} from '../review/rulings-on.ts'
import type {Store} from '../store/store.ts'
import type {LinkReports} from './link.ts'

/** Of an incident with more reports nothing is reconciled for a look at it. */
const mostReports = 150
/** Accounts that are quoted against one figure. */
const mostAgainst = 3

type Explained = Omit<ExplainedProposal, keyof Proposal>

/** Of each proposal of a report, in its order. */
export async function explainProposals(
  store: Store,
  link: LinkReports,
  proposals: readonly Proposal[]
): Promise<ExplainedProposal[]> {
  const found: ExplainedProposal[] = []
  for (const proposal of proposals) {
    const incident = await store.incident(proposal.incident)
    const own = incident?.members.find(member => keyOf(member) === proposal.telling)
    // Moved since the proposal was read: whoever reads it again is told so.
    if (incident && own) found.push({...proposal, ...(await explained(store, link, own, incident))})
  }
  return found
}

function keyOf({report, incident}: {readonly report: string; readonly incident: string}): string {
  return `${report}/${incident}`
}

async function explained(
  store: Store,
  link: LinkReports,
  own: LinkedIncident['members'][number],
  incident: LinkedIncident
): Promise<Explained> {
  const isTooLarge = incident.members.length > mostReports
  const near = incident.members.filter(member => member === own || !isTooLarge).slice(0, mostReports)
  const first = isTooLarge ? incident.members.filter(member => member !== own).slice(0, mostReports) : []
  const ids = [...new Set([...near, ...first].map(({report}) => report))]
  const reports = new Map((await store.codedReports(ids)).map(coded => [coded.report.id, coded]))
  const rulings = rulingsOf(await store.rulingRecord.onTellings([...near, ...first].map(keyOf)))
  const others = [...near, ...first].filter(member => member !== own)
  const held = (members: typeof others): HeldTelling[] => {
    const keys = new Set(members.map(keyOf))
    return [...new Set(members.map(({report}) => report))].flatMap(id =>
      link.linking
        .tellingsOf(reports.get(id)!)
        .filter(telling => keys.has(telling.key))
        .map(telling => ({telling, incident: incident.id}))
    )
  }
  const [mine, theirs] = [held([own]), held(others)]
  const explanation =
    mine.length && theirs.length
      ? explain(link.linking, mine, theirs, new Map([[incident.id, [...mine, ...theirs]]]), rulings.links)
      : null
  const pair = explanation?.pairs[0] ?? null
  const like = pair && incident.reports.find(({id}) => id === pair.b.key.split('/')[0])
  const left = isTooLarge || others.length === 0 ? null : reconciled(link, others, reports, rulings)
  return {
    because: explanation?.because ?? '',
    pair,
    like: like ? {report: like.id, outlet: like.outlet, title: like.title} : null,
    steps: Math.max(0, (explanation?.path.length ?? 0) - 1),
    with: standingOf(incident),
    without: left && standingOf(left),
    isTooLarge,
    words: conflictsOf(incident, own.report)
  }
}

function reconciled(
  link: LinkReports,
  members: LinkedIncident['members'],
  reports: ReadonlyMap<string, CodedReport>,
  rulings: RulingsAtHand
): LinkedIncident {
  const told = members.map(({report: id, incident: own, why}) => {
    const report = reports.get(id)!
    return {report, incident: report.incidents.find(({id}) => id === own)!, why}
  })
  return link.reconcile(told, contextOf(rulings))
}

function standingOf({reports, assessments}: LinkedIncident): ExplainedProposal['with'] {
  return {
    reports: reports.length,
    figures: Object.fromEntries(
      Object.entries(assessments.dateline ?? {}).map(([outcome, {low, best, high, open, contested}]) => [
        outcome,
        {low, best, high, open, contested}
      ])
    )
  }
}

/** Its figures that are contested, with the words of those that cannot be true beside them. */
function conflictsOf(incident: LinkedIncident, report: string): ExplainedProposal['words'] {
  return Object.entries(incident.assessments.dateline ?? {}).flatMap(([outcome, {contested, accounts}]) => {
    const mine = contested
      ? accounts.find(({reports, status}) => reports.includes(report) && status !== 'superseded')
      : undefined
    const own = mine && wordsOf(incident, mine, report)
    if (!own) return []
    const others = against(mine, accounts)
      .flatMap(other => wordsOf(incident, other) ?? [])
      .slice(0, mostAgainst)
    return others.length ? [{outcome, own, others}] : []
  })
}

function wordsOf(
  {claims, reports}: LinkedIncident,
  {claims: keys, origin, interest, min, max}: FigureAccount,
  report?: string
): ConflictWords | null {
  const claim = claims.find(({key, report: of}) => keys.includes(key) && (report ?? of) === of)
  const source = reports.find(({id}) => id === claim?.report)
  if (!claim || !source) return null
  return {
    claim: claim.key,
    report: source.id,
    outlet: source.outlet,
    origin,
    interest,
    min,
    max,
    quote: claim.quote.text,
    language: source.language
  }
}
