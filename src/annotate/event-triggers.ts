/**
 * Finds the words that tell a happening, by the triggers of the codebook.
 *
 *     "hurled stones at"       stone-throwing: verb with the object it needs
 *     "a blaze ripped through" arson: noun with the verb it needs
 *     "tear gas"               tear-gas: noun that names the means
 *
 * A trigger asks the tree first (object, subject, complement); where the tree
 * has no answer it looks a few words to the side, for parsers err. A word that
 * the trigger's `unless` names, anywhere in the sentence, forbids it, and so does
 * a phrase of `not` around the word itself ("heart attack"). Of two types that
 * one word tells, the one wins that the other one's `excludes` names, then the
 * longer words ("mortar attack" is no bare attack).
 */
import type {EventType, Trigger} from '../codebook/event-types.ts'
import {agentsOf, isPassive, isVerb, obliques, patientsOf, subjectsOf} from '../languages/en/clauses.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

type Phrases = readonly (readonly string[])[]

export interface TriggerMatch {
  readonly type: EventType
  readonly trigger: Trigger
  /** `type/word`, for instance `stone-throwing/hurl`. */
  readonly rule: string
  /** Head word of the trigger. */
  readonly token: Token
  /** The words of the trigger's own phrase. */
  readonly phrase: readonly Token[]
  /** All the words that fired it: the phrase, and the object or verb it needed. */
  readonly words: readonly Token[]
  /** The object that is thrown or fired, where the trigger has one. */
  readonly object: readonly Token[]
}

/** What a trigger may ask of a noun beyond its form. */
export interface NounKinds {
  /** The actor that it names, or the noun itself, is of the kind. */
  isOfKind(noun: Token, kind: string): boolean
  /** A noun, name or pronoun for people, or a number of them ("two were shot"). */
  isPeople(noun: Token): boolean
  isPlace(noun: Token): boolean
}

interface Entry {
  readonly type: EventType
  readonly trigger: Trigger
  readonly phrase: readonly string[]
  /** The phrase in tokens: a lexicon writes "drive-by" as one word where the tokenizer has three. */
  readonly words: readonly string[]
}

/** A sentence, and whether a base form or form is in it. */
interface Words {
  readonly tokens: readonly Token[]
  has(word: string): boolean
}

/** Few triggers ask what else is said: the words are gathered for the first that does. */
function wordsOf(tokens: readonly Token[]): Words {
  let all: Set<string> | undefined
  return {
    tokens,
    has(word) {
      all ??= new Set(tokens.flatMap(({lemma, lower}) => [lemma, lower]))
      return all.has(word)
    }
  }
}

/** How far from a verb its object or complement may stand when the tree does not show it, in words. */
const reach = 6

export function triggerFinder(
  types: readonly EventType[]
): (syntax: Syntax, sentence: Sentence, kinds: NounKinds) => TriggerMatch[] {
  const byLemma = new Map<string, Entry[]>()
  for (const type of types) {
    for (const trigger of type.triggers) {
      for (const phrase of trigger.verb ?? trigger.noun!) {
        // "sit-in" is three tokens: it is found by the first.
        const first = phrase[0]!.split('-')[0]!
        const entries = byLemma.get(first) ?? []
        const words = phrase.flatMap(word => word.split('-').flatMap((part, i) => (i ? ['-', part] : [part])))
        entries.push({type, trigger, phrase, words})
        byLemma.set(first, entries)
      }
    }
  }
  return (syntax, sentence, kinds) => {
    const tokens = syntax.tokensOf(sentence)
    const found: TriggerMatch[] = []
    let words: Words | undefined
    const look = (token: Token, form: string) => {
      for (const entry of byLemma.get(form) ?? []) {
        words ??= wordsOf(tokens)
        const match = matchEntry(syntax, words, token, entry, kinds)
        if (match) found.push(match)
      }
    }
    for (const token of tokens) {
      look(token, token.lemma)
      // "forced" of "forced eviction" is no form of a lemma.
      if (token.lower !== token.lemma) look(token, token.lower)
    }
    return found.length > 1 ? longestOnly(found) : found
  }
}

