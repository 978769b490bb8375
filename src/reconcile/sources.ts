/**
 * Who publishes, is credited and speaks in a report, as sources of the whole store; and what became of their figures in an incident.
 *
 *     "AFP", "Agence France-Presse"                     one agency, by the registry
 *     "the interior ministry" of two countries          two sources
 *     "the ministry", in a report that names one        that one
 *     "witnesses", "Musa Dogo", "a shopkeeper"          nobody by name: all of that kind
 *
 * A body that the registry does not know is told from others by its words and by the country in which what it speaks of happens.
 */
import {createIdentity} from '../algorithms/identity.ts'
import {actorRegistry} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Figure, LinkedIncident} from '../model/assessment.ts'
import type {Attribution, Claim, CodedReport, SourceKind} from '../model/contract.ts'
import type {
  Affiliation,
  Source,
  SourceInReport,
  SourcesOfIncident,
  SourcesOfReport
} from '../model/source.ts'
import {type Body, bodyKey, sourceReader} from './bodies.ts'
import {bodyIdentity} from './body-identity.ts'
import {mediaOf, plainName} from './owners.ts'
import {roleWordsReader} from './role-words.ts'
import {didNotHold} from './set-aside.ts'

export interface SourceFinder {
  ofReport(report: CodedReport): SourcesOfReport
  /** `reports`: all that the incident holds. */
  ofIncident(
    incident: LinkedIncident,
    reports: readonly CodedReport[]
  ): SourcesOfIncident & {readonly sources: readonly Source[]}
  /** What the registry says of an entry; none of an id that it does not have. */
  affiliationsOf(known: string): Affiliation[]
}

/** Of these nobody is one body, unless the report names it as an actor. */
const anybody = new Set<SourceKind>([
  'witness',
  'unnamed',
  'correspondent',
  'footage',
  'social-post',
  'document'
])

