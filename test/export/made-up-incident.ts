/** An incident of one report, made by hand; what a test is about comes in `own`. */
import type {QuotedText, Setting} from '../../src/export/format.ts'
import type {Figure, LinkedIncident, RuleId} from '../../src/model/assessment.ts'

export function madeUpIncident(own: Partial<LinkedIncident> = {}): LinkedIncident {
  return {
    id: '00000000abcd',
    headline: 'Armed clash, in Tambura, 2024-05-06',
    type: 'armed-clash',
    when: {from: '2024-05-06', to: '2024-05-06', precision: 'day', known: 'stated'},
    place: {
      ...{id: 'tambura', name: 'Tambura', lat: 5.6015432, lon: 27.4754321, country: 'SS'},
      ...{admin1: 'Western Equatoria', precision: 'town', gazetteerId: null, role: 'event', mentions: []}
    },
    sides: {a: ['soldiers'], b: ['River Front']},
    unverified: [],
    tactics: [],
    codings: {
      acled: {
        ...{disorder_type: 'Political violence', event_type: 'Battles', sub_event_type: 'Armed clash'},
        ...{actor1: 'soldiers', inter1: 'State forces', actor2: 'River Front', inter2: 'Rebel group'},
        ...{interaction: 'State forces-Rebel group', location: 'Tambura', geo_precision: 2}
      },
      ucdp: {
        ...{type_of_violence: 1, side_a: 'soldiers', side_b: 'River Front', adm_1: 'Western Equatoria'},
        ...{where_prec: 2, event_clarity: 1, date_prec: 1}
      },
      plover: {event: 'ASSAULT', mode: 'firearms', contexts: ['military'], date: '2024-05-06'},
      cameo: {root: '19', code: '193'},
      muc4: null
    },
    members: [{report: 'r1', incident: 'i1', why: []}],
    reports: [
      {
        ...{id: 'r1', url: 'https://outlet.example/1', outlet: 'The River; Post', agency: null},
        ...{title: 'Clash at "the bridge"', publishedOn: '2024-05-07', language: 'en'}
      }
    ],
    claims: [],
    accounts: [
      {
        ...{id: 'a1', origin: 'the governor', kind: 'official', interest: 'party'},
        ...{claims: [], reports: ['r1'], why: []}
      }
    ],
    origins: {nodes: [], edges: []},
    facts: [],
    assessments: {acled: {killed: figureOf(7, 7, 7)}, ucdp: {killed: figureOf(5, 7, 9)}},
    relations: [],
    history: [],
    ...own
  }
}

export function figureOf(low: number | null, best: number | null, high: number | null): Figure {
  return {
    ...{low, best, high, open: false, contested: false, unconfirmed: true, accounts: [], setAside: []},
    ...{byGroup: {}, derivation: {rule: 'test', version: '1', steps: []}}
  }
}

export async function* eachOf(incidents: readonly LinkedIncident[]) {
  yield* incidents
}

/** `texts`: of reports, by id. */
export function settingOf(rule: RuleId, texts: Readonly<Record<string, QuotedText>> = {}): Setting {
  return {
    ...{rule, by: 'dateline 0', name: '0'.repeat(64), textsOf: async () => new Map(Object.entries(texts))},
    ...{language: 'en', isGraphic: () => false, redacted: false, contents: async () => []},
    placeNames: {place: () => null, province: () => null},
    behind: async () => ({
      ...{reports: new Map(), languages: new Map(), rulings: [], towns: [], cellWidth: null}
    }),
    state: {codebook: '0', auditHead: '0:0', at: null}
  }
}