function matchEntry(
  syntax: Syntax,
  {tokens, has}: Words,
  token: Token,
  entry: Entry,
  kinds: NounKinds
): TriggerMatch | null {
  const {type, trigger, phrase} = entry
  const words = trigger.verb
    ? verbPhraseAt(syntax, tokens, token, phrase)
    : nounPhraseAt(tokens, token, entry)
  if (!words) return null
  const isForbidden = (words: readonly string[]) => has(words[0]!) && containsPhrase(tokens, words)
  if (trigger.unless?.some(isForbidden)) return null
  if (trigger.not?.some(other => isInside(tokens, words, other))) return null
  const head = trigger.verb ? words.find(isVerb)! : headOf(words)
  if (trigger['no-object'] && syntax.child(head, 'obj', 'ccomp')) return null
  if (trigger.voice && isPassive(syntax, head) !== (trigger.voice === 'passive')) return null
  if (trigger.of && !undergoing(syntax, head, words, trigger).some(noun => isOf(noun, trigger.of!, kinds)))
    return null
  let object: Token[] = []
  if (trigger.object) {
    object = objectsAmong(syntax, tokens, head, trigger.object, trigger)
    if (object.length === 0) return null
  }
  const needed: Token[] = []
  const needs: [Phrases | undefined, () => Token | undefined][] = [
    [trigger.with, () => after(tokens, head, trigger.with!, reach + 2)],
    [
      trigger.agent,
      () =>
        [...agentsOf(syntax, head), ...(isPassive(syntax, head) ? [] : subjectsOf(syntax, head))].find(
          agent => startsPhrase(tokens, agent, trigger.agent!) || endsPhrase(tokens, agent, trigger.agent!)
        )
    ],
    [
      trigger['agent-is'] && [],
      () =>
        agentsOf(syntax, head).find(agent => trigger['agent-is']!.some(kind => kinds.isOfKind(agent, kind)))
    ],
    [trigger.does, () => verbOver(syntax, tokens, head, trigger.does!)],
    [trigger.complement, () => complementOf(syntax, tokens, head, trigger.complement!)]
  ]
  for (const [wanted, find] of needs) {
    if (!wanted) continue
    const word = find()
    if (!word) return null
    needed.push(word)
  }
  if (
    trigger['not-agent'] &&
    agentsOf(syntax, head).some(agent => endsPhrase(tokens, agent, trigger['not-agent']!))
  )
    return null
  return {
    type,
    trigger,
    rule: `${type.id}/${phrase.join('-')}`,
    token: head,
    phrase: words,
    words: [...words, ...object, ...needed],
    object
  }
}

/** Whom a verb or noun does something to: "took the teacher away", "the release of the monks", "their arrest", "took control of the town". */
function undergoing(syntax: Syntax, word: Token, phrase: readonly Token[], trigger: Trigger): Token[] {
  if (trigger['subject-is'] === 'patient') return subjectsOf(syntax, word)
  return isVerb(word)
    ? [...patientsOf(syntax, word), ...phrase.slice(1).flatMap(noun => obliques(syntax, noun, ['of']))]
    : [...obliques(syntax, word, ['of']), ...syntax.children(word, 'nmod:poss')]
}

function isOf(noun: Token, of: NonNullable<Trigger['of']>, kinds: NounKinds): boolean {
  if (of === 'place') return kinds.isPlace(noun)
  return (
    kinds.isPeople(noun) && (of === 'people' || noun.upos !== 'PROPN' || kinds.isOfKind(noun, 'civilians'))
  )
}

/**
 * "break into", "set up", "open fire": the later words follow within three of each other; a preposition that stands apart must not
 * belong to other words ("hold nine sailors off the coast"). "Forcibly disappear": in a row.
 */
