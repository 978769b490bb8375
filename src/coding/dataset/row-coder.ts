/**
 * Rows of datasets as coded reports: what each column says becomes a claim credited to the dataset, over the words of the row.
 *
 * Nothing is read from the words themselves: the notes are there for people, and to be compared with what reports say. A name becomes an
 * actor where the dataset says what sort of group it is, or where the registry knows it (SAFETY D1).
 */
import {actorRegistry, type KnownActor} from '../../codebook/actors.ts'
import type {Codebook} from '../../codebook/codebook.ts'
import {codingTables} from '../../codebook/codings.ts'
import {countryNumbers} from '../../codebook/country-numbers.ts'
import {eventTypes} from '../../codebook/event-types.ts'
import type {Claim, CodedReport, Incident} from '../../model/contract.ts'
import type {LocatedPlace, NamedActor} from '../../model/layers.ts'
import type {Report} from '../../model/report.ts'
import {codableOf} from '../codable.ts'
import {codingsOf} from '../codings.ts'
import {acledRow} from './acled-row.ts'
import {type DatasetForm, type RowActor, type RowFacts, RowFlaw} from './facts.ts'
import {fieldsOf} from './row-text.ts'
import {ucdpRow} from './ucdp-row.ts'

export const datasetForms: readonly DatasetForm[] = [acledRow, ucdpRow]

type Coded = Omit<CodedReport, 'versions'>

export interface RowCoder {
  /** Throws `RowFlaw` where the row cannot be taken. */
  code(report: Report): Coded
}

export function createRowCoder(codebook: Codebook): RowCoder {
  const tables = codingTables(codebook)
  const types = new Map(eventTypes(codebook).map(type => [type.id, type]))
  const kinds = new Map(
    codebook
      .table('codings/dataset-types.csv', ['dataset', 'value', 'type'])
      .map(({dataset, value, type}) => [`${dataset} ${value}`, type])
  )
  const numbers = [...countryNumbers(codebook)]
  const countryBy = (column: 'iso' | 'gw') => {
    const byNumber = new Map(numbers.map(([code, country]) => [country[column], code]))
    const byName = new Map(numbers.map(([code, country]) => [country.name.toLowerCase(), code]))
    return (number: string | undefined, name: string | undefined) =>
      (number ? byNumber.get(Number(number)) : undefined) ?? byName.get(name?.toLowerCase() ?? '') ?? null
  }
  const countryOf = {'acled-csv': countryBy('iso'), 'ucdp-ged-csv': countryBy('gw')}
  const registry = actorRegistry(codebook)
  const byName = Map.groupBy(
    registry.actors.flatMap(actor => actor.names.map(name => ({name: name.toLowerCase(), actor}))),
    ({name}) => name
  )

  /** The one that has this name, in this country or in none. */
  function known(name: string, country: string | null): KnownActor | null {
    const body = stateBodies.find(({form}) => form.test(name))
    if (body) return country ? registry.stateBody(body.base, country) : null
    const found = [...new Set((byName.get(plain(name).toLowerCase()) ?? []).map(({actor}) => actor))].filter(
      actor => actor.country === null || country === null || actor.country === country
    )
    return found.length === 1 ? found[0]! : null
  }

  function actorsOf({a, b, place}: RowFacts) {
    const actors: NamedActor[] = []
    const idsOf = (side: readonly RowActor[]) =>
      side.flatMap(({name, kind, field}) => {
        const entry = known(name, place.country)
        if (!entry && kind === 'other') return []
        const same = actors.find(actor => actor.name === (entry?.name ?? plain(name)))
        if (same) return [same.id]
        const at = field.value.indexOf(name)
        const from = field.quote.from + at
        const actor: NamedActor = {
          id: entry?.id ?? `e${actors.length + 1}`,
          name: entry?.name ?? plain(name),
          kind: entry?.kind ?? kind,
          country: entry?.country ?? null,
          aliases: [],
          known: entry?.id ?? null,
          verified: entry && !entry.isStateBody ? entry.checked !== '' : null,
          affiliations: [],
          mentions: [{from, to: from + name.length, text: name}]
        }
        if (actors.some(({id}) => id === actor.id)) return [actor.id]
        actors.push(actor)
        return [actor.id]
      })
    const sides = {a: [...new Set(idsOf(a))], b: [...new Set(idsOf(b))]}
    return {actors, sides: {...sides, b: sides.b.filter(id => !sides.a.includes(id))}}
  }

  return {
    code(report) {
      const form = datasetForms.find(({id}) => id === report.dataset)!
      const fields = fieldsOf(report.text)
      const facts = form.factsOf(fields, countryOf[form.id])
      const name = kinds.get(`${form.id} ${facts.kind.value}`)
      const type = types.get(name ?? '')
      if (!type)
        throw new RowFlaw(
          `"${facts.kind.line.text}" is no happening that is known here; add a row to codebook/codings/dataset-types.csv`
        )
      const {actors, sides} = actorsOf(facts)
      const {field, ...where} = facts.place
      const mentions = [field.quote]
      const place = {id: 'p1', ...where, gazetteerId: null, role: 'event' as const, mentions}
      const claims = claimsOf(facts, type.id, sides, report.outlet!)
      const located: LocatedPlace = {...place, within: null, mentions: []}
      const codable = {...codableOf(claims, type, types, actors, tables.kinds), sides}
      const codings = codingsOf({...codable, when: facts.when, place: located, claims}, tables, actors)
      const incident: Incident = {
        id: 'i1',
        type: type.id,
        when: facts.when,
        place: place.id,
        sides,
        tactics: [type.id],
        codings: {...codings, ...facts.coding},
        claims: claims.map(({id}) => id),
        relations: []
      }
      const language = 'en'
      return {
        report: {
          id: report.id,
          sha256: report.sha256,
          url: report.url,
          outlet: {id: slug(report.outlet!), name: report.outlet!},
          title: report.title,
          publishedOn: report.publishedOn,
          dateline: null,
          agency: null,
          language,
          text: report.text,
          dataset: form.id
        },
        passages: [{from: 0, to: report.text.length, kind: 'body', language}],
        actors: actors.map(
          ({country: _country, verified, affiliations: _none, aliases: _aliases, mentions, ...actor}) => ({
            ...actor,
            aliases: [],
            ...(verified === null ? {} : {verified}),
            affiliations: [],
            mentions: [...mentions]
          })
        ),
        places: [place],
        claims,
        incidents: [incident],
        problems: []
      }
    }
  }
}

