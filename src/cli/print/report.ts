/** A coded report as a person reads it: what happened, then each claim with who says it and the exact words. */

import type {Claim, CodedReport} from '../../model/contract.ts'
import type {Reason} from '../../model/layers.ts'
import type {Explained, ExplainedAside} from '../../workflows/code.ts'
import {inColumn, sourceSaid} from './incident.ts'
import {english, listed, type Wording} from './wording.ts'
import {claimSaid, placeInWords, quoted, reservationsSaid, whenInWords} from './words.ts'

export function printReport(
  coded: CodedReport,
  explained?: Omit<Explained, 'coded'>,
  wording: Wording = english
): string {
  const {t, outside} = wording
  const reasons = explained?.reasons
  const {report, incidents, claims, problems} = coded
  const lines: string[] = [outside(report.title ?? firstWords(report.text))]
  lines.push(
    [
      report.outlet && outside(report.outlet.name),
      report.agency && t('terminal.with', {agency: outside(report.agency)}),
      report.publishedOn && wording.day(report.publishedOn),
      wording.language(report.language)
    ]
      .filter(Boolean)
      .join(' · ')
  )
  if (incidents.length === 0) lines.push('', t('terminal.nothing'))
  for (const incident of incidents)
    lines.push('', ...incidentLines(coded, incident, reasons?.[incident.id], wording))
  if (claims.length) lines.push('', t('terminal.claims', {n: claims.length}))
  for (const [, own] of Map.groupBy(claims, ({attribution}) =>
    attribution.map(({source}) => source).join(' > ')
  )) {
    const chain = own[0]!.attribution
      .map(({source}) => sourceSaid(source, wording))
      .reduceRight((inner, outer) => t('terminal.chain', {outer, inner}))
    lines.push('', `  ${chain}${interestOf(own, wording)}`)
    for (const claim of own) lines.push(...claimLines(claim, reasons?.[claim.id], wording))
  }
  if (explained?.setAside.length) lines.push('', t('terminal.aside'))
  for (const aside of explained?.setAside ?? []) lines.push(...asideLines(aside, wording))
  for (const {stage, message} of problems)
    lines.push('', t('terminal.problem', {stage: outside(stage), message: outside(message)}))
  return wording.page(lines)
}

function asideLines({type, trigger, context, makes, sum, signs}: ExplainedAside, wording: Wording): string[] {
  const {t, outside, label} = wording
  const weight = (value: number) => outside(`${Number(value.toFixed(1))}`)
  const head = t('terminal.asideOn', {type: label('type', type), words: quoted(trigger.text, wording)})
  return [
    `  ${t('terminal.named', {name: head, value: `${outside(context)} (${outside(makes)}), ${weight(sum)}`})}`,
    ...signs.map(({sign, weight: value, words}) => {
      const rule = `${outside(sign)} ${weight(value)}`
      const said = words.map(({text}) => t('terminal.quote', {text: outside(text)}))
      return `          ${said.length ? t('terminal.on', {rule, words: listed(wording, said)}) : rule}`
    })
  ]
}

function incidentLines(
  {places, actors}: CodedReport,
  incident: CodedReport['incidents'][number],
  reasons: readonly Reason[] | undefined,
  wording: Wording
): string[] {
  const {t, outside, label} = wording
  const place = places.find(({id}) => id === incident.place)
  const names = (ids: readonly string[]) =>
    listed(
      wording,
      ids.map(id => {
        const actor = actors.find(other => other.id === id)
        // Who the registry says it is, nobody has checked.
        return actor?.verified === false
          ? t('terminal.unverified', {name: outside(actor.name)})
          : outside(actor?.name ?? id)
      })
    )
  const sides = [names(incident.sides.a), names(incident.sides.b)]
    .filter(Boolean)
    .reduceRight((other, one) => (other ? t('terminal.against', {one, other}) : one), '')
  const acled = incident.codings.acled as {event_type: string; sub_event_type: string} | null
  const rows: [string, string][] = [
    [t('terminal.when'), whenInWords(incident.when, wording)],
    [t('terminal.where'), place ? placeInWords(place, wording, [place]) : ''],
    [t('terminal.who'), sides],
    [
      t('terminal.tactics'),
      listed(
        wording,
        incident.tactics.map(type => label('type', type))
      )
    ],
    // The names of a table of others, which are to be found in it.
    [outside('ACLED'), acled ? outside(`${acled.event_type} / ${acled.sub_event_type}`) : ''],
    ...incident.relations.map(({kind, to, quote, lag}): [string, string] => {
      const name = lag ? t('terminal.lagBy', {to: outside(to), lag: outside(lag)}) : outside(to)
      return [
        label('relation', kind),
        t('terminal.named', {name, value: t('terminal.quote', {text: outside(quote.text)})})
      ]
    })
  ]
  return [
    `${outside(incident.id)}  ${label('type', incident.type)}`,
    ...rows.filter(([, value]) => value).map(([name, value]) => `  ${inColumn(name, wording)} ${value}`),
    ...reasonLines(reasons, '    ', wording)
  ]
}

function claimLines(claim: Claim, reasons: readonly Reason[] | undefined, wording: Wording): string[] {
  const {t, outside} = wording
  const what = claimSaid(claim, wording)
  const told = claim.refersTo ? t('terminal.about', {what, claim: outside(claim.refersTo)}) : what
  const held = reservationsSaid(claim, wording)
  const id = `${outside(claim.id)}${' '.repeat(Math.max(0, widthOfId - claim.id.length))}`
  return [
    `    ${id} ${held ? t('terminal.held', {what: told, held}) : told}`,
    `         ${quoted(claim.quote.text, wording)}`,
    ...reasonLines(reasons, '          ', wording)
  ]
}

const widthOfId = 4

function reasonLines(reasons: readonly Reason[] | undefined, margin: string, wording: Wording): string[] {
  const {t, outside} = wording
  return (reasons ?? []).map(({value, rule, words}) => {
    const said = listed(
      wording,
      words.map(({text}) => quoted(text, wording))
    )
    const told = said ? t('terminal.on', {rule: outside(rule), words: said}) : outside(rule)
    return `${margin}${t('terminal.named', {name: outside(value), value: told})}`
  })
}

function interestOf(claims: readonly Claim[], {t}: Wording): string {
  const interest = claims.find(claim => claim.interest === 'party' || claim.interest === 'allied')?.interest
  return interest ? `  (${t(interest === 'party' ? 'terminal.partyTo' : 'terminal.alliedWith')})` : ''
}

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0]!
  return line.length > 100 ? `${line.slice(0, 97)}...` : line
}
