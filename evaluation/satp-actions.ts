/**
 * What a report tells that somebody did, in the seven words of a corpus (DIR/satp): armed_assault, arrest, bombing, infrastructure,
 * surrender, seizure, abduction.
 *
 * What only stands behind an arrest ("wanted for the attack") is none; nor is what is planned. The corpus has habits of its own: a bomb
 * that is found planted is a bombing; a raid by the forces no assault; what burns or blows up is that alone, unless people are hurt.
 */
import {backgroundFinder} from '../src/annotate/retold-casualties.ts'
import {eventTypes} from '../src/codebook/event-types.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import type {CasualtyMention, EventMention} from '../src/model/layers.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'

type Action =
  | 'armed_assault'
  | 'arrest'
  | 'bombing'
  | 'infrastructure'
  | 'surrender'
  | 'seizure'
  | 'abduction'

const types: Readonly<Record<Action, readonly string[]>> = {
  armed_assault: [
    ...[
      'armed-clash',
      'clash',
      'attack',
      'ambush',
      'raid',
      'assassination',
      'killing',
      'execution',
      'beating'
    ],
    ...['mob-violence', 'shooting', 'live-fire', 'shelling', 'air-strike', 'torture', 'territory-taken']
  ],
  arrest: ['arrest'],
  bombing: ['bombing', 'suicide-bombing', 'grenade-attack'],
  infrastructure: ['arson', 'damage', 'sabotage', 'vandalism', 'looting'],
  surrender: ['surrender'],
  seizure: ['seizure', 'looting'],
  abduction: ['abduction', 'hostage-taking', 'hijacking']
}
const untold = new Set(['planned', 'hypothetical', 'threatened', 'ordered', 'feared'])
const bomb = /\b(?:IED|land ?-?mines?|mines?|bombs?|explosive devices?)\b/i
const planted = /\b(?:plant|buried|laid|defus|diffus)/i
const forces = new Set(['state-forces', 'external-forces', 'government'])
/** Of other people's deeds these are aftermath. */
const calm = new Set<Action>(['arrest', 'surrender', 'seizure'])
/** Types that do not say by themselves whether people or things are hit. */
const vague = new Set(['attack', 'raid'])

export function actionReader({codebook}: Knowledge): (report: AnnotatedReport) => ReadonlySet<Action> {
  const background = backgroundFinder(codebook)
  const damaging = new Set(eventTypes(codebook).flatMap(({id, damage}) => (damage ? [id] : [])))
  const entries = Object.entries(types) as [Action, readonly string[]][]
  const actionsOf = (type: string) => entries.flatMap(([action, of]) => (of.includes(type) ? [action] : []))

  return report => {
    const {text, syntax, actors, casualties} = report
    const kinds = new Map(actors.map(({id, kind}) => [id, kind]))
    const isByForces = ({agents}: EventMention) =>
      agents.some(
        ({id, from, to}) =>
          forces.has(kinds.get(id ?? '') ?? '') || /police|force/i.test(text.slice(from, to))
      )
    const told = report.events.filter(
      event =>
        !event.retold &&
        event.polarity !== 'denied' &&
        !untold.has(event.realis) &&
        background(syntax, syntax.tokens[event.token]!) === null &&
        !(event.type === 'raid' && isByForces(event))
    )
    const sentenceOf = ({token}: EventMention) => syntax.tokens[token]!.sentence
    const found = new Set(
      told.flatMap(event => (isFoundBomb(text, event) ? ['bombing' as const] : actionsOf(event.type)))
    )
    const people = casualties.filter(({background, cumulative}) => !background && !cumulative)
    const suffered = (outcome: CasualtyMention['outcome']) =>
      people.some(mention => mention.outcome === outcome && mention.polarity === 'affirmed')

    const assaults = told.filter(({type}) => types.armed_assault.includes(type))
    const opening = told.filter(event => sentenceOf(event) === 0).flatMap(({type}) => actionsOf(type))
    const isAftermath = opening.length > 0 && opening.every(action => calm.has(action))
    const isOfThings =
      assaults.every(({type}) => vague.has(type)) &&
      !suffered('killed') &&
      !suffered('injured') &&
      (found.has('infrastructure') || found.has('bombing') || found.has('abduction'))
    if ((isAftermath && assaults.every(event => sentenceOf(event) > 0)) || isOfThings)
      found.delete('armed_assault')
    else if (suffered('killed') && !found.has('bombing')) found.add('armed_assault')
    const isBlownUp = found.has('bombing') && !told.some(({type}) => type !== 'damage' && damaging.has(type))
    if (isBlownUp) found.delete('infrastructure')
    if (suffered('arrested')) found.add('arrest')
    if (suffered('abducted')) found.add('abduction')
    return found
  }
}

function isFoundBomb(text: string, {type, patients}: EventMention): boolean {
  return (
    type === 'seizure' && planted.test(text) && patients.some(({from, to}) => bomb.test(text.slice(from, to)))
  )
}