function verbPhraseAt(
  syntax: Syntax,
  tokens: readonly Token[],
  verb: Token,
  phrase: readonly string[]
): Token[] | null {
  if (verb.upos === 'ADV' && phrase.length > 1) {
    const next = tokens[place(tokens, verb) + 1]
    return next && isVerb(next) && next.relation !== 'amod' && next.lemma === phrase[1] ? [verb, next] : null
  }
  // "The condemned building" tells nothing that happened.
  if (!isVerb(verb) || verb.relation === 'amod') return null
  const found = [verb]
  for (const lemma of phrase.slice(1)) {
    const last = found.at(-1)!
    const from = place(tokens, last) + 1
    const next = tokens.slice(from, from + 3).find(token => token.lemma === lemma || token.lower === lemma)
    if (!next || (next.index > last.index + 1 && belongsBehind(syntax, next, phrase))) return null
    found.push(next)
  }
  return found
}

/** "[off] the coast", but not "set [on] fire". */
function belongsBehind(syntax: Syntax, word: Token, phrase: readonly string[]): boolean {
  const head = syntax.head(word)
  return (
    word.relation === 'case' && head !== undefined && head.index > word.index && !phrase.includes(head.lemma)
  )
}

function nounPhraseAt(tokens: readonly Token[], token: Token, {phrase, words}: Entry): Token[] | null {
  if (phrase.length === 1 && !phrase[0]!.includes('-') && !['NOUN', 'PROPN'].includes(token.upos)) return null
  const at = place(tokens, token)
  const run = tokens.slice(at, at + words.length)
  if (
    run.length < words.length ||
    !words.every((word, i) => run[i]!.lemma === word || run[i]!.lower === word)
  )
    return null
  // "Hunger strikes the poorest", "the miners struck gold": the last word is a verb there.
  const last = run.at(-1)!
  return run.length > 1 && /^VB[DPZ]$/.test(last.xpos) ? null : run
}

/** Position of a token in its sentence. */
function place(tokens: readonly Token[], token: Token): number {
  return token.index - tokens[0]!.index
}

function headOf(words: readonly Token[]): Token {
  // "sit-in": the tree says which part of the compound stands in the sentence.
  if (words.some(({text}) => text === '-')) {
    const inside = new Set(words.map(({index}) => index))
    const top = words.find(({head, text}) => text !== '-' && !inside.has(head))
    if (top) return top
  }
  const preposition = words.findIndex(word => word.upos === 'ADP')
  return preposition > 0 ? words[preposition - 1]! : words.at(-1)!
}

function objectsAmong(
  syntax: Syntax,
  tokens: readonly Token[],
  verb: Token,
  phrases: Phrases,
  trigger: Trigger
): Token[] {
  const byTree = patientsOf(syntax, verb).filter(noun => endsPhrase(tokens, noun, phrases))
  if (byTree.length) return byTree
  if (patientsOf(syntax, verb).length) {
    // "threw one of the stones", "a hail of bottles": the thing is under the object.
    const under = patientsOf(syntax, verb).flatMap(noun => syntax.children(noun, 'nmod'))
    return under.filter(noun => endsPhrase(tokens, noun, phrases))
  }
  // "Grenade hurled at a post": the tree may take what is thrown for who throws it.
  const aim = trigger['patient-by']?.map(([preposition]) => preposition!)
  if (trigger['object-is'] === 'instrument' && aim && obliques(syntax, verb, aim).length) {
    const thrown = subjectsOf(syntax, verb).filter(noun => endsPhrase(tokens, noun, phrases))
    if (thrown.length) return thrown
  }
  const at = place(tokens, verb)
  const side = isPassive(syntax, verb)
    ? tokens.slice(Math.max(0, at - reach), at)
    : tokens.slice(at + 1, at + 1 + reach)
  const found = side.find(
    token => ['NOUN', 'PROPN'].includes(token.upos) && endsPhrase(tokens, token, phrases)
  )
  return found ? [found] : []
}

