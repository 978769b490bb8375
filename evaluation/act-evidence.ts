/**
 * How much a report tells of each kind of act against people, and of who does them: what its principal act is judged by.
 *
 * Counts are of what is told, in the events and casualties that the pipeline found; denied and prevented acts are left
 * out, what is only planned, feared or supposed counts half, a figure half beside the event that gives it.
 */
import type {RoleFiller} from '../src/model/layers.ts'
import type {Span} from '../src/model/span.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'
import type {Features} from './linear-classes.ts'

/** Kind of act by type of event. */
export type ActKinds = ReadonlyMap<string, string>

const typesOfKind: Readonly<Record<string, string>> = {
  detention: 'arrest',
  abduction: 'abduction hostage-taking hijacking',
  disappearance: 'enforced-disappearance',
  torture: 'torture',
  rape: 'sexual-violence',
  killing: 'killing assassination execution',
  beating: 'beating mob-violence',
  violence:
    'attack shooting live-fire raid ambush bombing suicide-bombing grenade-attack air-strike shelling armed-clash clash',
  prosecution: 'prosecution',
  sentence: 'sentencing',
  harassment: 'harassment',
  expulsion: 'expulsion'
}
export const actKinds: ActKinds = new Map(
  Object.entries(typesOfKind).flatMap(([kind, types]) => types.split(' ').map(type => [type, kind] as const))
)
const kindOfOutcome: Readonly<Record<string, string>> = {
  killed: 'killing',
  arrested: 'detention',
  abducted: 'abduction',
  missing: 'disappearance'
}
const kinds = Object.keys(typesOfKind)

const isState = new Set(['state-forces', 'external-forces', 'government', 'office'])
const isArmed = new Set([
  'armed-group',
  'rebel-group',
  'political-militia',
  'communal-militia',
  'criminal-group'
])

/** Words for whom the law is after, for whom a state is after, for private persons, employers, gangs; and of what critics ask for. */
const wordsFor = {
  culprit:
    /\b(?:suspect|culprit|kidnapper|gunm[ae]n|bandit|robber|criminal|killer|murder|assailant|accused|defendant|perpetrator|gang|abductor|attacker|trafficker|militant|terrorist)s?\b/gi,
  critic:
    /\b(?:activist|journalist|lawyer|blogger|protest[eo]r|reporter|editor|opposition|dissident|writer|defender|unionist|student|demonstrator|critic|poet|worker)s?\b/gi,
  private:
    /\b(?:man|woman|couple|husband|wife|employer|company|firm|boss|manager|teen|teenager|boy|father|mother|boyfriend|brother|partner|colleague|resident|neighbou?r|suspect|duo|trio|pair|year-old)s?\b/gi,
  employer:
    /\b(?:employer|company|firm|management|manager|factory|owner|contractor|mob|crowd|villager|cult|cultist)s?\b/gi,
  gang: /\b(?:gunm[ae]n|kidnapper|bandit|hoodlum|gang|armed m[ae]n|masked m[ae]n|unknown|unidentified|abductor|robber|assailant|cultist|herder|herdsm[ae]n)s?\b/gi,
  rights:
    /\b(?:freedom|regime|democra\w+|dissent\w*|arbitrary|crackdown|human rights|press|political|repress\w+|authoritarian|expression)\b/gi
}
type WordKind = keyof typeof wordsFor

/** The opening of a text, in UTF-16 units. */
const opening = 500

class Tally extends Map<string, number> {
  add(key: string, by = 1): void {
    this.set(key, this.of(key) + by)
  }
  of(...keys: string[]): number {
    return keys.reduce((sum, key) => sum + (this.get(key) ?? 0), 0)
  }
}

export interface Evidence {
  /** By kind of act: how often it is told, whether the opening or title tells it, by whom, to whom. */
  readonly told: Tally
  readonly opens: Tally
  readonly byState: Tally
  readonly byArmed: Tally
  readonly ofCulprit: Tally
  readonly ofCritic: Tally
  /** Other counts, by name. */
  readonly others: Tally
  readonly length: number
}