export function sourceFinder(codebook: Codebook): SourceFinder {
  const media = mediaOf(codebook)
  const registry = actorRegistry(codebook)
  const bodies = sourceReader(codebook)
  const roleWords = roleWordsReader(codebook)

  const known = (id: string, kind: SourceKind, name: string): Source => {
    const entry = registry.get(id)
    // A correspondent of a station is the station.
    const own = entry?.kind === 'agency' ? 'agency' : entry?.kind === 'medium' ? 'outlet' : kind
    return {id: createIdentity(['known', id]), name: entry?.name ?? name, kind: own, known: id, country: null}
  }
  const publisher = (name: string, kind: 'outlet' | 'agency'): Source => {
    const entry = media.named(name)
    if (entry) return known(entry.id, kind, entry.name)
    return {id: createIdentity(['medium', plainName(name)]), name, kind, known: null, country: null}
  }
  const anybodyOf = (kind: SourceKind): Source => ({
    id: createIdentity(['kind', kind]),
    name: null,
    kind,
    known: null,
    country: null
  })
  const publisherOf = ({outlet, agency}: CodedReport['report']) =>
    outlet ? publisher(outlet.name, 'outlet') : agency ? publisher(agency, 'agency') : null

  /** The origin of each claim of a report. */
  function originsOf(report: CodedReport): (claim: Claim) => Source {
    const country = countryOf(report)
    const read = new Map(
      report.claims.map(({id, attribution}) => {
        const origin = attribution.at(-1)!
        return [id, {origin, ...bodyIn(origin, report)}]
      })
    )
    const named = [...read.values()].map(({body}) => ({body, beside: null, report: report.report.id}))
    const identify = bodyIdentity(named, [])
    // Of several ways of naming one body the longest says most.
    const names = new Map<string, string>()
    const keyOf = (body: Body) => identify({body, beside: null, report: report.report.id}) ?? bodyKey(body)
    for (const {body, words} of read.values()) {
      if (!body || !words) continue
      const key = keyOf(body)
      const known = names.get(key)
      if (
        known === undefined ||
        words.length > known.length ||
        (words.length === known.length && words < known)
      )
        names.set(key, words)
    }
    return ({id}) => {
      const {origin, body} = read.get(id)!
      const {kind, source} = origin
      if (kind === 'outlet') return publisherOf(report.report) ?? anybodyOf('outlet')
      if (kind === 'agency') {
        const name = /^(?:the )?agency$/i.test(source) ? report.report.agency : source
        return name ? publisher(name, 'agency') : anybodyOf('agency')
      }
      if (!body) return anybodyOf(kind)
      const key = keyOf(body)
      const name = names.get(key) ?? null
      if (!key.startsWith('"')) return known(key, kind, name ?? source)
      return {id: createIdentity(['body', key, country ?? '']), name, kind, known: null, country}
    }
  }

  /** The body that speaks, and the words it may be listed under; neither where it is nobody in particular, or a person. */
  function bodyIn(origin: Attribution, report: CodedReport): {body: Body | null; words: string | null} {
    const nobody = {body: null, words: null}
    const actor = report.actors.find(({id}) => id === origin.actor)
    if (actor?.known)
      return {
        body: {
          known: actor.known,
          words: bodies.wordsOf({source: actor.name, quote: null}, report),
          takesUp: false
        },
        words: actor.name
      }
    if (anybody.has(origin.kind) && !actor) return nobody
    const foreign = bodies.unnamed(origin, report)
    if (foreign) return foreign.body ? {body: foreign.body, words: foreign.written} : nobody
    const words = roleWords(origin.source)
    const body = words && bodies.bodyOf({...origin, source: words}, report)
    return words && body ? {body, words: words.replace(/^(?:the|an?|its|their|his|her) /i, '')} : nobody
  }
  function ofReport(coded: CodedReport): SourcesOfReport {
    const {report, claims} = coded
    const sources = new Map<string, Source>()
    const rows = new Map<string, {-readonly [Key in keyof SourceInReport]: SourceInReport[Key]}>()
    const row = (source: Source) => {
      // Called by two kinds it is of the first in order, here as over the whole store.
      const kind = [source.kind, sources.get(source.id)?.kind ?? source.kind].sort()[0]!
      sources.set(source.id, {...source, kind})
      const found = rows.get(source.id) ?? {
        source: source.id,
        published: false,
        credited: false,
        quoted: false,
        claims: [],
        sided: 0
      }
      rows.set(source.id, found)
      return found
    }
    const own = publisherOf(report)
    if (own) row(own).published = true
    const credit = (name: string) => {
      const agency = publisher(name, 'agency')
      if (agency.id !== own?.id) row(agency).credited = true
    }
    if (report.agency) credit(report.agency)
    const origin = originsOf(coded)
    for (const claim of claims) {
      for (const {kind, source} of claim.attribution.slice(1))
        if (kind === 'agency' && !/^(?:the )?agency$/i.test(source)) credit(source)
      const found = row(origin(claim))
      found.claims = [...found.claims, claim.id]
      if (['party', 'allied', 'opposed'].includes(claim.interest)) found.sided++
      if (!found.published && claim.attribution.length > 1) found.quoted = true
    }
    return {
      report: report.id,
      publishedOn: report.publishedOn,
      sources: [...sources.values()],
      rows: [...rows.values()]
    }
  }

  function ofIncident(
    incident: LinkedIncident,
    reports: readonly CodedReport[]
  ): ReturnType<SourceFinder['ofIncident']> {
    const sources = new Map<string, Source>()
    const idOf = (source: Source) => {
      sources.set(source.id, source)
      return source.id
    }
    const byId = new Map(reports.map(coded => [coded.report.id, coded]))
    const origins = new Map(reports.map(coded => [coded.report.id, originsOf(coded)]))
    const claims = new Map(incident.claims.map(claim => [claim.key, claim]))
    const sourceOf = (key: string) => {
      const claim = claims.get(key)
      const source = claim && origins.get(claim.report)?.(claim)
      return source ? idOf(source) : null
    }
    const nodes = new Map(incident.origins.nodes.map(node => [node.id, node]))
    const ties = incident.origins.edges.flatMap(edge => {
      if ((edge.kind !== 'copies' && edge.kind !== 'credits') || edge.ruled?.verdict === 'cut') return []
      const fromReport = byId.get(edge.from)
      const toReport = byId.get(edge.to)
      const from = fromReport && publisherOf(fromReport.report)
      const to =
        edge.kind === 'credits'
          ? publisher(nodes.get(edge.to)!.name, 'agency')
          : toReport && publisherOf(toReport.report)
      return from && to && from.id !== to.id
        ? [{kind: edge.kind, fromReport: edge.from, toNode: edge.to, from: idOf(from), to: idOf(to)}]
        : []
    })
    const figures = Object.entries(incident.assessments.dateline ?? {}).flatMap(([outcome, figure]) =>
      figuresOf(outcome, figure, claims, sourceOf)
    )
    return {incident: incident.id, figures, ties, sources: [...sources.values()]}
  }

  return {
    ofReport,
    ofIncident,
    affiliationsOf: id =>
      registry
        .affiliationsOf(id)
        .map(({actor, relation, to, from, until, checked}) => ({
          relation: actor === id ? relation : inverse[relation],
          to: registry.get(actor === id ? to : actor)?.name ?? (actor === id ? to : actor),
          from: from || null,
          until: until || null,
          checked: checked !== ''
        }))
        .sort((a, b) => tellingFirst.indexOf(a.relation) - tellingFirst.indexOf(b.relation))
  }
}

