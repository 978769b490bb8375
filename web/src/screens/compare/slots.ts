/**
 * Incidents side by side as data: what, when, where, who, against whom, each figure, and how they stand to each other.
 *
 *     same       both say the same
 *     possible   they say different things that can both be true: 2–4 and 3, a town and its province
 *     differs    they cannot both be true of one incident
 *     open       one of them says nothing; silence is no difference
 *
 * Pure: the same incidents, the same slots.
 */

import {kmBetween, radiusKm} from '../../../../src/export/drawing/ground.ts'
import type {Account, Figure, LinkedIncident} from '../../../../src/model/assessment.ts'

export type Standing = 'same' | 'possible' | 'differs' | 'open'

/** `facts`: what, when, where, who, against, how, in this order; then a slot for each figure. */
export interface Slot {
  readonly id: string
  readonly kind: 'fact' | 'figure' | 'group'
  /** Of a fact or outcome; of a group the group. */
  readonly name: string
  readonly standing: Standing
  /** By incident; null: it says nothing. */
  readonly figures: readonly (HeldFigure | null)[]
}

export type HeldFigure = Pick<Figure, 'low' | 'best' | 'high' | 'open' | 'contested' | 'accounts'> &
  Partial<Pick<Figure, 'grade'>>

export function slotsOf(incidents: readonly LinkedIncident[]): Slot[] {
  const fact = (name: string, standing: Standing): Slot => ({
    id: `fact.${name}`,
    kind: 'fact',
    name,
    standing,
    figures: []
  })
  return [
    fact('what', among(incidents, sameType)),
    fact('when', among(incidents, sameDays)),
    fact('where', among(incidents, samePlace)),
    fact(
      'who',
      among(incidents, (a, b) => sameNames(a.sides.a, b.sides.a))
    ),
    fact(
      'against',
      among(incidents, (a, b) => sameNames(a.sides.b, b.sides.b))
    ),
    fact(
      'how',
      among(incidents, (a, b) => sameNames(a.tactics, b.tactics))
    ),
    ...figureSlots(incidents)
  ]
}

function figureSlots(incidents: readonly LinkedIncident[]): Slot[] {
  const assessments = incidents.map(({assessments: {dateline = {}}}) => dateline)
  const outcomes = [...new Set(assessments.flatMap(own => Object.keys(own)))]
  return outcomes.flatMap((outcome): Slot[] => {
    const figures = assessments.map(own => own[outcome] ?? null)
    if (figures.every(figure => figure === null || figure.low === null)) return []
    const groups = [...new Set(figures.flatMap(figure => Object.keys(figure?.byGroup ?? {})))]
    return [
      slot(`figure.${outcome}`, 'figure', outcome, figures),
      ...groups.map(group =>
        slot(
          `group.${outcome}.${group}`,
          'group',
          group,
          figures.map(figure => figure?.byGroup[group] ?? null)
        )
      )
    ]
  })
}

function slot(
  id: string,
  kind: 'figure' | 'group',
  name: string,
  figures: readonly (HeldFigure | null)[]
): Slot {
  return {id, kind, name, figures, standing: among(figures, sameFigure)}
}

const worst: readonly Standing[] = ['differs', 'open', 'possible', 'same']

/** Of all pairs the one that is furthest from being the same. */
function among<T>(values: readonly T[], stand: (a: T, b: T) => Standing): Standing {
  const found = values.flatMap((a, i) => values.slice(i + 1).map(b => stand(a, b)))
  return worst.find(standing => found.includes(standing)) ?? 'same'
}

function sameType(a: LinkedIncident, b: LinkedIncident): Standing {
  return a.type === b.type ? 'same' : 'possible'
}

/** "0001-01-01": no day is known. */
const hasDay = ({when}: LinkedIncident) => !when.from.startsWith('0001')

function sameDays(a: LinkedIncident, b: LinkedIncident): Standing {
  if (!hasDay(a) || !hasDay(b)) return 'open'
  const [x, y] = [a, b].map(({when}) => [when.from.slice(0, 10), when.to.slice(0, 10)] as const) as [
    readonly [string, string],
    readonly [string, string]
  ]
  if (x[0] === y[0] && x[1] === y[1]) return 'same'
  return x[0] <= y[1] && y[0] <= x[1] ? 'possible' : 'differs'
}

function samePlace({place: a}: LinkedIncident, {place: b}: LinkedIncident): Standing {
  if (!a || !b) return 'open'
  if (a.gazetteerId !== null && a.gazetteerId === b.gazetteerId) return 'same'
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null)
    return a.name === b.name && a.country === b.country ? 'same' : 'open'
  const km = kmBetween({lat: a.lat, lon: a.lon}, {lat: b.lat, lon: b.lon})
  if (km < 1 && a.precision === b.precision) return 'same'
  return km <= radiusKm[a.precision] + radiusKm[b.precision] ? 'possible' : 'differs'
}

/** Different names may be of one thing: they are no contradiction. */
function sameNames(a: readonly string[], b: readonly string[]): Standing {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 'same' : 'open'
  const [x, y] = [a, b].map(names => names.map(name => name.toLowerCase()).sort()) as [string[], string[]]
  return x.join('\n') === y.join('\n') ? 'same' : 'possible'
}

function sameFigure(a: HeldFigure | null, b: HeldFigure | null): Standing {
  if (!a || !b || a.low === null || b.low === null) return 'open'
  const ends = ({high, open}: HeldFigure) => (open || high === null ? Number.POSITIVE_INFINITY : high)
  if (a.low === b.low && ends(a) === ends(b)) return 'same'
  return a.low <= ends(b) && b.low <= ends(a) ? 'possible' : 'differs'
}

/** What two or more of the incidents rest on alike. */
export interface Shared {
  /** Ids of reports that tell of several of them. */
  readonly reports: readonly string[]
  /** Who is quoted in several: by the words of the reports. */
  readonly origins: readonly {readonly origin: string; readonly kind: Account['kind']}[]
  readonly agencies: readonly string[]
  readonly outlets: readonly string[]
}

export function sharedBy(incidents: readonly LinkedIncident[]): Shared {
  const twice = (of: (incident: LinkedIncident) => readonly (string | null)[]) => {
    const counts = new Map<string, number>()
    for (const incident of incidents)
      for (const name of new Set(of(incident)))
        if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
    return [...counts].filter(([, count]) => count > 1).map(([name]) => name)
  }
  const keyOf = ({kind, origin}: Account) => `${kind} ${origin.toLowerCase()}`
  const speaking = (incident: LinkedIncident) =>
    incident.accounts.filter(({kind}) => kind !== 'outlet' && kind !== 'agency' && kind !== 'unnamed')
  const origins = new Set(twice(incident => speaking(incident).map(keyOf)))
  const named = new Map(incidents.flatMap(speaking).map(account => [keyOf(account), account]))
  return {
    reports: twice(({reports}) => reports.map(({id}) => id)),
    origins: [...origins].map(key => {
      const {origin, kind} = named.get(key)!
      return {origin, kind}
    }),
    agencies: twice(({reports}) => reports.map(({agency}) => agency)),
    outlets: twice(({reports}) => reports.map(({outlet}) => outlet))
  }
}
