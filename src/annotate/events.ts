/**
 * Finds happenings and who did them to whom.
 *
 *     "Students hurled bricks at the officers"   stone-throwing, agent: Students, patient: the officers, with: bricks
 *     "who retaliated by spraying water"         water-cannon, agent: whoever "who" stands for
 *     "during the clashes"                       a clash that is only mentioned again (`retold`)
 *
 * Leaves alone who says so (attribute/) and what belongs to one incident (coding/).
 */
import {type EventType, eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {
  clauseHead,
  clauseSpan,
  isVerb,
  nounPhrase,
  obliques,
  patientsOf,
  sharedObjects,
  subjectsOf
} from '../languages/en/clauses.ts'
import {inLanguages} from '../languages/readers.ts'
import type {Realis} from '../model/contract.ts'
import type {EventMention, Reason, RoleFiller} from '../model/layers.ts'
import {quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {blameFinder} from './blamed.ts'
import {damagedThings} from './damaged-things.ts'
import {eventPlaces, type PlaceOfEvent, placesOfEvents} from './event-places.ts'
import {type TriggerMatch, triggerFinder} from './event-triggers.ts'
import {meansFinder, verbOfMeans} from './means.ts'
import {newsFinder, type Told} from './news-events.ts'
import {nounKindFinder} from './noun-kinds.ts'
import {realisFinder} from './realis.ts'
import {type ActorOf, type RoleActors, roleActors} from './role-actors.ts'
import {against, beingOn, type Roles, roleFinder, seriesOver, verbEntering} from './roles.ts'
import {reasonsOf, type Standing} from './standing.ts'

export const events = (knowledge: Knowledge) => {
  const {codebook} = knowledge
  const find = triggerFinder(eventTypes(codebook))
  const realisOf = realisFinder(codebook)
  const rolesOf = roleFinder(codebook)
  const blameOf = blameFinder(codebook)
  const meansRoles = meansFinder(codebook)
  const damaged = damagedThings(codebook)
  const actorsOf = roleActors(knowledge)
  const kindsOf = nounKindFinder(knowledge)
  const news = newsFinder(codebook)
  const withLanguages = inLanguages(codebook, 'events')
  const weapons = new Set(codebook.column('lexicons/en/weapons.csv', 'form'))
  const months = new Set(codebook.column('lexicons/en/calendar.csv', 'form'))
  /** "since March" is no march. */
  const isMonth = (syntax: Syntax, token: Token) =>
    token.upos === 'PROPN' && months.has(token.lower) && !syntax.child(token, 'det')
  const light = codebook.table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
  const telling = (part: string) => new Set(light.filter(row => row.part === part).map(({form}) => form))
  const [begins, does, into, results, befalls, enters] = [
    telling('begins'),
    telling('does'),
    telling('into'),
    telling('results'),
    telling('befalls'),
    telling('enters')
  ]

  return stage({
    name: 'events',
    needs: ['passages', 'syntax', 'entities', 'coreference', 'times', 'quantities', 'actors', 'places'],
    adds: ['events'],
    run(report) {
      const {text, passages, syntax, entities, coreference, actors, places} = report
      const mentions: Told[] = []
      const whom = actorsOf(syntax, actors, coreference)
      const kinds = kindsOf(syntax, entities, places, actors, whom.actorOf)
      const located = placesOfEvents(places)
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        const isTitle = passages[sentence.passage]!.kind === 'title'
        const matches = find(syntax, sentence, kinds).filter(({token}) => !isMonth(syntax, token))
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
      return {events: withLanguages(report, news(syntax, mentions))}
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
    const teller = tellerOf(syntax, match) ?? verbEntering(syntax, token, enters)
    const standing = realisOf(syntax, token, teller)
    const words = spanOf(match.words.length ? match.words : [token])!
    const clause = clauseOf(syntax, match)
    const reasons: Reason[] = [{value: 'event.type', rule: match.rule, words: [quote(text, words)]}]
    reasons.push(...reasonsOf(text, standing))
    const fill = (tokens: readonly Token[], idOf: ActorOf): RoleFiller[] =>
      tokens.map(noun => ({...nounPhrase(syntax, noun), id: idOf(noun)}))
    const agents = fill(roles.agents, whom.agentOf)
    // "Police rushed there to disperse them": whoever that is, not the police.
    const others: ActorOf = noun => {
      const id = whom.actorOf(noun)
      const isSelf =
        noun.upos === 'PRON' && !roles.agents.includes(noun) && agents.some(agent => agent.id === id)
      return isSelf ? null : id
    }
    return {
      type: type.id,
      trigger: {from: token.from, to: token.to},
      token: token.index,
      teller: (teller ?? token).index,
      clause,
      agents,
      patients: fill(roles.patients, others),
      instruments: roles.instruments.map(noun =>
        quote(text, trigger.is === 'instrument' ? spanOf(match.phrase)! : nounPhrase(syntax, noun))
      ),
      damaged: type.damage ? damaged(text, syntax, token, roles.patients) : [],
      places: eventPlaces(syntax, token, clause, located),
      realis: realisIn(type, standing),
      polarity: standing.polarity,
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
  function isTold(syntax: Syntax, {token: noun, trigger}: TriggerMatch, roles: Fillers): boolean {
    if (trigger.does) return true
    const token = seriesOver(syntax, noun)
    const head = syntax.head(token)
    if (!head) return true
    if (roles.stated || verbEntering(syntax, token, enters) || beingOn(syntax, token).length > 0) return true
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

  /** "hacked to death with machetes", "killed by a roadside bomb": weapons that the tree hangs elsewhere below the deed. */
  function weaponsBehind(syntax: Syntax, verb: Token): Token[] {
    return syntax.tokens.slice(verb.index + 1, verb.index + 1 + reachOfWeapon).filter(noun => {
      if (noun.sentence !== verb.sentence || noun.upos === 'VERB' || !weapons.has(noun.lemma)) return false
      const isMeans = syntax.children(noun, 'case').some(({lower}) => /^(?:with|by|from)$/.test(lower))
      return isMeans && syntax.ancestors(noun).includes(verb)
    })
  }

  /** "killed by a roadside bomb": what tells the deed is its means. */
  function isMeans(syntax: Syntax, noun: Token): boolean {
    const verb = syntax.head(noun)
    const [before] = syntax.children(noun, 'case')
    return (
      verb !== undefined &&
      isVerb(verb) &&
      (weapons.has(noun.lemma) || noun.lemma === 'device') &&
      (before === undefined ? noun.relation === 'nsubj' : /^(?:by|with)$/.test(before.lower))
    )
  }

  function fillersOf(syntax: Syntax, match: TriggerMatch, {agentOf, actorOf}: RoleActors): Fillers {
    const {token, trigger} = match
    if (trigger.is === 'instrument') return {...meansRoles(syntax, token), instruments: [token], stated: true}
    if (trigger['subject-is'] === 'patient') return sufferedFillers(syntax, token)
    if (trigger['object-is'] === 'instrument') return thrownFillers(syntax, match)
    const {agents: doers, patients: all, isMutual} = rolesOf(syntax, token)
    // "opened fire on": the fire is part of the deed.
    const own = all.filter(noun => !match.phrase.includes(noun))
    const isDone = isVerb(token) && !intransitive.has(match.type.family)
    // "fired into the crowd", "opened fire on a bus": the preposition may hang on the fire.
    const by = trigger['patient-by']?.map(([preposition]) => preposition!) ?? []
    const aimed = [token, ...match.phrase].flatMap(word => obliques(syntax, word, by))
    const hit = own.length ? own : [...new Set(aimed)].filter(noun => !months.has(noun.lower))
    const patients = hit.length || !isDone ? hit : sharedObjects(syntax, token)
    // "the Syria attack" says where, if no actor of that name is told of.
    const isPlaceBefore = (word: Token, family: string) =>
      word.upos === 'PROPN' && (byPlace.has(family) || actorOf(word) === null)
    if (!isVerb(token)) {
      // "a rebel ambush", "an army raid": the word before says whose, where it names an actor.
      const named = syntax
        .children(token, 'compound', 'amod')
        .filter(word => agentOf(word) !== null && !isPlaceBefore(word, match.type.family))
      const before = [...new Map(named.map(word => [agentOf(word), word])).values()]
      const blame = doers.length || before.length ? null : blameOf(syntax, token)
      const agents = doers.length ? doers : before.length ? before : (blame?.who ?? [])
      const stated =
        patients.length > 0 || blame?.isTold || (!blame && token.relation !== 'obj' && agents.length > 0)
      return {agents, patients, instruments: isMeans(syntax, token) ? [token] : [], stated}
    }
    const withWhat = isMutual ? [] : obliques(syntax, token, ['with', 'using'])
    const instruments = [
      ...new Set([...withWhat.filter(({index}) => index > token.index), ...weaponsBehind(syntax, token)])
    ]
    // "With 800 shops looted, the mayor ...": what stands before the participle suffers it.
    const suffering = withWhat.filter(({index}) => index < token.index)
    return {agents: doers, patients: patients.length ? patients : suffering, instruments, stated: true}
  }

  /** "hurled bricks at the officers": the object is what is thrown, the person stands behind a preposition. */
  function thrownFillers(syntax: Syntax, {token, trigger, object}: TriggerMatch): Fillers {
    const {agents} = rolesOf(syntax, token)
    const by = trigger['patient-by']?.map(([preposition]) => preposition!) ?? against
    // "hurled at the camp in Oru on Monday": the first of the prepositions says at whom, the others where and when.
    const aimed = by.map(preposition =>
      [token, ...object].flatMap(word => obliques(syntax, word, [preposition]))
    )
    const patients = trigger.object
      ? (aimed.find(found => found.length > 0) ?? [])
      : patientsOf(syntax, token)
    // "pelted the officers with stones": the object is a person after all; "clashed with guards, throwing stones": at the guards.
    const over = token.relation === 'advcl' && token.xpos === 'VBG' ? syntax.head(token) : undefined
    const whom = [
      patients,
      patientsOf(syntax, token).filter(noun => !object.includes(noun)),
      over && isVerb(over) && rolesOf(syntax, over).isMutual
        ? obliques(syntax, over, ['with', 'against'])
        : []
    ]
    return {
      agents: agents.filter(noun => !object.includes(noun)),
      patients: whom.find(found => found.length > 0) ?? [],
      instruments: object.length ? object : obliques(syntax, token, ['with', 'using']),
      stated: true
    }
  }
}

/** Families whose nouns have the place before them: "the Kenya protests" are no deed of its government. */
const byPlace = new Set(['protest', 'riot'])
/** Families whose verbs need no object: who marches and burns tyres does not march tyres. */
const intransitive = new Set(['protest', 'posture', 'aftermath', 'context', 'threat', 'clash'])
const indefinite = new Set(['a', 'an', 'another', 'several', 'some'])

/** A threat is a threat; who comes together to protest does protest. */
function realisIn({id, family}: EventType, {realis, isWeak, signs}: Standing): Realis {
  if (id === 'threat' && realis === 'happened') return 'threatened'
  const isCome = family === 'protest' && isWeak && signs.some(({rule}) => rule === 'realis/purpose')
  return isCome && realis === 'planned' ? 'happened' : realis
}

/** How far behind the verb a weapon may stand, in words. */
const reachOfWeapon = 10

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

/** The verb that tells what a noun names: "fired tear gas", "a blaze swept through". */
function tellerOf(syntax: Syntax, {token, trigger, words}: TriggerMatch): Token | null {
  if (trigger.is === 'instrument') return verbOfMeans(syntax, token)
  return trigger.does ? (words.find(isVerb) ?? null) : null
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

/** "fired tear gas", "lobbed tear gas shells": what is fired says which deed it is. */
function firesLesser(
  syntax: Syntax,
  {token, type, object}: TriggerMatch,
  all: readonly TriggerMatch[]
): boolean {
  if (!isVerb(token) || type.force === 'less-lethal') return false
  const fired = object.length ? object : patientsOf(syntax, token)
  const means = all.filter(
    ({trigger, type: other}) => trigger.is === 'instrument' && other.force === 'less-lethal'
  )
  return fired.length > 0 && fired.every(noun => means.some(({words}) => words.includes(noun)))
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
  const matches = all.filter(
    match => match.trigger.is === 'instrument' || !(isObject(match) || firesLesser(syntax, match, all))
  )
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