/** "Rioters (Bolivia)": without what tells it from its like elsewhere, or of other years. */
const plain = (name: string) => name.replace(/\s*\([^)]*\)$/, '')

/** Bodies that every state has, as datasets call them. */
const stateBodies = [
  {form: /^Police Forces of /, base: 'police'},
  {form: /^Military Forces of /, base: 'forces'},
  {form: /^Government of /, base: 'forces'}
]

function claimsOf(facts: RowFacts, type: string, sides: Incident['sides'], outlet: string): Claim[] {
  const {kind, day, place, when, a, b, isDirected, deaths} = facts
  const common = {
    refersTo: null,
    attribution: [{source: outlet, kind: 'outlet' as const, actor: null, cue: null, quote: null}],
    interest: 'unknown' as const,
    polarity: 'affirmed' as const,
    realis: 'happened' as const,
    hedges: []
  }
  const lines = [...new Set([kind, day, place.field, ...[...a, ...b].map(({field}) => field)])]
  const event: Claim = {
    id: 'c1',
    about: 'event',
    ...common,
    quote: kind.line,
    evidence: lines.map(({line}) => line),
    certainty: 'certain',
    event: {
      type,
      agent: isDirected ? sides.a : [...sides.a, ...sides.b],
      patient: isDirected ? sides.b : [],
      instruments: [],
      place: 'p1',
      when,
      trigger: kind.quote
    }
  }
  const total = deaths.findIndex(({isTotal}) => isTotal)
  return [
    event,
    ...deaths.map((figure, i): Claim => {
      const [first, last] = [figure.fields[0]!, figure.fields.at(-1)!]
      const isPart = !figure.isTotal && figure.group !== 'people'
      return {
        id: `c${i + 2}`,
        about: 'casualties',
        ...common,
        // Of a range two lines, one behind the other.
        quote: {
          from: first.line.from,
          to: last.line.to,
          text: figure.fields.map(({line}) => line.text).join('\n')
        },
        evidence: figure.fields.map(({quote}) => quote),
        certainty: figure.certainty,
        casualties: {
          outcome: 'killed',
          of: figure.group === 'people' ? 'people' : figure.group,
          group: figure.group,
          count: {min: figure.min, max: figure.max, stated: figure.fields.map(({value}) => value).join('-')},
          ...(isPart ? {partOf: `c${total + 2}`} : {})
        }
      }
    })
  ]
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
