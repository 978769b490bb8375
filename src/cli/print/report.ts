/** A coded report as a person reads it: what happened, then each claim with who says it and the exact words. */

import {claimInWords, label, reservations} from '../../model/claim-in-words.ts'
import type {Claim, CodedReport} from '../../model/contract.ts'
import type {Reason} from '../../model/layers.ts'
import type {Explained, ExplainedAside} from '../../workflows/code.ts'
import {chainInWords, whenInWords} from './words.ts'

export function printReport(coded: CodedReport, explained?: Omit<Explained, 'coded'>): string {
  const reasons = explained?.reasons
  const {report, incidents, claims, problems} = coded
  const lines: string[] = [report.title ?? firstWords(report.text)]
  lines.push(
    [report.outlet?.name, report.agency && `with ${report.agency}`, report.publishedOn, report.language]
      .filter(Boolean)
      .join(' · ')
  )
  if (incidents.length === 0)
    lines.push('', 'No incident: the report asserts no happening that the codebook knows.')
  for (const incident of incidents) lines.push('', ...incidentLines(coded, incident, reasons?.[incident.id]))
  if (claims.length) lines.push('', `Claims (${claims.length}), by who says them`)
  for (const [chain, own] of Map.groupBy(claims, ({attribution}) => chainInWords(attribution))) {
    lines.push('', `  ${chain}${interestOf(own)}`)
    for (const claim of own) lines.push(...claimLines(claim, reasons?.[claim.id]))
  }
  if (explained?.setAside.length) lines.push('', 'Set aside: what only sounds like a happening')
  for (const aside of explained?.setAside ?? []) lines.push(...asideLines(aside))
  for (const {stage, message} of problems) lines.push('', `Problem (${stage}): ${message}`)
  return `${lines.join('\n')}\n`
}

function asideLines({type, trigger, context, makes, sum, signs}: ExplainedAside): string[] {
  const weight = (value: number) => Number(value.toFixed(1))
  return [
    `  ${label(type)} on "${trigger.text}": ${context} (${makes}), ${weight(sum)}`,
    ...signs.map(
      ({sign, weight: value, words}) =>
        `          ${sign} ${weight(value)}${words.length ? ` on "${words.map(({text}) => text).join('", "')}"` : ''}`
    )
  ]
}

const widthOfName = 8

function incidentLines(
  {places, actors}: CodedReport,
  incident: CodedReport['incidents'][number],
  reasons: readonly Reason[] | undefined
): string[] {
  const place = places.find(({id}) => id === incident.place)
  const names = (ids: readonly string[]) =>
    ids
      .map(id => {
        const actor = actors.find(other => other.id === id)
        // Who the registry says it is, nobody has checked.
        return actor ? `${actor.name}${actor.verified === false ? ' (unverified)' : ''}` : id
      })
      .join(', ')
  const sides = [names(incident.sides.a), names(incident.sides.b)].filter(Boolean).join('  against  ')
  const acled = incident.codings.acled as {event_type: string; sub_event_type: string} | null
  const rows: [string, string][] = [
    ['When', whenInWords(incident.when)],
    [
      'Where',
      place
        ? `${place.name}${place.country ? `, ${place.country}` : ''} (${place.precision}${place.lat === null ? '' : `, ${place.lat.toFixed(2)} ${place.lon!.toFixed(2)}`})`
        : ''
    ],
    ['Who', sides],
    ['Tactics', incident.tactics.map(label).join(', ')],
    ['ACLED', acled ? `${acled.event_type} / ${acled.sub_event_type}` : ''],
    ...incident.relations.map(({kind, to, quote, lag}): [string, string] => [
      label(kind),
      `${to}${lag ? `, by ${lag}` : ''}: "${quote.text}"`
    ])
  ]
  return [
    `${incident.id}  ${label(incident.type)}`,
    ...rows.filter(([, value]) => value).map(([name, value]) => `  ${name.padEnd(widthOfName)} ${value}`),
    ...reasonLines(reasons, '    ')
  ]
}

function claimLines(claim: Claim, reasons: readonly Reason[] | undefined): string[] {
  const {quote} = claim
  const what = claimInWords(claim)
  const held = reservations(claim)
  const refers = claim.refersTo ? ` (about ${claim.refersTo})` : ''
  return [
    `    ${claim.id.padEnd(4)} ${what}${refers}${held ? ` [${held}]` : ''}`,
    `         "${quote.text.replaceAll(/\s+/g, ' ')}"`,
    ...reasonLines(reasons, '          ')
  ]
}

function reasonLines(reasons: readonly Reason[] | undefined, margin: string): string[] {
  return (reasons ?? []).map(({value, rule, words}) => {
    const said = words.map(({text}) => `"${text.replaceAll(/\s+/g, ' ')}"`).join(', ')
    return `${margin}${value}: ${rule}${said && ` on ${said}`}`
  })
}

function interestOf(claims: readonly Claim[]): string {
  const interest = claims.find(claim => claim.interest === 'party' || claim.interest === 'allied')?.interest
  return interest ? `  (${interest === 'party' ? 'a party to it' : 'allied with a side'})` : ''
}

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0]!
  return line.length > 100 ? `${line.slice(0, 97)}...` : line
}
