/**
 * A coded report made by hand, for tests that need one without reading a text.
 *
 *     codedReport()                                     two killed in Kano, said by police
 *     codedReport({publishedOn: '2024-03-08'})          another report of the same
 *     codedReport({before: '\u{1F6A8} '})               all offsets move by three
 */
import {createHash} from 'node:crypto'
import type {Claim, CodedReport} from '../src/model/contract.ts'
import type {Arrival} from '../src/store/store.ts'

export interface Overrides {
  readonly id?: string
  readonly outlet?: string
  readonly publishedOn?: string
  /** Day of the incident. */
  readonly on?: string
  /** What stands before the first sentence. */
  readonly before?: string
  readonly town?: string
  readonly claims?: readonly Claim[]
}

export function codedReport({
  outlet = 'Radio Oru',
  publishedOn = '2024-03-05',
  on = publishedOn,
  before = '',
  town = 'Kano',
  ...rest
}: Overrides = {}): CodedReport {
  const text = `${before}Gunmen attacked a bus near ${town}. Police said two people were killed.`
  const quote = (words: string) => {
    const from = text.indexOf(words)
    return {from, to: from + words.length, text: words}
  }
  const hash = createHash('sha256').update(`${text}\n${outlet}\n${publishedOn}`).digest('hex')
  const killed: Claim = {
    id: 'c1',
    about: 'casualties',
    refersTo: null,
    quote: quote('two people were killed'),
    evidence: [quote('two'), quote('killed')],
    attribution: [
      {source: outlet, kind: 'outlet', actor: null, cue: null, quote: null},
      {source: 'Police', kind: 'security', actor: 'police', cue: 'said', quote: quote('Police')}
    ],
    interest: 'unknown',
    certainty: 'certain',
    polarity: 'affirmed',
    realis: 'happened',
    hedges: [],
    casualties: {outcome: 'killed', of: 'people', group: 'people', count: {min: 2, max: 2, stated: 'two'}}
  }
  const when = {from: on, to: on, precision: 'day', known: 'inferred'} as const
  return {
    report: {
      id: rest.id ?? hash.slice(0, 16),
      sha256: hash,
      url: null,
      outlet: {id: outlet.toLowerCase(), name: outlet},
      title: null,
      publishedOn,
      dateline: null,
      agency: null,
      language: 'en',
      text
    },
    passages: [{from: 0, to: text.length, kind: 'body', language: 'en'}],
    actors: [
      {
        id: 'police',
        name: 'Police',
        kind: 'police',
        aliases: [],
        known: null,
        affiliations: [],
        mentions: [quote('Police')]
      }
    ],
    places: [
      {
        id: 'p1',
        name: town,
        lat: 12,
        lon: 8.5,
        country: 'NG',
        admin1: null,
        precision: 'town',
        gazetteerId: town,
        role: 'event',
        mentions: [quote(town)]
      }
    ],
    claims: [...(rest.claims ?? [killed])],
    incidents: [
      {
        id: 'i1',
        type: 'attack',
        when,
        place: 'p1',
        sides: {a: [], b: []},
        tactics: [],
        codings: {acled: null, ucdp: null, plover: null, cameo: null, muc4: null},
        claims: ['c1'],
        relations: []
      }
    ],
    problems: [],
    versions: {dateline: '0', codebook: '0', models: '0', gazetteer: '0'}
  }
}

/** As an ingest brings it. */
export function arrivalOf(coded: CodedReport): Arrival {
  return {item: {origin: 'test', state: 'done', reason: null, reportId: coded.report.id}, coded, given: null}
}
