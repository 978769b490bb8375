/**
 * What of an incident is made public: from all that the store knows of it to what readers get, and the names withheld on the way.
 *
 * Pure. Nothing passes that is not named here: report texts, titles, exact coordinates, who posted, links between actors, rulings
 * and who made them stay behind (SAFETY D1 to D3, D6, D8).
 */
import type {
  Account,
  Figure,
  FigureAccount,
  LinkedIncident,
  ReportedClaim,
  RuleId
} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {
  PublicClaim,
  PublicFigure,
  PublicFigureAccount,
  PublicIncident,
  PublicPlace,
  PublicSpeaker,
  WithheldName
} from '../model/public-incident.ts'
import {cellWidth, coarseDegrees} from './coarse-place.ts'
import {nothingSeen, type Seen} from './private-names.ts'
import {linkShown, type Named, type Redaction, redactionOf} from './redaction.ts'

export interface PublicView {
  readonly incident: PublicIncident
  /** For whoever checks the page before it is public; never given to readers. */
  readonly withheld: readonly WithheldName[]
}

export interface Publishing extends Named {
  /** The incident's reports, by id. */
  readonly reports: ReadonlyMap<string, CodedReport>
  /** What the recogniser saw in them, by id. */
  readonly seen: ReadonlyMap<string, Seen>
  /** The rule whose figures are shown. */
  readonly rule: RuleId
  /** The version of its reading of accounts. */
  readonly versions: PublicIncident['versions']
  readonly typeLabel: (type: string) => string
  readonly isGraphic: (words: string) => boolean
  /** By what a tie names (REPORT/i2): the incident that holds it. */
  readonly tied: ReadonlyMap<string, string>
}

export function publicIncident(incident: LinkedIncident, given: Publishing): PublicView {
  const {reports, rule} = given
  const redaction = redactionOf(
    given,
    incident.reports.map(({id}) => ({
      text: reports.get(id)?.report.text ?? '',
      seen: given.seen.get(id) ?? nothingSeen
    })),
    stringsShown(incident, rule)
  )
  const {shown} = redaction
  const withheld = redaction.withheld()
  const claims = claimsOf(incident, given, redaction)
  const byId = new Set(claims.map(({id}) => id))
  return {
    withheld,
    incident: {
      id: incident.id,
      headline: shown(incident.headline),
      type: {id: incident.type, label: given.typeLabel(incident.type)},
      when: incident.when,
      place: placeOf(incident, redaction),
      sides: {a: incident.sides.a.map(shown), b: incident.sides.b.map(shown)},
      // Words for a number that no rule takes for one give no range: they stand among the claims alone.
      figures: Object.entries(incident.assessments[rule] ?? {})
        .filter(([, {low, accounts}]) => low !== null && accounts.length > 0)
        .map(([outcome, figure]) => figureOf(outcome, figure, incident, given, redaction)),
      facts: incident.facts.map(({fact, values, contested, because}) => ({
        fact,
        contested,
        because: because === undefined ? null : shown(because),
        values: values.map(({value, accounts, denied = []}) => ({value: shown(value), accounts, denied}))
      })),
      accounts: incident.accounts.map(account => ({
        id: account.id,
        speaker: speakerOf(account.origin, account.kind, redaction),
        interest: account.interest,
        reports: account.reports,
        claims: account.claims.filter(id => byId.has(id))
      })),
      reports: incident.reports.map(({id, outlet, agency, publishedOn, language, url}) => ({
        id,
        outlet: outlet && shown(outlet),
        agency: agency && shown(agency),
        publishedOn,
        language,
        url: url && linkShown(url, redaction)
      })),
      claims,
      relations: incident.relations.flatMap(({to, kind, told: [first]}) => {
        const other = given.tied.get(to)
        if (other === undefined || other === incident.id) return []
        const words = first ? quoteOf(first.report, first.quote, given, redaction) : null
        return [{to: other, kind, words}]
      }),
      languages: [...new Set(incident.reports.map(({language}) => language))].sort(),
      withheld: withheld.length,
      versions: given.versions
    }
  }
}

/** Every string of the incident that is shown and stands in no report's text. */
function stringsShown(incident: LinkedIncident, rule: RuleId): string[] {
  const figures = Object.values(incident.assessments[rule] ?? {})
  return [
    incident.headline,
    incident.place?.name ?? '',
    incident.place?.admin1 ?? '',
    ...incident.sides.a,
    ...incident.sides.b,
    ...incident.facts.flatMap(({values, because}) => [because ?? '', ...values.map(({value}) => value)]),
    ...incident.accounts.map(({origin}) => origin),
    ...incident.claims.flatMap(({attribution}) => attribution.map(({source}) => source)),
    ...incident.reports.flatMap(({outlet, agency}) => [outlet ?? '', agency ?? '']),
    ...figures.flatMap(({accounts, setAside, grade, derivation}) => [
      ...accounts.map(({because}) => because ?? ''),
      ...setAside.map(({why}) => why),
      ...derivation.steps.map(({because}) => because),
      grade?.because ?? ''
    ])
  ].filter(Boolean)
}

