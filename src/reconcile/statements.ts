/**
 * Which claims state a figure of an incident, of all of it or of a group, and which are set aside before any rule is run.
 *
 *     "34 since the coup"                                     set aside: a total over a longer time
 *     "Dozens hurt", over "125 were hurt, the ministry said"  set aside: the headline over what the ministry says
 *     "125, 27 of them civilians"                             125 of all, 27 of a group
 *     "three soldiers and five rebels were killed"            8 of all, told as the whole; 3 and 5 of groups
 *
 * What a person ruled comes first: rejected claims are set aside with the reason, corrected ones count with the new values.
 */
import type {Account, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import {contains} from '../model/span.ts'
import type {Ruled} from './ruled-claims.ts'
import type {Scales} from './scales.ts'
import type {Scene} from './scene.ts'
import {type Weight, weightOf} from './weight.ts'

/** The group of "four people were killed". */
export const everybody = 'people'

export interface Statement {
  readonly claims: readonly ReportedClaim[]
  readonly account: Account
  /** Day of publication, of a copy that of its original; '' where unknown. */
  readonly on: string
  readonly group: string
  /** The side in arms whose people are counted; null where none is named. What it lost is a part of the toll. */
  readonly owners: string | null
  /** It stands for the whole only where no account tells of the whole. */
  readonly isPart: boolean
  /** The range as stated: "more than 125" is 125 and open. */
  readonly from: number
  readonly stated: number
  /** The least that it says there were: of "up to 20" that is 1, and of "more than 30" 30. */
  readonly least: number
  readonly min: number
  readonly max: number | null
  readonly words: string
  /** Told as certain. */
  readonly isSure: boolean
  readonly weight: Weight
  readonly corrected: {readonly claim: string; readonly was: string; readonly now: string} | null
}

export interface Aside {
  readonly claim: string
  readonly why: string
}

export interface Statements {
  readonly whole: readonly Statement[]
  readonly ofGroups: readonly Statement[]
  readonly setAside: readonly Aside[]
  /** Figures that an account says are false. */
  readonly denied: readonly {readonly account: string; readonly stated: number; readonly claim: string}[]
}

export interface Telling {
  readonly report: CodedReport
  readonly on: string
  readonly scene: Scene
  /** Claims of casualties of one outcome, as ruled, in the order of the text. */
  readonly claims: readonly ReportedClaim[]
}

/** The figures of one outcome that one report states. */
export function statementsOf(
  {report, on, scene, claims}: Telling,
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
  return {whole, ofGroups: kept.filter(({group}) => group !== everybody), setAside, denied}
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

function whyAside(
  claim: ReportedClaim,
  all: readonly ReportedClaim[],
  report: CodedReport,
  {rejected, accepted, preferred}: Ruled
): string | null {
  const reason = rejected.get(claim.key)
  if (reason !== undefined) return `rejected by a person: ${reason}`
  const {count} = claim.casualties!
  if (!count) return 'it gives no number'
  if (accepted.has(claim.key) || preferred.has(claim.key)) return null
  if (claim.hedges.includes('cumulative')) return 'a total over a longer time, not of this incident'
  if (claim.hedges.includes('background')) return 'an older happening that the report refers to'
  if (claim.realis !== 'happened') return `told as ${claim.realis}`
  if (claim.polarity === 'denied' && count.min > 0) return 'the figure is denied, not given'
  if (claim.polarity === 'unconfirmed') return 'nobody stands by it: it is only said to be unconfirmed'
  return toldByAnother(claim, all, report)
}

/** What the outlet says itself, in the headline or the text, where somebody it credits says the same or more exactly. */
function toldByAnother(
  claim: ReportedClaim,
  all: readonly ReportedClaim[],
  {passages}: CodedReport
): string | null {
  const isOwnVoice = claim.attribution.every(({kind}) => kind === 'outlet' || kind === 'agency')
  if (!isOwnVoice) return null
  // "The two dead were a driver and a guard": of those whom the mayor counted.
  const before = all.find(({id}) => id === claim.casualties!.sameAs)
  const least = before?.casualties?.count?.min ?? -1
  if (before && before.quote.from <= claim.quote.from && least >= claim.casualties!.count!.min)
    return `of those that ${before.attribution.at(-1)!.source} counts`
  const inTitle = passages.some(({kind, ...span}) => kind === 'title' && contains(span, claim.quote))
  const {group, count} = claim.casualties!
  const speaker = all.find(
    other =>
      other !== claim &&
      other.attribution.length > claim.attribution.length &&
      other.polarity !== 'unconfirmed' &&
      other.realis === 'happened' &&
      !other.hedges.includes('cumulative') &&
      !other.hedges.includes('background') &&
      other.casualties!.count !== null &&
      (inTitle || other.casualties!.group === group) &&
      covers(other.casualties!.count!, count!)
  )
  if (!speaker) return null
  const {source} = speaker.attribution.at(-1)!
  return inTitle ? `the headline over what ${source} says` : `the outlet's words for what ${source} says`
}

interface Range {
  readonly min: number
  readonly max: number | null
}

/** Whether the second range says no more than the first: the same, or less exactly. */
function covers({min, max}: Range, own: Range): boolean {
  const top = own.max ?? Number.POSITIVE_INFINITY
  const otherTop = max ?? Number.POSITIVE_INFINITY
  return own.min === min || (own.min < min && otherTop <= top)
}

/** What one account of one report says of all: its totals; the sum of groups told as the whole; else a group told alone. */
function wholeOf(own: readonly Statement[], {report}: CodedReport, scales: Scales): Statement[] {
  const ids = new Map(own.map(statement => [statement.claims[0]!.id, statement]))
  const free = own.filter(({claims: [claim], group, stated, max}) => {
    const {partOf, sameAs} = claim!.casualties!
    // "No civilian was killed" does not say that nobody was.
    if (partOf !== undefined || (group !== everybody && max === 0)) return false
    const again = sameAs === undefined ? undefined : ids.get(sameAs)
    return (
      !again ||
      (group === again.group && stated >= again.stated) ||
      (group === everybody && stated > again.stated)
    )
  })
  const totals = free.filter(({group}) => group === everybody)
  if (totals.length) {
    const most = Math.max(...totals.map(({stated}) => stated))
    return [...totals, ...free.filter(({group, stated}) => group !== everybody && stated > most)]
  }
  const groups = [...Map.groupBy(free, ({group}) => group).values()]
  if (groups.length < 2) return free
  const figures = groups.map(of => of.reduce((most, each) => (each.stated > most.stated ? each : most)))
  const spans = figures.map(({claims}) => claims[0]!.quote).sort((a, b) => a.from - b.from)
  const isOneSentence = !/[.!?]["”’)\]]*\s|\n/.test(report.text.slice(spans[0]!.from, spans.at(-1)!.to))
  const sorts = new Set(figures.map(({group}) => scales.armsOf(group)))
  // In one sentence they are told as the whole; apart, only where each is of another sort: soldiers, rebels, villagers.
  if (isOneSentence || sorts.size === figures.length) return [sumOf(figures)]
  return [figures.reduce((most, each) => (each.stated > most.stated ? each : most))]
}

function sumOf(parts: readonly Statement[]): Statement {
  const sum = (of: (part: Statement) => number) => parts.reduce((total, part) => total + of(part), 0)
  const weights = parts.map(({weight}) => weight)
  return {
    ...parts[0]!,
    claims: parts.flatMap(({claims}) => claims),
    group: everybody,
    owners: null,
    from: sum(({from}) => from),
    stated: sum(({stated}) => stated),
    least: sum(({least}) => least),
    min: sum(({min}) => min),
    max: parts.some(({max}) => max === null) ? null : sum(({max}) => max!),
    words: parts.map(({words}) => words).join(' + '),
    isSure: parts.every(({isSure}) => isSure),
    weight: weights.find(({weight}) => weight === 'interested') ?? weights[0]!
  }
}
