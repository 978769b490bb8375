/** Incidents on their way to the public, and corrections that were asked for, as a person reads them. */
import type {Condition, CorrectionRequest, PublicationStep, QueuedIncident} from '../../model/publication.ts'

/** "6118a32436e1  waiting, version 1, public from 2026-03-02T08:00:00.000Z", the headline, and what fails. */
export function printQueued({
  id,
  headline,
  standing,
  version,
  publicFrom,
  changed,
  conditions
}: QueuedIncident): string {
  const stands = [
    standing === 'failing' ? 'not ready' : standing,
    version === null ? '' : `version ${version}`,
    publicFrom === null ? '' : `public from ${publicFrom}`,
    changed ? 'changed since' : ''
  ]
  const fails = conditions.filter(({passes}) => !passes).map(conditionInWords)
  return [
    `${id}  ${stands.filter(Boolean).join(', ')}`,
    `    ${headline}`,
    ...fails.map(words => `    fails: ${words}`),
    ''
  ].join('\n')
}

export function conditionInWords({id, is, needs}: Condition): string {
  if (id === 'origins') return `${is} independent origins, ${needs} needed`
  if (id === 'place') return `place known: ${is}, at least: ${needs}`
  if (id === 'figures') return `${is} figures without range or origins`
  const what = id === 'redaction' ? 'looked through the names' : 'read it'
  return is === null ? `nobody has ${what}` : `only ${is}, who would publish, has ${what}`
}

/** "published, version 2, public from ...: why". */
export function stepInWords({kind, version, publicFrom, reason}: PublicationStep): string {
  const what = [
    kind,
    version === null ? '' : `version ${version}`,
    publicFrom === null ? '' : `public from ${publicFrom}`
  ]
  return `${what.filter(Boolean).join(', ')}${reason === null ? '' : `: ${reason}`}`
}

export function printRequest({id, incident, headline, text, contact, at, answer}: CorrectionRequest): string {
  return [
    `${id}  ${at}  ${incident}${headline === null ? '' : `  ${headline}`}`,
    ...text.split('\n').map(line => `    ${line}`),
    contact === null ? '    left no address' : `    to answer: ${contact}`,
    ...(answer ? [`    ${answer.outcome}, by ${answer.by}: ${answer.reason}`] : []),
    ''
  ].join('\n')
}
