/** What changed from one public version of an incident to another: fact by fact, figure by figure, claim by claim. */
import type {ListedFigure} from '../model/listing.ts'
import type {PublicFigure, PublicIncident} from '../model/public-incident.ts'
import type {ViewChange} from '../model/publication.ts'

export function viewChanges(was: PublicIncident, is: PublicIncident): ViewChange[] {
  const words = (
    part: ViewChange['part'],
    of: string | null,
    before: readonly string[],
    now: readonly string[]
  ) => changeOf(part, of, before, now)
  const outcomes = [...new Set([...was.figures, ...is.figures].map(({outcome}) => outcome))]
  const facts = [...new Set([...was.facts, ...is.facts].map(({fact}) => fact))]
  return [
    words('type', null, [was.type.id], [is.type.id]),
    words('when', null, [spanOf(was)], [spanOf(is)]),
    words('place', null, placeOf(was), placeOf(is)),
    words('side', 'a', was.sides.a, is.sides.a),
    words('side', 'b', was.sides.b, is.sides.b),
    ...outcomes.flatMap(outcome => figureChanges(outcome, figureOf(was, outcome), figureOf(is, outcome))),
    ...facts.map(fact => words('fact', fact, valuesOf(was, fact), valuesOf(is, fact))),
    words('claims', null, was.claims.map(claimOf), is.claims.map(claimOf)),
    words('reports', null, was.reports.map(reportOf), is.reports.map(reportOf)),
    words('withheld', null, [`${was.withheld}`], [`${is.withheld}`])
  ].filter(change => change !== null)
}

/** What lists show of a figure. */
export function listedFigure({low, best, high, open, contested}: PublicFigure): ListedFigure {
  return {low, best, high, open, contested}
}

const figureOf = ({figures}: PublicIncident, outcome: string) =>
  figures.find(figure => figure.outcome === outcome) ?? null
const spanOf = ({when}: PublicIncident) => [...new Set([when.from, when.to])].join(' / ')
const placeOf = ({place}: PublicIncident) =>
  place ? [[place.name, place.country, place.precision].filter(Boolean).join(', ')] : []
const claimOf = ({words, polarity, realis, speaker}: PublicIncident['claims'][number]) =>
  [
    words,
    ...(polarity === 'affirmed' ? [] : [polarity]),
    ...(realis === 'happened' ? [] : [realis]),
    ...(speaker.name === null ? [] : [speaker.name])
  ].join(' · ')
const reportOf = ({id, outlet, url, publishedOn}: PublicIncident['reports'][number]) =>
  [outlet, publishedOn, url].filter(Boolean).join(' · ') || id

function valuesOf({facts}: PublicIncident, name: string): string[] {
  const own = facts.find(({fact}) => fact === name)
  return (own?.values ?? []).map(({value, denied}) => (denied.length ? `${value} ✕` : value))
}

function figureChanges(
  outcome: string,
  was: PublicFigure | null,
  is: PublicFigure | null
): (ViewChange | null)[] {
  const [before, now] = [was && listedFigure(was), is && listedFigure(is)]
  const isOther = JSON.stringify(before) !== JSON.stringify(now)
  return [
    isOther ? {part: 'figure', of: outcome, gone: [], added: [], figure: {was: before, is: now}} : null,
    was && is ? changeOf('origins', outcome, [`${was.origins}`], [`${is.origins}`]) : null
  ]
}

function changeOf(
  part: ViewChange['part'],
  of: string | null,
  before: readonly string[],
  now: readonly string[]
): ViewChange | null {
  const gone = less(before, now)
  const added = less(now, before)
  return gone.length || added.length ? {part, of, gone, added, figure: null} : null
}

/** Those of the first that the second has not, as often as they stand there. */
function less(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1)
  return all.filter(own => {
    const count = left.get(own) ?? 0
    left.set(own, count - 1)
    return count <= 0
  })
}