function verbOver(
  syntax: Syntax,
  tokens: readonly Token[],
  noun: Token,
  phrases: Phrases
): Token | undefined {
  const head = syntax.head(noun)
  if (head && phrases.some(([lemma]) => head.lemma === lemma)) return head
  return after(tokens, noun, phrases, 4)
}

function complementOf(
  syntax: Syntax,
  tokens: readonly Token[],
  verb: Token,
  phrases: Phrases
): Token | undefined {
  const complements = syntax.children(verb, 'xcomp', 'ccomp', 'advcl')
  return complements.find(token => startsPhrase(tokens, token, phrases)) ?? after(tokens, verb, phrases, 3)
}

/** The first of the phrases that begins within `limit` words behind the token. */
function after(tokens: readonly Token[], token: Token, phrases: Phrases, limit: number): Token | undefined {
  const at = place(tokens, token)
  return tokens.slice(at + 1, at + 1 + limit).find(other => startsPhrase(tokens, other, phrases))
}

function startsPhrase(tokens: readonly Token[], token: Token, phrases: Phrases): boolean {
  const at = place(tokens, token)
  return phrases.some(phrase =>
    phrase.every((word, i) => tokens[at + i]?.lemma === word || tokens[at + i]?.lower === word)
  )
}

function endsPhrase(tokens: readonly Token[], token: Token, phrases: Phrases): boolean {
  const at = place(tokens, token)
  return phrases.some(
    phrase =>
      // "cleared the sit-in": the head is the first of three tokens.
      (phrase.includes('-') && startsPhrase(tokens, token, [phrase])) ||
      phrase.every((word, i) => {
        const there = tokens[at - phrase.length + 1 + i]
        return there?.lemma === word || there?.lower === word
      })
  )
}

/** Whether the words are part of a longer phrase: "riot" of "riot police". */
function isInside(tokens: readonly Token[], words: readonly Token[], phrase: readonly string[]): boolean {
  const at = place(tokens, words[0]!)
  return tokens
    .slice(Math.max(0, at - phrase.length + 1), at + words.length)
    .some(token => startsPhrase(tokens, token, [phrase]) && place(tokens, token) + phrase.length > at)
}

function containsPhrase(tokens: readonly Token[], phrase: readonly string[]): boolean {
  return tokens.some(token => startsPhrase(tokens, token, [phrase]))
}

/**
 * "tear gas grenade" hides "tear gas", "protest march" hides "protest", "mortar attack" hides "attack": of two matches over
 * the same words the one stays that the other's type excludes, or the narrower type; else the longer; of one type the first.
 */
function longestOnly(matches: readonly TriggerMatch[]): TriggerMatch[] {
  const covers = (a: TriggerMatch, b: TriggerMatch) => {
    if (a === b) return false
    const isOver = b.words.every(word => a.words.includes(word))
    const isLonger = isOver && a.words.length > b.words.length
    // "used a water cannon": the means, not once more the water that is used.
    const isMeans = a.trigger.is === 'instrument' && b.object.length > 0
    if (a.type.id === b.type.id && isMeans && b.object.every(word => a.words.includes(word))) return true
    if (a.type.id === b.type.id) return isLonger || (isOver && matches.indexOf(a) < matches.indexOf(b))
    if (a.type.broader === b.type.id && isOver) return true
    if (a.token !== b.token) return false
    const isSentOn = (from: TriggerMatch, to: TriggerMatch) =>
      from.type.excludes.some(({use}) => use === to.type.id)
    const [isSent, isSender] = [isSentOn(b, a), isSentOn(a, b)]
    return isSent !== isSender ? isSent : isLonger && b.trigger.is === a.trigger.is
  }
  return matches.filter(match => !matches.some(other => covers(other, match)))
}
