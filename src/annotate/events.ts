/**
 * Finds happenings and who did them to whom.
 *
 *     "Students hurled bricks at the officers"   stone-throwing, agent: Students, patient: the officers, with: bricks
 *     "who retaliated by spraying water"         water-cannon, agent: whoever "who" stands for
 *     "during the clashes"                       a clash that is only mentioned again (`retold`)
 *
 * Leaves alone who says so (attribute/) and what belongs to one incident (coding/).
 */
import {eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {
  agentsOf,
  clauseHead,
  clauseSpan,
  isVerb,
  negationOf,
  nounPhrase,
  obliques,
  patientsOf,
  subjectsOf
} from '../languages/en/clauses.ts'
import type {EventMention, Reason, RoleFiller} from '../model/layers.ts'
import {contains, overlaps, quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {eventPlaces, type PlaceOfEvent, placesOfEvents} from './event-places.ts'
import {type TriggerMatch, triggerFinder} from './event-triggers.ts'
import {modalityFinder} from './realis.ts'

export const events = ({codebook}: Knowledge) => {
  const find = triggerFinder(eventTypes(codebook))
  const modality = modalityFinder(codebook)
  const light = codebook.table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
  const telling = (part: string) => new Set(light.filter(row => row.part === part).map(({form}) => form))
  const [begins, does, into, results] = [
    telling('begins'),
    telling('does'),
    telling('into'),
    telling('results')
  ]

  return stage({
    name: 'events',
    needs: ['passages', 'syntax', 'actors', 'places'],
    adds: ['events'],
    run({text, passages, syntax, actors, places}) {
      const mentions: EventMention[] = []
      const named = actors.flatMap(({id, mentions: own}) => own.map(({from, to}) => ({id, from, to})))
      const located = placesOfEvents(places)
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        const isTitle = passages[sentence.passage]!.kind === 'title'
        for (const match of onePerClause(syntax, find(syntax, sentence))) {
          mentions.push(
            mentionOf(
              text,
              syntax,
              match,
              isTitle,
              syntax.inSentence(named, sentence),
              syntax.inSentence(located, sentence)
            )
          )
        }
      }
      return {events: mentions.sort((a, b) => a.trigger.from - b.trigger.from || a.trigger.to - b.trigger.to)}
    }
  })

  function mentionOf(
    text: string,
    syntax: Syntax,
    match: TriggerMatch,
    isTitle: boolean,
    named: readonly Known[],
    located: readonly PlaceOfEvent[]
  ): EventMention {
    const {token, trigger, type} = match
    const roles = isVerb(token) ? verbRoles(syntax, match) : nounRoles(syntax, match)
    const found = modality(syntax, token)
    const verb = clauseHead(syntax, token)
    const negation = negationOf(syntax, isVerb(token) ? token : verb)
    const words = spanOf(match.words.length ? match.words : [token])!
    const clause = clauseOf(syntax, match)
    const reasons: Reason[] = [{value: 'event.type', rule: match.rule, words: [quote(text, words)]}]
    if (found) reasons.push({value: 'realis', rule: found.rule, words: [quote(text, found.word)]})
    if (negation) reasons.push({value: 'polarity', rule: 'negation', words: [quote(text, negation)]})
    const fill = (tokens: readonly Token[]) => tokens.map(noun => actorAt(syntax, noun, named))
    return {
      type: type.id,
      trigger: {from: token.from, to: token.to},
      token: token.index,
      clause,
      agents: fill(roles.agents),
      patients: fill(roles.patients),
      instruments: roles.instruments.map(noun => quote(text, nounPhrase(syntax, noun))),
      places: eventPlaces(syntax, token, clause, located),
      realis: found?.realis ?? (type.id === 'threat' ? 'threatened' : 'happened'),
      polarity: negation && !found ? 'denied' : 'affirmed',
      retold: !isVerb(token) && trigger.is !== 'instrument' && !isTitle && !isTold(syntax, match, roles),
      rule: match.rule,
      reasons
    }
  }

  /** A noun tells something when a verb makes it happen ("broke out"), somebody does it ("staged"), or it says of whom. */
  function isTold(syntax: Syntax, {token, trigger}: TriggerMatch, roles: Roles): boolean {
    if (trigger.does) return true
    const head = syntax.head(token)
    if (!head) return true
    if (roles.stated) return true
    if (!isVerb(head)) return false
    const isSubject = token.relation === 'nsubj' || token.relation === 'nsubj:pass'
    // "The clashes left two dead" speaks of clashes told before.
    const isDefinite = syntax.children(token, 'det').some(({lower}) => lower !== 'a' && lower !== 'an')
    if (isSubject) return begins.has(head.lemma) || (results.has(head.lemma) && !isDefinite)
    if (token.relation === 'obj') return does.has(head.lemma)
    return token.relation === 'obl' && into.has(head.lemma)
  }
}

interface Roles {
  readonly agents: readonly Token[]
  readonly patients: readonly Token[]
  readonly instruments: readonly Token[]
  /** Whether the mention itself names a side. */
  readonly stated: boolean
}

const against = ['at', 'on', 'against', 'toward', 'towards', 'into']

function verbRoles(syntax: Syntax, {token, trigger, object, type}: TriggerMatch): Roles {
  const agents = keptFromDoing(syntax, token) ?? agentsOf(syntax, token)
  const means = obliques(syntax, token, ['with', 'using'])
  if (trigger['object-is'] === 'instrument') {
    const by = trigger['patient-by']?.map(([preposition]) => preposition!) ?? against
    const patients = trigger.object
      ? [...obliques(syntax, token, by), ...object.flatMap(noun => obliques(syntax, noun, by))]
      : patientsOf(syntax, token)
    const things = object.length ? object : means
    // "pelted the officers with stones": the object is a person after all.
    return {
      agents,
      patients: patients.length ? patients : patientsOf(syntax, token).filter(noun => !object.includes(noun)),
      instruments: things,
      stated: true
    }
  }
  const opponents =
    type.family === 'clash'
      ? obliques(syntax, token, ['with', 'against'])
      : obliques(syntax, token, ['at', 'on', 'against'])
  const patients =
    type.family === 'clash'
      ? [...patientsOf(syntax, token), ...opponents]
      : [...patientsOf(syntax, token), ...opponents]
  return {agents, patients, instruments: type.family === 'clash' ? [] : means, stated: true}
}

/** "stop the crowd from storming": the crowd, whatever the parser hangs "from storming" on. */
function keptFromDoing(syntax: Syntax, verb: Token): Token[] | null {
  const [noun, from] = [syntax.tokens[verb.index - 2], syntax.tokens[verb.index - 1]]
  const isKept = from?.lower === 'from' && verb.xpos === 'VBG' && noun?.sentence === verb.sentence
  return isKept && (noun.upos === 'NOUN' || noun.upos === 'PROPN') ? [noun] : null
}

/** The verb that uses a means: by the tree, else the nearest verb a few words before ("firing rubber bullets and tear gas"). */
function verbOfMeans(syntax: Syntax, means: Token): Token | null {
  const verb = clauseHead(syntax, means)
  if (isVerb(verb) && verb.index < means.index) return verb
  const before = syntax.tokens.slice(Math.max(0, means.index - reachOfVerb), means.index)
  return (
    before.findLast(token => token.upos === 'VERB' && token.sentence === means.sentence) ??
    (isVerb(verb) ? verb : null)
  )
}

const reachOfVerb = 8

function nounRoles(syntax: Syntax, {token, trigger}: TriggerMatch): Roles {
  if (trigger.is === 'instrument') {
    const verb = verbOfMeans(syntax, token)
    const by = obliques(syntax, token, ['by'])
    const agents = by.length ? by : verb ? agentsOf(syntax, verb) : []
    const patients = [...(verb ? obliques(syntax, verb, against) : []), ...obliques(syntax, token, against)]
    return {
      agents: agents.filter(noun => noun !== token),
      patients: patients.filter(noun => noun !== token),
      instruments: [token],
      stated: true
    }
  }
  const [first, ...others] = between(syntax, token)
  if (first && others.length) return {agents: [first], patients: others, instruments: [], stated: true}
  const by = obliques(syntax, token, ['by'])
  const onto = obliques(syntax, token, ['on', 'against', 'of', 'with']).filter(noun => noun.upos !== 'NUM')
  const head = syntax.head(token)
  // "carried out an attack on": whoever carries it out.
  const doer = token.relation === 'obj' && head && isVerb(head) ? subjectsOf(syntax, head) : []
  return {
    agents: by.length ? by : doer,
    patients: onto,
    instruments: [],
    stated: by.length > 0 || onto.length > 0
  }
}

/** "clashes between X and Y"; the parser may hang "between" on the verb, or on a day that stands before it. */
function between(syntax: Syntax, noun: Token): Token[] {
  const own = obliques(syntax, noun, ['between'])
  const head = syntax.head(noun)
  if (own.length || !head) return own
  const near = obliques(syntax, head, ['between'])
  if (near.length) return near
  const days = syntax.children(head, 'obl').filter(child => child.upos === 'PROPN')
  return days.flatMap(day => obliques(syntax, day, ['between']))
}

/** What is said: the clause; for the second of two means ("... and tear gas") the means alone. */
function clauseOf(syntax: Syntax, {token, words, trigger}: TriggerMatch): Span {
  const verb = clauseHead(syntax, token)
  if (trigger.is === 'instrument') {
    const means = spanOf(words)!
    const using = verbOfMeans(syntax, token)
    const isNext =
      using &&
      using.index < token.index &&
      !syntax.tokens.slice(using.index, token.index).some(({upos}) => upos === 'CCONJ')
    return isNext ? {from: using.from, to: means.to} : means
  }
  const span = clauseSpan(
    syntax,
    verb,
    child => ['advcl', 'acl', 'appos'].includes(child.relation) && !syntax.subtree(child).includes(token)
  )
  return spanOf([span, ...words.filter(word => word.sentence === token.sentence)])!
}

/** One mention per type and clause: the verb before the noun, but each means by itself. */
function onePerClause(syntax: Syntax, matches: readonly TriggerMatch[]): TriggerMatch[] {
  const kept = new Map<string, TriggerMatch>()
  for (const match of matches) {
    const means = match.trigger.is === 'instrument'
    const key = means
      ? `${match.type.id}/${match.token.index}`
      : `${match.type.id}@${clauseHead(syntax, match.token).index}`
    const earlier = kept.get(key)
    if (!earlier || (isVerb(match.token) && !isVerb(earlier.token))) kept.set(key, match)
  }
  return [...kept.values()]
}

/** A mention of a known actor or place. */
interface Known extends Span {
  readonly id: string
}

function actorAt(syntax: Syntax, noun: Token, named: readonly Known[]): RoleFiller {
  const actor =
    named.find(mention => contains(mention, noun)) ?? named.find(mention => overlaps(mention, noun))
  return {...nounPhrase(syntax, noun), id: actor?.id ?? null}
}
