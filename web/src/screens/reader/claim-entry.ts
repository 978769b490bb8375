/** From what a person enters about selected words to the ruling that adds them as a claim. */
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import type {
  Certainty,
  CodedReport,
  Outcome,
  Polarity,
  Realis,
  SourceKind
} from '../../../../src/model/contract.ts'
import type {Span} from '../../../../src/model/span.ts'
import type {Draft} from '../../app/rulings.ts'

export interface Entry {
  readonly about: 'casualties' | 'event' | 'crowd'
  readonly outcome: Outcome
  readonly group: string
  /** As typed. */
  readonly min: string
  /** Empty: as min. */
  readonly max: string
  /** No upper bound. */
  readonly isOpen: boolean
  readonly type: string
  readonly day: string
  /** outlet, other, or the id of a voice. */
  readonly voice: string
  readonly words: string
  readonly kind: SourceKind
  readonly certainty: Certainty
  readonly polarity: Polarity
  readonly realis: Realis
  /** Id of the report's incident. */
  readonly telling: string
  readonly reason: string
}

/** Who may have said it: sources of the report, accounts of the incident. */
export interface Voice {
  readonly id: string
  readonly source: string
  readonly kind: SourceKind
  /** INCIDENT/a2. */
  readonly account: string | null
}

export function voicesIn(report: CodedReport, incident: LinkedIncident | undefined): Voice[] {
  const sources = report.claims.flatMap(({attribution}) => {
    const {source, kind} = attribution.at(-1)!
    const isOwn = kind === 'outlet' || !report.report.text.includes(source)
    return isOwn ? [] : [{id: `source ${source}`, source, kind, account: null}]
  })
  const accounts = (incident?.accounts ?? []).map(({id, origin, kind}) => ({
    id: `account ${id}`,
    source: origin,
    kind,
    account: `${incident!.id}/${id}`
  }))
  return [...new Map([...sources, ...accounts].map(voice => [voice.id, voice])).values()]
}

interface Place {
  readonly report: CodedReport
  readonly span: Span
  readonly incident: LinkedIncident | undefined
  readonly voices: readonly Voice[]
  /** Whether it founds an incident. */
  readonly founds: boolean
}

/** null: something is missing yet. */
export function draftOf(
  entry: Entry,
  {report: {report, incidents}, span, incident, voices, founds}: Place
): Draft | null {
  const {about, outcome, group, min, max, isOpen, type, day, certainty, polarity, realis, telling, reason} =
    entry
  const voice = voices.find(({id}) => id === entry.voice)
  const needsType = about === 'event' || founds
  if (needsType && !type) return null
  if (about === 'crowd' && min === '') return null
  if (entry.voice === 'other' && !entry.words.trim()) return null
  const source =
    entry.voice === 'other'
      ? {words: entry.words.trim(), kind: entry.kind}
      : voice && !voice.account
        ? {words: voice.source, kind: voice.kind}
        : undefined
  return {
    kind: 'add',
    on:
      telling && incidents.length
        ? [`${report.id}/${telling}`]
        : incident
          ? [report.id, incident.id]
          : [report.id],
    reason: reason.trim() || null,
    claim: {
      ...span,
      quote: report.text.slice(span.from, span.to),
      about,
      ...(needsType && {type}),
      ...(founds && day && {on: day}),
      ...(about === 'casualties' && {outcome}),
      ...(about !== 'event' && {group}),
      ...(about !== 'event' &&
        min !== '' && {min: Number(min), max: isOpen ? null : max === '' ? Number(min) : Number(max)}),
      ...(source && {source}),
      ...(voice?.account && {account: voice.account}),
      certainty,
      polarity,
      realis
    }
  }
}
