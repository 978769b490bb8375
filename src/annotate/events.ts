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
  nounPhrase,
  obliques,
  patientsOf,
  subjectsOf
} from '../languages/en/clauses.ts'
import type {EventMention, Reason, RoleFiller} from '../model/layers.ts'
import {quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {damagedThings} from './damaged-things.ts'
import {eventPlaces, type PlaceOfEvent, placesOfEvents} from './event-places.ts'
import {type TriggerMatch, triggerFinder} from './event-triggers.ts'
import {newsFinder, type Told} from './news-events.ts'
import {nounKindFinder} from './noun-kinds.ts'
import {realisFinder} from './realis.ts'
import {type ActorOf, type RoleActors, roleActors} from './role-actors.ts'
import {against, type Roles, roleFinder} from './roles.ts'
import {reasonsOf, type Standing} from './standing.ts'

export const events = (knowledge: Knowledge) => {
  const {codebook} = knowledge
  const find = triggerFinder(eventTypes(codebook))
  const realisOf = realisFinder(codebook)
  const rolesOf = roleFinder(codebook)
  const damaged = damagedThings(codebook)
  const actorsOf = roleActors(knowledge)
  const kindsOf = nounKindFinder(codebook)
  const news = newsFinder(codebook)
  const months = new Set(codebook.column('lexicons/en/calendar.csv', 'form'))
  /** "since March" is no march. */
  const isMonth = ({lower, upos}: Token) => upos === 'PROPN' && months.has(lower)
  const light = codebook.table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
  const telling = (part: string) => new Set(light.filter(row => row.part === part).map(({form}) => form))
  const [begins, does, into, results, befalls] = [
    telling('begins'),
    telling('does'),
    telling('into'),
    telling('results'),
    telling('befalls')
  ]

  return stage({
    name: 'events',
    needs: ['passages', 'syntax', 'entities', 'coreference', 'actors', 'places'],
    adds: ['events'],
    run({text, passages, syntax, entities, coreference, actors, places}) {
      const mentions: Told[] = []
      const whom = actorsOf(syntax, actors, coreference)
      const kinds = kindsOf(syntax, entities, places, actors, whom.actorOf)
      const located = placesOfEvents(places)
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        const isTitle = passages[sentence.passage]!.kind === 'title'
        const matches = find(syntax, sentence, kinds).filter(({token}) => !isMonth(token))
        for (const match of onePerClause(syntax, matches)) {
          mentions.push({
            mention: mentionOf(text, syntax, match, isTitle, whom, syntax.inSentence(located, sentence)),
            match
          })
        }
      }
      mentions.sort(
        ({mention: a}, {mention: b}) => a.trigger.from - b.trigger.from || a.trigger.to - b.trigger.to
      )
      return {events: news(syntax, mentions)}
    }
  })

  function mentionOf(
    text: string,
    syntax: Syntax,
    match: TriggerMatch,
    isTitle: boolean,
    whom: RoleActors,
    located: readonly PlaceOfEvent[]
  ): EventMention {
    const {token, trigger, type} = match
    const roles = fillersOf(syntax, match, whom)
    const standing = realisOf(
      syntax,
      token,
      match.trigger.is === 'instrument' ? verbOfMeans(syntax, token) : null
    )
    const words = spanOf(match.words.length ? match.words : [token])!
    const clause = clauseOf(syntax, match)
    const reasons: Reason[] = [{value: 'event.type', rule: match.rule, words: [quote(text, words)]}]
    reasons.push(...reasonsOf(text, standing))
    if (trigger.denies) reasons.push({value: 'polarity', rule: match.rule, words: [quote(text, words)]})
    const fill = (tokens: readonly Token[], idOf: ActorOf): RoleFiller[] =>
      tokens.map(noun => ({...nounPhrase(syntax, noun), id: idOf(noun)}))
    return {
      type: type.id,
      trigger: {from: token.from, to: token.to},
      token: token.index,
      clause,
      agents: fill(roles.agents, whom.agentOf),
      patients: fill(roles.patients, whom.actorOf),
      instruments: roles.instruments.map(noun => quote(text, nounPhrase(syntax, noun))),
      damaged: type.damage ? damaged(text, syntax, token, roles.patients) : [],
      places: eventPlaces(syntax, token, clause, located),
      realis: standing.realis === 'happened' && type.id === 'threat' ? 'threatened' : standing.realis,
      polarity: trigger.denies ? opposite[standing.polarity] : standing.polarity,
      retold:
        !isVerb(token) &&
        trigger.is !== 'instrument' &&
        !isTitle &&
        !isTold(syntax, match, roles) &&
        !isYetToCome(syntax, token, standing),
      rule: match.rule,
      reasons
    }
  }

  /** "called for a march", "foiled a plot", "fear of attacks": told by what governs it; "the planned march" was told before. */
  function isYetToCome(syntax: Syntax, noun: Token, {realis}: Standing): boolean {
    if (realis === 'happened' || realis === 'hypothetical') return false
    return syntax.children(noun, 'det', 'nmod:poss').every(({lower}) => indefinite.has(lower))
  }

  /** A noun tells something when a verb makes it happen ("broke out"), somebody does it ("staged"), or it says of whom. */
  function isTold(syntax: Syntax, {token, trigger}: TriggerMatch, roles: Fillers): boolean {
    if (trigger.does) return true
    const head = syntax.head(token)
    if (!head) return true
    if (roles.stated) return true
    // "One of the blasts, in Mosul, killed six": tells of that one.
    if (head.lower === 'one' && head.relation.startsWith('nsubj')) return true
    if (!isVerb(head)) return false
    const isSubject = token.relation === 'nsubj' || token.relation === 'nsubj:pass'
    // "The clashes left two dead" speaks of clashes told before; "a blast hit", "two blasts hit" tell of new ones.
    const articles = syntax.children(token, 'det')
    const isDefinite = articles.some(({lower}) => !indefinite.has(lower))
    const isNew = !isDefinite && (articles.length > 0 || syntax.child(token, 'nummod') !== undefined)
    if (token.relation === 'nsubj:pass' && !isDefinite && does.has(head.lemma)) return true
    if (isSubject) return begins.has(head.lemma) || isNew || (results.has(head.lemma) && !isDefinite)
    if (token.relation === 'obj') return does.has(head.lemma)
    if (!token.relation.startsWith('obl')) return false
    return into.has(head.lemma) || (befalls.has(head.lemma) && !isDefinite)
  }

  function fillersOf(syntax: Syntax, match: TriggerMatch, {agentOf}: RoleActors): Fillers {
    const {token, trigger} = match
    if (trigger.is === 'instrument') return meansFillers(syntax, token)
    if (trigger['subject-is'] === 'patient') return sufferedFillers(syntax, token)
    if (trigger['object-is'] === 'instrument') return thrownFillers(syntax, match)
    const {agents: own, patients: all, isMutual} = rolesOf(syntax, token)
    // "opened fire on": the fire is part of the deed.
    const patients = all.filter(noun => !match.phrase.includes(noun))
    if (!isVerb(token)) {
      // "a rebel ambush", "an army raid": the word before says whose, where it names an actor.
      const named = syntax.children(token, 'compound', 'amod').filter(word => agentOf(word) !== null)
      const before = [...new Map(named.map(word => [agentOf(word), word])).values()]
      const agents = own.length ? own : before
      const stated = patients.length > 0 || (token.relation !== 'obj' && agents.length > 0)
      return {agents, patients, instruments: [], stated}
    }
    const instruments = isMutual ? [] : obliques(syntax, token, ['with', 'using'])
    return {agents: own, patients, instruments, stated: true}
  }

  /** "hurled bricks at the officers": the object is what is thrown, the person stands behind a preposition. */
  function thrownFillers(syntax: Syntax, {token, trigger, object}: TriggerMatch): Fillers {
    const {agents} = rolesOf(syntax, token)
    const by = trigger['patient-by']?.map(([preposition]) => preposition!) ?? against
    const patients = trigger.object
      ? [...obliques(syntax, token, by), ...object.flatMap(noun => obliques(syntax, noun, by))]
      : patientsOf(syntax, token)
    return {
      agents,
      // "pelted the officers with stones": the object is a person after all.
      patients: patients.length ? patients : patientsOf(syntax, token).filter(noun => !object.includes(noun)),
      instruments: object.length ? object : obliques(syntax, token, ['with', 'using']),
      stated: true
    }
  }
}

