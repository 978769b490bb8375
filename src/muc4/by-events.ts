/** Templates from the coder's events alone, by rule and table: what is measured against, and what there is without weights. */
import type {EventMention} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'
import type {Muc4Codebook} from './codebook.ts'
import {keyDay} from './days.ts'
import type {ReadItem, ReadReport} from './item.ts'
import {homeOf} from './locations.ts'
import {coreOf} from './phrase-words.ts'
import type {Template, Victim} from './template.ts'

const told = new Set(['happened', 'attempted', 'planned', 'threatened'])
const state = new Set(['state-forces', 'government'])

/** One template for each type that the report tells of. */
export function templatesByEvents(read: ReadItem, codebook: Muc4Codebook): Template[] {
  const {report} = read
  const asides = new Set(report.contexts.map(({event}) => event))
  const events = report.events.filter(
    (event, i) =>
      codebook.eventTypes.has(event.type) &&
      event.polarity === 'affirmed' &&
      told.has(event.realis) &&
      !asides.has(i)
  )
  return [...Map.groupBy(events, ({type}) => codebook.eventTypes.get(type)!)]
    .map(([type, events]) => templateByEvents(read, type, events, codebook))
    .filter(({victim, target}) => victim.length + target.length > 0)
}

function templateByEvents(
  read: ReadItem,
  type: string,
  events: readonly EventMention[],
  codebook: Muc4Codebook
): Template {
  const {report, item} = read
  const texts = (spans: readonly Span[]) => distinct(spans.map(span => core(report, span)))
  const agents = events.flatMap(event => event.agents)
  const organisations = agents.filter(agent => actorAt(report, agent)?.known)
  const sentences = new Set(events.map(({token}) => report.syntax.tokens[token]!.sentence))
  const harmed = report.casualties.filter(
    ({token, polarity, background}) =>
      sentences.has(report.syntax.tokens[token]!.sentence) && polarity === 'affirmed' && !background
  )
  const victims = [
    ...harmed.map(({of, outcome}) =>
      victimOf(report, of, outcome === 'killed' ? 'DEATH' : outcome === 'injured' ? 'INJURY' : null)
    ),
    ...events.flatMap(({patients}) => patients.map(patient => victimOf(report, patient, null)))
  ]
  return {
    incident_type: type,
    stage: events.every(({realis}) => realis === 'attempted') ? 'ATTEMPTED' : 'ACCOMPLISHED',
    date: item.headerDateISO && `- ${keyDay(item.headerDateISO)}`,
    location: homeOf(read, codebook),
    perp_category: agents.some(agent => state.has(actorAt(report, agent)?.kind ?? ''))
      ? 'STATE-SPONSORED VIOLENCE'
      : 'TERRORIST ACT',
    perp_individual: texts(agents.filter(agent => !organisations.includes(agent))),
    perp_organization: texts(organisations).map(text => ({text, confidence: 'REPORTED AS FACT'})),
    target: texts(events.flatMap(({damaged}) => damaged)).map(text => ({
      text,
      type: 'OTHER',
      number: '1',
      nation: null,
      effect: 'SOME DAMAGE'
    })),
    victim: victims.filter((one, i) => victims.findIndex(other => wordsFor(other) === wordsFor(one)) === i),
    weapon: texts(events.flatMap(({instruments}) => instruments)).map(text => ({
      text,
      type: type === 'BOMBING' ? 'BOMB' : 'GUN'
    }))
  }
}

function victimOf(report: ReadReport, span: Span, effect: string | null): Victim {
  const person = report.entities.find(
    entity => entity.type === 'person' && entity.named && contains(span, entity)
  )
  const text = core(report, person ?? span)
  return {
    name: person ? text : null,
    description: person ? null : text,
    type: 'CIVILIAN',
    number: '1',
    nation: null,
    effect
  }
}

const wordsFor = ({name, description}: Victim) => name ?? description
const core = ({text}: ReadReport, {from, to}: Span) => coreOf(text.slice(from, to))
const distinct = (texts: readonly string[]) => [...new Set(texts)].filter(Boolean)
const actorAt = ({actors}: ReadReport, span: Span) =>
  actors.find(({mentions}) => mentions.some(mention => contains(span, mention)))
