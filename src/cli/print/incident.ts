/** A linked incident as a person reads it: what holds, who says what, and in which words. */
import type {Account, LinkedIncident} from '../../model/assessment.ts'
import {derivationLines, figureLines, matrixLines, sided} from './figures.ts'
import {english, listed, type Tellings, type Wording} from './wording.ts'
import {claimSaid, placeInWords, quoted, reservationsSaid, whenInWords} from './words.ts'

interface Options {
  /** With the steps of each rule and what it set aside. */
  readonly explain?: boolean
  /** The incidents that its ties lead to, by the ids of the ties. */
  readonly tied?: ReadonlyMap<string, LinkedIncident>
  readonly wording?: Wording
  /** The place as the reports name it. */
  readonly tellings?: Tellings
}

export function printIncident(
  incident: LinkedIncident,
  {explain = false, tied = new Map(), wording = english, tellings = []}: Options = {}
): string {
  const {headline, place, when, sides, unverified = [], tactics, reports, accounts, facts, history} = incident
  const {t, outside, label, sentence} = wording
  const marked = (name: string) =>
    unverified.includes(name) ? t('terminal.unverified', {name: outside(name)}) : outside(name)
  const known: [string, string][] = [
    [t('terminal.when'), whenInWords(when, wording)],
    [t('terminal.where'), place ? placeInWords(place, wording, tellings) : t('terminal.noPlace')],
    [
      t('terminal.who'),
      [sides.a, sides.b]
        .filter(side => side.length)
        .map(side => listed(wording, side.map(marked)))
        .reduceRight((other, one) => (other ? t('terminal.against', {one, other}) : one), '')
    ],
    [
      t('terminal.tactics'),
      listed(
        wording,
        tactics.map(type => label('type', type))
      )
    ]
  ]
  const named = place
    ? headline.replace(`, in ${place.name}`, () => `, in ${wording.place(place.name, tellings)}`)
    : headline
  const lines = [headlineSaid(named, wording), ownLine(incident, wording), '']
  lines.push(
    ...known.filter(([, value]) => value).map(([name, value]) => `${inColumn(name, wording)} ${value}`)
  )
  lines.push('', t('terminal.byRule'), ...figureLines(incident, wording))
  const contests = facts.filter(({contested}) => contested)
  if (contests.length)
    lines.push(
      '',
      t('terminal.contestedFacts'),
      ...contests.map(
        ({fact, because}) => `  ${inColumn(label('fact', fact), wording)} ${sentence(because ?? '')}`
      )
    )
  const matrix = matrixLines(incident, wording)
  if (matrix.length) lines.push('', t('terminal.matrix'), ...matrix)
  if (explain) lines.push('', t('terminal.derivation'), ...derivationLines(incident, wording))
  lines.push('', t('terminal.accountsHead'))
  for (const account of accounts) lines.push(...accountLines(account, incident, wording))
  lines.push(...tieLines(incident, tied, wording))
  if (history.length) lines.push('', t('terminal.history'))
  const days = history.map(({report}) => reports.find(({id}) => id === report)?.publishedOn ?? null)
  const widthOfDay = Math.max(10, ...days.map(on => (on ? wording.width(wording.day(on)) : 0)))
  for (const [i, {report, change}] of history.entries()) {
    const by = reports.find(({id}) => id === report)
    const name = outside(by?.outlet ?? report)
    const day = days[i] ? wording.day(days[i]) : ''
    lines.push(
      `  ${day}${' '.repeat(widthOfDay - wording.width(day))}  ${t('terminal.named', {name, value: changeSaid(change, wording)})}`
    )
  }
  return wording.page(lines)
}

/** "Clash, in Oruro, 2024-03-05". */
export function headlineSaid(headline: string, {sentence}: Wording): string {
  return sentence(headline)
}

/** "6118a32436e1 · 8 reports · 14 accounts". */
function ownLine({id, reports, accounts}: LinkedIncident, {t, outside}: Wording): string {
  return [
    outside(id),
    t('terminal.reports', {n: reports.length}),
    t('terminal.accounts', {n: accounts.length})
  ].join(' · ')
}

const widthOfName = 8

export function inColumn(name: string, {width}: Wording): string {
  return `${name}${' '.repeat(Math.max(0, widthOfName - width(name)))}`
}

/** Of several figures that a report moved each is a sentence. */
function changeSaid(change: string, {t, sentence}: Wording): string {
  return change
    .split('; ')
    .map(sentence)
    .reduceRight((others, one) => t('terminal.both', {one, others}))
}

/** Each tie once, however many reports tell it; what the store does not hold as an incident is left out. */
function tieLines(
  {relations, id}: LinkedIncident,
  tied: ReadonlyMap<string, LinkedIncident>,
  wording: Wording
): string[] {
  const {t, outside, label} = wording
  const lines = relations.flatMap(({to, kind, lag, told, ruled}) => {
    const other = tied.get(to)
    if (!other || other.id === id) return []
    const because = !ruled
      ? quoted(told[0]!.quote.text, wording)
      : ruled.reason
        ? t('terminal.ruledBecause', {who: outside(ruled.by), reason: outside(ruled.reason)})
        : t('terminal.ruledBy', {who: outside(ruled.by)})
    const name = lag
      ? t('terminal.lag', {tie: label('relation', kind), lag: outside(lag)})
      : label('relation', kind)
    const value = `${headlineSaid(other.headline, wording)} · ${outside(other.id)}  ${because}`
    return `  ${t('terminal.named', {name, value})}`
  })
  return lines.length ? ['', t('terminal.tied'), ...new Set(lines)] : []
}

/** With the names that "dateline rule" takes: a2 for all that the account says, REPORT/c3 for one claim. */
function accountLines(
  {id, origin, interest, claims, reports, why}: Account,
  incident: LinkedIncident,
  wording: Wording
): string[] {
  const {t, outside, sentence} = wording
  const outlets = reports.map(report => incident.reports.find(other => other.id === report)?.outlet ?? report)
  const carried = t('terminal.in', {outlets: listed(wording, outlets.map(outside))})
  const lines = ['', `  ${outside(id)}  ${sided(sourceSaid(origin, wording), interest, wording)}  ${carried}`]
  if (why.length) {
    const reasons = [...new Set(why)].map(sentence)
    const all = reasons.reduceRight((others, one) => t('terminal.both', {one, others}))
    lines.push(`    ${t('terminal.sameAccount', {why: all})}`)
  }
  const seen = new Set<string>()
  for (const claim of incident.claims.filter(({key}) => claims.includes(key))) {
    const what = claimSaid(claim, wording)
    const held = reservationsSaid(claim, wording)
    const name = held ? t('terminal.held', {what, held}) : what
    const line = `    ${t('terminal.named', {name, value: quoted(claim.quote.text, wording)})}`
    // Copies carry the same words; one line tells them.
    if (seen.has(line)) continue
    seen.add(line)
    lines.push(`${line}  ${outside(claim.key)}`)
  }
  return lines
}

/** A hedge has no speaker. */
export function sourceSaid(origin: string, {t, outside}: Wording): string {
  return origin === 'unattributed' ? t('terminal.unattributed') : outside(origin)
}