function figureOf(
  outcome: string,
  figure: Figure,
  incident: LinkedIncident,
  {rule}: Publishing,
  {shown}: Redaction
): PublicFigure {
  const airwars = rule === 'airwars' ? null : incident.assessments.airwars?.[outcome]?.grade
  const best = figure.derivation.steps.find(({step}) => step === 'best')?.because
  const rangeOf = ({
    low,
    high,
    best: chosen,
    open,
    contested,
    unconfirmed,
    accounts
  }: Omit<Figure, 'setAside' | 'byGroup' | 'derivation'>) => ({
    low,
    best: chosen,
    high,
    open,
    contested,
    unconfirmed,
    origins: new Set(accounts.map(({account}) => account)).size,
    accounts: accounts.map(own => figureAccount(own, incident, shown))
  })
  return {
    outcome: outcome as PublicFigure['outcome'],
    rule,
    ...rangeOf(figure),
    grades: [figure.grade, airwars].flatMap(grade =>
      grade ? [{...grade, because: shown(grade.because)}] : []
    ),
    because: best === undefined ? null : shown(best),
    byGroup: Object.entries(figure.byGroup)
      .filter(([, {low, accounts}]) => low !== null && accounts.length > 0)
      .map(([group, own]) => ({group, ...rangeOf(own)}))
  }
}

function figureAccount(
  own: FigureAccount,
  incident: LinkedIncident,
  shown: Redaction['shown']
): PublicFigureAccount {
  const {account, min, max, group, status, weight, because, claims} = own
  const told = new Set(claims)
  return {
    account,
    min,
    max,
    group: group ?? null,
    status,
    weight,
    because: because === undefined ? null : shown(because),
    denies: max === 0 || incident.claims.some(({key, polarity}) => told.has(key) && polarity === 'denied'),
    claims
  }
}

function claimsOf(incident: LinkedIncident, given: Publishing, redaction: Redaction): PublicClaim[] {
  const accountOf = new Map(
    incident.accounts.flatMap((account: Account) => account.claims.map(key => [key, account.id] as const))
  )
  const standing = standingOf(incident, given.rule)
  const published = new Map(incident.reports.map(({id, publishedOn}) => [id, publishedOn ?? '9']))
  const told = [...incident.claims].sort((x, y) =>
    (published.get(x.report) ?? '9') < (published.get(y.report) ?? '9') ? -1 : 1
  )
  const keys = new Set(told.map(({key}) => key))
  return told.map(claim => {
    const {key, report, about, casualties, crowd, damage, attribution, polarity, realis, certainty} = claim
    const count = casualties?.count ?? crowd?.count ?? damage?.count ?? null
    const refersTo = claim.refersTo && `${report}/${claim.refersTo}`
    const {status, because} = standing.get(key) ?? {status: 'told' as const, because: null}
    const chain = attribution.map(({source, kind}) => speakerOf(source, kind, redaction))
    const words = quoteOf(report, claim.quote, given, redaction) ?? ''
    return {
      id: key,
      account: accountOf.get(key) ?? null,
      about,
      outcome: casualties?.outcome ?? null,
      group: casualties?.group ?? crowd?.group ?? null,
      min: count?.min ?? null,
      max: count?.max ?? null,
      words,
      language: languageAt(claim, given.reports.get(report)),
      graphic: given.isGraphic(claim.quote.text),
      speaker: chain.at(-1)!,
      chain,
      report,
      polarity,
      realis,
      certainty,
      refersTo: refersTo !== null && keys.has(refersTo) ? refersTo : null,
      status,
      because: because === null ? null : redaction.shown(because)
    }
  })
}

/** How each claim counts in the figures of a rule. */
function standingOf(incident: LinkedIncident, rule: RuleId) {
  const standing = new Map<string, {status: PublicClaim['status']; because: string | null}>()
  for (const {setAside, accounts} of Object.values(incident.assessments[rule] ?? {})) {
    for (const {claim, why} of setAside) standing.set(claim, {status: 'set-aside', because: why})
    for (const {claims, status} of accounts)
      for (const claim of claims)
        standing.set(claim, {status: status === 'superseded' ? 'superseded' : 'used', because: null})
  }
  return standing
}

function quoteOf(
  report: string,
  {from, to, text}: {readonly from: number; readonly to: number; readonly text: string},
  {reports}: Publishing,
  {quoted, shown}: Redaction
): string {
  const whole = reports.get(report)?.report.text
  return whole?.slice(from, to) === text ? quoted(whole, from, to) : shown(text)
}

function languageAt({quote}: ReportedClaim, coded: CodedReport | undefined): string {
  const passage = coded?.passages.find(({from, to}) => from <= quote.from && quote.from < to)
  return passage?.language ?? coded?.report.language ?? 'und'
}

/** What is left of a speaker's words when the names are gone: "[name], a baker"; of a name alone the kind is left. */
function speakerOf(source: string, kind: PublicSpeaker['kind'], {shown}: Redaction): PublicSpeaker {
  const name = shown(source)
  return {kind, name: /[\p{L}\p{N}]/u.test(name.replaceAll(/\[(?:name|contact)\]/g, '')) ? name : null}
}

function placeOf({place}: LinkedIncident, {shown}: Redaction): PublicPlace | null {
  if (!place) return null
  const {name, country, admin1, precision, lat, lon} = place
  return {
    name: shown(name),
    country,
    admin1: admin1 && shown(admin1),
    precision,
    cell:
      lat === null || lon === null
        ? null
        : {
            lat: coarseDegrees(lat, precision),
            lon: coarseDegrees(lon, precision),
            degrees: cellWidth(precision)
          }
  }
}