const indefinite = new Set(['a', 'an', 'another', 'several', 'some'])

interface Fillers extends Pick<Roles, 'agents' | 'patients'> {
  readonly instruments: readonly Token[]
  /** Whether the mention itself names a side. */
  readonly stated: boolean
}

/** "The convoy came under fire from rebels": the subject suffers it. */
function sufferedFillers(syntax: Syntax, verb: Token): Fillers {
  return {
    agents: obliques(syntax, verb, ['from', 'by']),
    patients: subjectsOf(syntax, verb),
    instruments: [],
    stated: true
  }
}

/** "fired tear gas at the crowd": who uses the means, and on whom. */
function meansFillers(syntax: Syntax, means: Token): Fillers {
  const verb = verbOfMeans(syntax, means)
  const by = obliques(syntax, means, ['by'])
  const agents = by.length ? by : verb ? agentsOf(syntax, verb) : []
  const patients = [...(verb ? obliques(syntax, verb, against) : []), ...obliques(syntax, means, against)]
  return {
    agents: agents.filter(noun => noun !== means),
    patients: patients.filter(noun => noun !== means),
    instruments: [means],
    stated: true
  }
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

/** "Did not deny any involvement" is no denial. */
const opposite = {affirmed: 'denied', denied: 'affirmed', unconfirmed: 'denied'} as const

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

/**
 * One mention per type and clause: the verb before the noun, but each means by itself.
 * What another deed is done to tells none: "seized a bomb" is no bombing.
 */
function onePerClause(syntax: Syntax, all: readonly TriggerMatch[]): TriggerMatch[] {
  const kept = new Map<string, TriggerMatch>()
  const isObject = ({token, type}: TriggerMatch) =>
    all.some(
      other =>
        other.type.id !== type.id &&
        other.object.length > 0 &&
        (other.object.includes(token) || patientsOf(syntax, other.token).includes(token))
    )
  const matches = all.filter(match => match.trigger.is === 'instrument' || !isObject(match))
  for (const match of matches) {
    const means = match.trigger.is === 'instrument'
    const key = means
      ? `${match.type.id}/${match.token.index}`
      : `${match.type.id}@${clauseHead(syntax, match.token).index}`
    const earlier = kept.get(key)
    // "a landmine blast" is told by the blast.
    const isPartOf = earlier?.token.relation === 'compound' && earlier.token.head === match.token.index
    if (!earlier || isPartOf || (isVerb(match.token) && !isVerb(earlier.token))) kept.set(key, match)
  }
  return [...kept.values()]
}