export function evidenceIn(report: AnnotatedReport): Evidence {
  const {text, events, casualties, actors, passages, syntax} = report
  const [told, opens, byState, byArmed, ofCulprit, ofCritic, others] = Array.from(
    {length: 7},
    () => new Tally()
  )
  const kindOfActor = new Map(actors.map(({id, kind}) => [id, kind]))
  const countIn = (words: string, kind: WordKind) => words.match(wordsFor[kind])?.length ?? 0
  const wordsOf = (fillers: readonly RoleFiller[]) =>
    fillers.map(({from, to}) => text.slice(from, to)).join(' ')
  const isOpening = ({from}: Span) =>
    from < opening || passages[syntax.sentenceAt(from)?.passage ?? 0]?.kind === 'title'

  for (const {type, realis, polarity, trigger, agents, patients} of events) {
    const kind = actKinds.get(type)
    if (!kind || polarity === 'denied' || realis === 'prevented') continue
    const isAsserted = realis === 'happened' || realis === 'attempted' || realis === 'threatened'
    told!.add(kind, isAsserted ? 1 : 0.5)
    if (isOpening(trigger)) opens!.set(kind, 1)
    const acting = agents.map(({id}) => kindOfActor.get(id ?? '') ?? '')
    if (acting.some(own => isState.has(own))) byState!.add(kind)
    if (acting.some(own => isArmed.has(own))) byArmed!.add(kind)
    const [doers, sufferers] = [wordsOf(agents), wordsOf(patients)]
    if (countIn(sufferers, 'culprit')) ofCulprit!.add(kind)
    if (countIn(sufferers, 'critic')) ofCritic!.add(kind)
    if (['detention', 'prosecution', 'sentence'].includes(kind) && countIn(sufferers, 'private'))
      others!.add('private-held')
    if (['killing', 'abduction', 'violence', 'torture', 'rape', 'beating'].includes(kind)) {
      if (countIn(doers, 'private')) others!.add('private-does')
      if (countIn(doers, 'gang')) others!.add('gang-does')
      if (!agents.length) others!.add('nobody-does')
    }
    if (countIn(doers, 'employer')) others!.add('employer-does')
  }
  for (const {outcome, polarity, trigger, of} of casualties) {
    const kind = kindOfOutcome[outcome]
    if (!kind || polarity === 'denied') continue
    told!.add(kind, 0.5)
    if (isOpening(trigger)) opens!.set(kind, 1)
    const words = text.slice(of.from, of.to)
    if (countIn(words, 'culprit')) ofCulprit!.add(kind)
    if (countIn(words, 'critic')) ofCritic!.add(kind)
  }
  for (const {kind, mentions} of actors) others!.add(`actor-${kind}`, mentions.length)
  for (const kind of ['gang', 'private', 'employer', 'culprit', 'rights'] as const)
    others!.add(`words-${kind}`, countIn(text, kind))
  return {
    told: told!,
    opens: opens!,
    byState: byState!,
    byArmed: byArmed!,
    ofCulprit: ofCulprit!,
    ofCritic: ofCritic!,
    others: others!,
    length: text.length
  }
}

/** What speaks for an act of the kinds `own`, seen beside all other acts. */
export function featuresOfActs(evidence: Evidence, own: readonly string[]): Features {
  const {told, opens, byState, byArmed, ofCulprit, ofCritic, others, length} = evidence
  const ownTold = told.of(...own)
  const all = (of: Tally) => Math.log1p(of.of(...kinds))
  return {
    own: Math.log1p(ownTold),
    'own-any': Number(ownTold > 0),
    'own-opens': Math.min(1, opens.of(...own)),
    'own-share': ownTold / (told.of(...kinds) + 1),
    'own-by-state': Math.log1p(byState.of(...own)),
    'own-by-armed': Math.log1p(byArmed.of(...own)),
    'own-of-culprit': Math.log1p(ofCulprit.of(...own)),
    'own-of-critic': Math.log1p(ofCritic.of(...own)),
    'of-culprit': all(ofCulprit),
    'of-critic': all(ofCritic),
    'by-state': all(byState),
    'armed-violence': Math.log1p(byArmed.of('abduction', 'killing', 'violence')),
    ...Object.fromEntries(
      kinds
        .filter(kind => own.length > 1 || !own.includes(kind))
        .map(kind => [`told-${kind}`, Math.log1p(told.of(kind))])
    ),
    ...Object.fromEntries(
      ['abduction', 'killing', 'detention'].map(kind => [`opens-${kind}`, opens.of(kind)])
    ),
    'words-rights': Math.log1p(others.of('words-rights')),
    length: Math.log1p(length / 1000)
  }
}

/** What speaks for this or that sort of perpetrator. */
export function featuresOfDoers({
  told,
  opens,
  byState,
  byArmed,
  ofCulprit,
  ofCritic,
  others
}: Evidence): Features {
  const logs = (prefix: string, of: Tally) =>
    kinds.map(kind => [`${prefix}-${kind}`, Math.log1p(of.of(kind))] as const)
  return Object.fromEntries([
    ...logs('told', told),
    ...kinds.map(kind => [`opens-${kind}`, opens.of(kind)]),
    ...logs('state', byState),
    ...logs('armed', byArmed),
    ...[...others].map(([name, count]) => [name, Math.log1p(count)]),
    ['of-culprit', Math.log1p(ofCulprit.of(...kinds))],
    ['of-critic', Math.log1p(ofCritic.of(...kinds))]
  ])
}
