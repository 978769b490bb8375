/** Coded reports of made-up incidents, for the suite `scale`. */
import type {Claim, CodedReport} from '../src/model/contract.ts'
import type {MadeUpIncident, World} from './scale-world.ts'

const outlets = 300

/** One more report of it: some of its words, figures that may lag behind, published within two days. */
export function reportOf(incident: MadeUpIncident, id: string, world: World): CodedReport {
  const {random} = world
  const outlet = `Outlet ${Math.floor(random() * outlets)}`
  const dead = random() < 0.7 ? incident.dead : Math.max(1, incident.dead - Math.floor(random() * 3))
  const words = incident.words.filter(() => random() < 0.7)
  const statements = [
    [`${dead} people were killed`, 'killed', dead],
    [`${incident.hurt} were wounded`, 'injured', incident.hurt]
  ] as const
  const text = [
    `The ${incident.sides[0]} and the ${incident.sides[1]} met in ${incident.place.name}.`,
    ...words.map(word => `It was near ${word}, where ${word.toLowerCase()} stands.`),
    ...statements.map(([words]) => `Officials said ${words}.`),
    `Report ${id}.`
  ].join(' ')
  const quote = (words: string) => {
    const from = text.indexOf(words)
    return {from, to: from + words.length, text: words}
  }
  const claims = statements.map(
    ([words, outcome, count], i): Claim => ({
      id: `c${i + 1}`,
      about: 'casualties',
      refersTo: null,
      quote: quote(words),
      evidence: [quote(words)],
      attribution: [
        {source: outlet, kind: 'outlet', actor: null, cue: null, quote: null},
        {source: 'Officials', kind: 'official', actor: null, cue: 'said', quote: quote('Officials')}
      ],
      interest: 'unknown',
      certainty: 'certain',
      polarity: 'affirmed',
      realis: 'happened',
      hedges: [],
      casualties: {
        outcome,
        of: 'people',
        group: 'people',
        count: {min: count, max: count, stated: `${count}`}
      }
    })
  )
  return {
    report: {
      id,
      sha256: id,
      url: `https://example.org/${id}`,
      outlet: {id: outlet, name: outlet},
      title: null,
      publishedOn: incident.on,
      dateline: null,
      agency: random() < 0.3 ? 'Agency One' : null,
      language: 'en',
      text
    },
    passages: [{from: 0, to: text.length, kind: 'body', language: 'en'}],
    actors: incident.sides.map((name, i) => ({
      id: `a${i}`,
      name,
      kind: 'group',
      aliases: [],
      known: null,
      affiliations: [],
      mentions: []
    })),
    places: [{...incident.place, id: 'p1', role: 'event', mentions: []}],
    claims,
    incidents: [
      {
        id: 'i1',
        type: incident.type,
        when: {from: incident.on, to: incident.on, precision: 'day', known: 'stated'},
        place: 'p1',
        sides: {a: ['a0'], b: ['a1']},
        tactics: [],
        codings: {acled: null, ucdp: null, plover: null, cameo: null, muc4: null},
        claims: claims.map(claim => claim.id),
        relations: []
      }
    ],
    problems: [],
    versions: {dateline: '0', codebook: '0', models: '0', gazetteer: '0'}
  }
}