/** To whom it belongs says more of it than what belongs to it. */
const tellingFirst: readonly Affiliation['relation'][] = [
  'owned-by',
  'part-of',
  'led-by',
  'allied',
  'opposed',
  'leads',
  'owns',
  'has-part'
]

const inverse = {
  'part-of': 'has-part',
  owns: 'owned-by',
  'led-by': 'leads',
  allied: 'allied',
  opposed: 'opposed'
} as const

/**
 * Each figure of a source once, however many reports carry it; what is set aside for one telling and counts by another counts.
 * Parts of a toll, older happenings and threats are no figures of the incident.
 */
function figuresOf(
  outcome: string,
  {accounts, setAside}: Figure,
  claims: ReadonlyMap<string, Claim>,
  sourceOf: (key: string) => string | null
): SourcesOfIncident['figures'][number][] {
  const found = new Map<string, SourcesOfIncident['figures'][number]>()
  const add = (figure: Omit<SourcesOfIncident['figures'][number], 'outcome' | 'source'>) => {
    const source = sourceOf(figure.claim)
    const id = `${source} ${figure.min} ${figure.max} ${figure.group}`
    if (source && !found.has(id)) found.set(id, {source, outcome, ...figure})
  }
  for (const {claims: keys, min, max, group = null, status} of accounts)
    for (const claim of keys) add({min, max, group, state: status, why: null, claim})
  for (const {claim, why} of setAside) {
    const told = claims.get(claim)?.casualties
    if (told?.count && didNotHold(why))
      add({min: told.count.min, max: told.count.max, group: null, state: 'set-aside', why, claim})
  }
  return [...found.values()]
}

/** The country that most places of the events of a report are in; of equals the first. */
function countryOf({incidents, places}: CodedReport): string | null {
  const byId = new Map(places.map(place => [place.id, place.country]))
  const told = incidents.flatMap(({place}) => (place ? (byId.get(place) ?? []) : []))
  const counts = Map.groupBy(
    told.length ? told : places.flatMap(({country}) => country ?? []),
    country => country
  )
  const most = Math.max(0, ...[...counts.values()].map(own => own.length))
  return [...counts].find(([, own]) => own.length === most)?.[0] ?? null
}
