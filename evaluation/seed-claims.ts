/** Checks the claims of a coded report against a person's table: quote, what it tells, source, certainty, polarity, realis, figures. */
import type {Claim, CodedReport} from '../src/model/contract.ts'
import {overlaps, type Span} from '../src/model/span.ts'
import type {Checked} from './seed.ts'
import {type Row, spansIn} from './seed-tables.ts'

/** What a claim of a kind tells, by the words of the table's kind; of "use of force" and "damage" the quote says which. */
const told: readonly (readonly [RegExp, (claim: Claim, row: Row) => boolean])[] = [
  [/^event$/, ({event}) => event?.type === 'clash'],
  [/^affiliation/, ({about}) => about === 'affiliation'],
  [/^motive$/, ({about}) => about === 'motive'],
  [/^casualties$/, ({casualties}) => casualties?.outcome === 'unspecified' && casualties.count === null],
  [/^deployment$|^closure$/, ({event}, {Kind: kind}) => event?.type === kind],
  [/^damage$/, ({about}) => about === 'damage'],
  [/^attribute$/, ({event}) => event?.type === 'encampment'],
  [/^violence by demonstrators$/, ({event}) => event?.type === 'stone-throwing'],
  [/^sequence$/, ({event}) => event?.type === 'escalation'],
  [/^use of force$/, ({event}) => ['water-cannon', 'rubber-bullets', 'tear-gas'].includes(event?.type ?? '')],
  [/^purpose$/, ({event, realis}) => event?.type === 'dispersal' && realis !== 'happened'],
  [/^intent$/, ({event, realis}) => event?.type === 'storming' && realis === 'prevented'],
  [/^killed$|^injured$/, ({casualties}, {Kind: kind}) => casualties?.outcome === kind],
  [/^status$/, ({about, refersTo}) => about === 'no-confirmation' && refersTo !== null],
  [/^threat$/, ({about}) => about === 'threat']
]

export function checkClaims(coded: CodedReport, rows: readonly Row[]): Checked[] {
  return rows.map(row => {
    const name = `${row['#']} (${row.Kind})`
    const [span] = spansIn(row['UTF-16']!)
    if (!span || coded.report.text.slice(span.from, span.to) !== row.Quote)
      return {row: name, wrong: [`the words at ${row['UTF-16']} are others`]}
    if (row.Kind === 'place') return {row: name, wrong: placeWrong(coded, span)}
    if (row.Kind === 'time relation') return {row: name, wrong: relationWrong(coded, span)}
    const tells = told.find(([kind]) => kind.test(row.Kind!))?.[1]
    if (!tells) return {row: name, wrong: [`no check knows the kind "${row.Kind}"`]}
    const near = coded.claims.filter(claim => share(claim.quote, span) >= leastShare)
    const alike = near.filter(claim => tells(claim, row))
    if (alike.length === 0)
      return {row: name, wrong: [near.length ? 'its words tell something else' : 'no claim has its words']}
    const wrongs = alike.map(claim => wrongIn(claim, row))
    return {row: name, wrong: wrongs.toSorted((a, b) => a.length - b.length)[0]!}
  })
}

/** A claim has the words of a row when so much of the shorter of the two lies in the other. */
const leastShare = 0.6

function share(a: Span, b: Span): number {
  const both = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return both <= 0 ? 0 : both / Math.min(a.to - a.from, b.to - b.from)
}

function wrongIn(claim: Claim, row: Row): string[] {
  const {certainty, polarity, realis, interest} = claim
  const wrong: string[] = []
  const expect = (isRight: boolean, what: string) => {
    if (!isRight) wrong.push(what)
  }
  const origin = claim.attribution.at(-1)!
  expect(isCreditedAs(claim, row['Credited to']!), `credited to ${origin.source}`)
  expect(isCued(claim, row.Cue!), `cue ${origin.cue}`)
  const sure = certaintyOf(row.Certainty!)
  expect(sure === null || sure === certainty, `certainty ${certainty}, not ${sure}`)
  if (/interested/.test(row.Certainty!))
    expect(interest === 'party' || interest === 'allied', `interest ${interest}`)
  if (/^affirmed/.test(row.Polarity!)) expect(polarity === 'affirmed', `polarity ${polarity}`)
  if (row.Polarity === 'negative') expect(polarity === 'unconfirmed', `polarity ${polarity}`)
  const happened = /^(?:yes|state|hearsay|claimed|reported)/.test(row.Realised!)
  const not = /^\**no/.test(row.Realised!)
  expect(happened ? realis === 'happened' : !not || realis !== 'happened', `realis ${realis}`)
  if (/^threat yes/.test(row.Realised!)) expect(realis === 'threatened', `realis ${realis}`)
  const [, least] = /min (\d+), no max/.exec(row.Content!) ?? []
  if (least) {
    const {min, max} = claim.casualties?.count ?? {}
    expect(min === Number(least) && max === null, `count ${min}-${max}`)
  }
  return wrong
}

/** "unnamed sources → Kurdistan 24": origin first here, outlet first in a chain. */
function isCreditedAs({attribution}: Claim, cell: string): boolean {
  // A post is known by its handle, in whatever script the page writes its name.
  const handle = /@\w+/.exec(cell)?.[0]
  const [origin, ...carriers] = cell.replace(/\(.*?\)/g, '').split('→')
  const outlet = (carriers.at(-1) ?? origin!).trim().toLowerCase()
  if (!outlet.startsWith(attribution[0]!.source.toLowerCase())) return false
  if (carriers.length === 0) return attribution.length === 1
  const last = attribution.at(-1)!.source.toLowerCase()
  if (origin!.trim() === 'unnamed') return last === 'unattributed'
  if (handle !== undefined) return attribution.length > 1 && last.includes(handle.toLowerCase())
  const word = /sources|correspondent|footage/.exec(origin!)?.[0] ?? origin!.trim().toLowerCase()
  return attribution.length > 1 && last.includes(word)
}

/** Cues that credit somebody; what frames or orders ("retaliated", "to stop ... from") is none. */
function isCued({attribution, hedges}: Claim, cell: string): boolean {
  const cue = /^(?:told|said|reportedly|according to|witnessed|claimed|reported|none)\b/.exec(cell)?.[0]
  const own = attribution.at(-1)!.cue?.toLowerCase() ?? null
  if (!cue) return true
  return cue === 'none' ? own === null : own === cue || hedges.some(hedge => hedge.toLowerCase() === cue)
}

/** The table's freer words for certainty; null where it gives none that the contract has. */
function certaintyOf(cell: string): Claim['certainty'] | null {
  if (/^(?:hedged|doubted)/.test(cell)) return 'possible'
  if (/time-bound/.test(cell)) return 'unstated'
  return /^(?:stated|attributed|evidenced|witnessed)/.test(cell) ? 'certain' : null
}

function placeWrong({places}: CodedReport, span: Span): string[] {
  const place = places.find(
    ({role, mentions}) => role === 'event' && mentions.some(own => overlaps(own, span))
  )
  return place ? [] : ['no place of an event is named there']
}

function relationWrong({incidents}: CodedReport, span: Span): string[] {
  const relation = incidents
    .flatMap(({relations}) => relations)
    .find(({quote}) => share(quote, span) >= leastShare)
  if (!relation) return ['no relation has its words']
  return relation.kind === 'after' && relation.lag === 'hours'
    ? []
    : [`it is ${relation.kind} by ${relation.lag}`]
}
