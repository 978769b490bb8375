/** Made-up reports as a desk has them, for the suite `desk`: with a title, in several languages, of some four claims. */
import {createHash} from 'node:crypto'
import type {Claim, CodedReport} from '../src/model/contract.ts'
import {reportOf} from './scale-reports.ts'
import type {MadeUpIncident, World} from './scale-world.ts'

/** The claims of `reportOf`, what happened, and what people there say of the dead. */
export function deskReportOf(incident: MadeUpIncident, id: string, world: World): CodedReport {
  const coded = reportOf(incident, id, world)
  const {random} = world
  const seen = random() < 0.6 ? incident.dead : Math.ceil(incident.dead * (1 + 2 * random()))
  const words = `${seen} people died`
  const from = coded.report.text.length + 1
  const text = `${coded.report.text} Residents said ${words}.`
  const quoteOf = (start: number, quoted: string) => ({from: start, to: start + quoted.length, text: quoted})
  const said = quoteOf(from + 'Residents said '.length, words)
  const [killed] = coded.claims
  const told = text.slice(0, text.indexOf('.') + 1)
  const outlet = killed!.attribution[0]!
  const claims: Claim[] = [
    {
      ...killed!,
      id: 'c1',
      about: 'event',
      quote: quoteOf(0, told),
      evidence: [],
      attribution: [outlet],
      casualties: undefined,
      event: {
        type: incident.type,
        agent: ['a0'],
        patient: ['a1'],
        instruments: [],
        place: 'p1',
        when: coded.incidents[0]!.when,
        trigger: quoteOf(text.indexOf(' met ') + 1, 'met')
      }
    },
    ...coded.claims.map((claim, i) => ({...claim, id: `c${i + 2}`})),
    {
      ...killed!,
      id: 'c4',
      quote: said,
      evidence: [said],
      attribution: [
        outlet,
        {source: 'Residents', kind: 'witness', actor: null, cue: 'said', quote: quoteOf(from, 'Residents')}
      ],
      certainty: random() < 0.2 ? 'possible' : 'certain',
      casualties: {
        outcome: 'killed',
        of: 'people',
        group: 'people',
        count: {min: seen, max: seen, stated: `${seen}`}
      }
    }
  ]
  const language = ['en', 'en', 'en', 'ar', 'fr'][Math.floor(random() * 5)]!
  return {
    ...coded,
    report: {
      ...coded.report,
      sha256: createHash('sha256').update(text).digest('hex'),
      title: `${incident.dead} dead in ${incident.place.name}`,
      language,
      text
    },
    passages: [{from: 0, to: text.length, kind: 'body', language}],
    claims,
    incidents: coded.incidents.map(own => ({...own, claims: claims.map(claim => claim.id)}))
  }
}
