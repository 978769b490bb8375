/** How days, places and claims are said to a person. */
import type {Claim} from '../../model/contract.ts'
import type {When} from '../../model/date.ts'
import {inLine, listed, type Tellings, type Wording} from './wording.ts'

export function whenInWords({from, to, precision, known}: When, {t, day}: Wording): string {
  if (from === '0001-01-01') return t('terminal.dayUnknown')
  const days = from === to ? day(from) : t('terminal.days', {from: day(from), to: day(to)})
  const told =
    precision === 'day' || precision === 'instant'
      ? days
      : t('terminal.span', {days, precision: t(`terminal.span.${precision}`)})
  return known === 'inferred' ? t('terminal.inferred', {days: told}) : told
}

interface Place {
  readonly name: string
  readonly country: string | null
  readonly precision: string
  readonly lat: number | null
  readonly lon: number | null
}

/** "Oruro, BO (town, -17.98 -67.15)". */
export function placeInWords(
  {name, country, precision: of, lat, lon}: Place,
  wording: Wording,
  tellings: Tellings = []
): string {
  const {t, outside} = wording
  const named = outside(wording.place(name, tellings))
  const place = country ? t('terminal.inCountry', {place: named, country: wording.country(country)}) : named
  const precision = wording.label('precision', of)
  return lat === null
    ? t('terminal.placed', {place, precision})
    : t('terminal.at', {place, precision, at: outside(`${lat.toFixed(2)} ${lon!.toFixed(2)}`)})
}

/** "Killed: at least 2, people", "Crowd: 300, protesters", "Arson: 12 houses", "Clash". */
export function claimSaid({about, event, casualties, crowd, damage}: Claim, wording: Wording): string {
  const {t, label, outside} = wording
  const counted = (outcome: string, {count, group}: {count: Count; group: string}) =>
    t('terminal.count', {outcome, count: countSaid(count, wording), group: label('group', group)})
  if (casualties) return counted(label('outcome', casualties.outcome), casualties)
  if (crowd) return counted(label('about', about), crowd)
  const what = event ? label('type', event.type) : label('about', about)
  return damage ? t('terminal.ofClaim', {what, of: outside(inLine(damage.of))}) : what
}

type Count = NonNullable<Claim['casualties']>['count']

function countSaid(count: Count, {t, number}: Wording): string {
  if (!count) return t('terminal.some')
  const {min, max} = count
  if (max === 0) return t('terminal.none')
  if (max === null) return t('terminal.atLeast', {count: number(min)})
  return min === max ? number(min) : t('terminal.range', {low: number(min), high: number(max)})
}

/** What is not plainly asserted is said: "attempted", "not confirmed", "denied"; empty for what is. */
export function reservationsSaid(
  {polarity, realis, certainty, hedges, about}: Claim,
  wording: Wording
): string {
  const {t, label} = wording
  const words = [
    realis !== 'happened' && about !== 'threat' ? label('realis', realis) : '',
    polarity === 'affirmed' ? '' : t(polarity === 'denied' ? 'terminal.denied' : 'terminal.notConfirmed'),
    certainty === 'certain' || certainty === 'unstated' ? '' : label('certainty', certainty),
    ...hedges.map(hedge =>
      hedge === 'cumulative' || hedge === 'background' ? t(`terminal.${hedge}`) : quoted(hedge, wording)
    )
  ]
  return listed(wording, words.filter(Boolean))
}

/** Words of a report, on one line. */
export function quoted(text: string, {t, outside}: Wording): string {
  return t('terminal.quote', {text: outside(inLine(text))})
}
