/**
 * Which claims of a report state a figure of an incident, of all of it or of a group, and which are set aside before any rule is run.
 *
 *     "125, 27 of them civilians"                             125 of all, 27 of a group
 *     "three soldiers and five rebels were killed"            8 of all, told as the whole; 3 and 5 of groups
 *
 * What a person ruled comes first: rejected claims are set aside with the reason, corrected ones count with the new values.
 */
import type {Account, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Ruled} from './ruled-claims.ts'
import type {Scales} from './scales.ts'
import type {Scene} from './scene.ts'
import {whyAside} from './set-aside.ts'
import {type Aside, everybody, type Statement, type Statements} from './statement.ts'
import {weightOf} from './weight.ts'
import {wholeOf} from './whole-figures.ts'

interface Figures {
  readonly report: CodedReport
  readonly on: string
  readonly scene: Scene
  /** Claims of casualties of one outcome, as ruled, in the order of the text. */
  readonly claims: readonly ReportedClaim[]
}

/** The figures of one outcome that one report states. */
export function statementsOf(
  {report, on, scene, claims}: Figures,
  accountOf: (claim: ReportedClaim) => Account,
  scales: Scales,
  rulings: Ruled
): Statements {
  const setAside: Aside[] = []
  const denied: Statements['denied'][number][] = []
  const kept: Statement[] = []
  for (const claim of claims) {
    const why = whyAside(claim, claims, report, rulings)
    if (why === null) kept.push(statementOf(claim, on, accountOf(claim), scene, scales, rulings))
    else setAside.push({claim: claim.key, why})
    if (
      claim.polarity === 'denied' &&
      (claim.casualties!.count?.min ?? 0) > 0 &&
      !rulings.rejected.has(claim.key)
    )
      denied.push({account: accountOf(claim).id, stated: claim.casualties!.count!.min, claim: claim.key})
  }
  const whole = [...Map.groupBy(kept, ({account}) => account.id).values()]
    .flatMap(own => wholeOf(own, report, scales))
    .map(statement => ({...statement, isPart: statement.owners !== null}))
  const used = new Set(whole.flatMap(({claims: of}) => of))
  for (const {claims: of, group} of kept)
    if (!used.has(of[0]!))
      setAside.push({
        claim: of[0]!.key,
        why: group === everybody ? 'a part of a figure of the same account' : `a part: ${group}`
      })
  const byClaim = new Map(kept.map(statement => [statement.claims[0]!.id, statement]))
  // "13 officers were hurt, two of them badly": the two are no other count of officers.
  const isOfOwnGroup = ({claims: [claim], group}: Statement) =>
    byClaim.get(claim!.casualties!.partOf ?? '')?.group === group
  const ofGroups = kept.filter(statement => statement.group !== everybody && !isOfOwnGroup(statement))
  return {whole, ofGroups, setAside, denied}
}

function statementOf(
  claim: ReportedClaim,
  on: string,
  account: Account,
  scene: Scene,
  scales: Scales,
  {accepted, corrected, notes}: Ruled
): Statement {
  const owners = scene.ownersOf(claim)
  const group = owners?.group ?? claim.casualties!.group
  const {min, max, stated: words} = claim.casualties!.count!
  const bound = scales.boundOf(words)
  const [from, stated] =
    max === null
      ? [bound === 'more' ? min - 1 : min, bound === 'more' ? min - 1 : min]
      : bound === 'most'
        ? [max, max]
        : bound === 'fewer'
          ? [max + 1, max + 1]
          : [min, max]
  const correction = corrected.get(claim.key)
  return {
    claims: [claim],
    account,
    on,
    group,
    owners: owners?.name ?? null,
    isPart: false,
    from,
    stated,
    least: max === null ? from : min,
    min,
    max,
    words,
    isSure: claim.certainty === 'certain' && claim.attribution.at(-1)!.source !== 'unattributed',
    weight: accepted.has(claim.key)
      ? {weight: 'accepted', because: 'a person ruled that it counts', byDoer: false}
      : weightOf(claim, correction?.interest ?? account.interest, scales.armsOf(group), scene),
    corrected: notes.get(claim.key) ?? null
  }
}
