/**
 * Finds the words that say what happened to people: "killed", "wounded", "death toll", "claimed no lives".
 *
 * The words are in codebook/lexicons/en/outcome-words.csv. A phrase ("shoot
 * dead", "round up") may have its object between its words. Those of
 * harm-words.csv tell a harm without saying what it led to ("was shot in the leg").
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isPassive, isVerb} from '../languages/en/clauses.ts'
import type {Outcome} from '../model/contract.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

/** How a word takes its victims: as object, as subject, as what it describes, as what it counts. */
export type OutcomePart = 'verb' | 'state' | 'adjective' | 'noun' | 'condition'

type Part = OutcomePart | 'adverb' | 'of-object' | 'passive' | 'doer'

export interface OutcomeMatch {
  readonly outcome: Outcome
  readonly part: OutcomePart
  readonly token: Token
  readonly words: readonly Token[]
  /** Whom it befell may have died of it: "was shot". */
  readonly mayHaveDied: boolean
  readonly rule: string
}

const ofBodies = new Set(
  'find recover discover retrieve pull dump exhume unearth bring count receive collect see bury carry have dig drag remove'.split(
    ' '
  )
)

const keepsBodies = new Set('hospital clinic morgue mortuary medic doctor rescuer it they we'.split(' '))

/** Nouns that tell a death only under certain verbs: lives are lost, bodies are found. */
const needed: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'toll',
    new Set([
      'put',
      'give',
      'rise',
      'climb',
      'stand',
      'reach',
      'bring',
      'raise',
      'take',
      'push',
      'increase',
      'grow',
      'jump'
    ])
  ],
  ['life', new Set(['claim', 'cost', 'take', 'lose'])],
  ['body', ofBodies],
  ['corpse', ofBodies]
])

interface Entry {
  readonly rule: string
  readonly phrase: readonly string[]
  readonly outcome: Outcome
  readonly part: Part
  readonly mayHaveDied: boolean
}

export function outcomeFinder(codebook: Codebook): (syntax: Syntax, sentence: Sentence) => OutcomeMatch[] {
  const rows = codebook.table('lexicons/en/outcome-words.csv', ['id', 'form', 'outcome', 'part'])
  const harms = codebook.table('lexicons/en/harm-words.csv', ['id', 'form', 'part', 'fate'])
  const things = new Set(codebook.column('lexicons/en/not-people.csv', 'form'))
  const entries = new Map<string, Entry[]>()
  const add = (form: string, entry: Omit<Entry, 'phrase'>) => {
    const phrase = form.split(' ')
    const list = [...(entries.get(phrase[0]!) ?? []), {...entry, phrase}]
    entries.set(
      phrase[0]!,
      list.sort((a, b) => b.phrase.length - a.phrase.length)
    )
  }
  for (const {id, form, outcome, part} of rows)
    add(form, {
      rule: `outcome-words/${id}`,
      outcome: outcome as Outcome,
      part: part as Part,
      mayHaveDied: false
    })
  for (const {id, form, part, fate} of harms)
    add(form, {
      rule: `harm-words/${id}`,
      outcome: 'injured',
      part: part as Part,
      mayHaveDied: fate === 'open'
    })
  return (syntax, sentence) =>
    firstOfEach(
      syntax,
      syntax.tokensOf(sentence).flatMap((token): OutcomeMatch[] => {
        const candidates = [
          ...(entries.get(token.lemma) ?? []),
          ...(token.lower === token.lemma ? [] : (entries.get(token.lower) ?? []))
        ]
        for (const {phrase, part, ...entry} of candidates) {
          const words = phraseAt(syntax, sentence, token, phrase)
          if (!words || !(fits(syntax, token, part) || isClosePhrase(words, part))) continue
          if (part === 'noun' && !tellsDeath(syntax, token, things)) continue
          if (part === 'noun' && isCauseOfDeath(syntax, words.at(-1)!)) continue
          if (part === 'of-object') {
            const object = words.at(-1)!
            if (object.head !== token.index || object.relation !== 'obj') continue
            // "lost no one", but not "lost one of its bases"
            if (object.lower === 'one' && syntax.tokens[object.index - 1]?.lower !== 'no') continue
            return [{...entry, part: 'verb', token, words: [token]}]
          }
          // "A stray bullet wounded a girl": the girl is told hurt by the verb.
          const isRow = words.at(-1)!.index === token.index + words.length - 1
          if (part === 'noun' && entry.mayHaveDied && (!isRow || isVerb(words.at(-1)!))) continue
          // "shot at but not hit"
          if (entry.mayHaveDied && /^(?:at|down|up|wide)$/.test(syntax.tokens[token.index + 1]?.lower ?? ''))
            continue
          if (part === 'condition' || (part === 'noun' && words.length > 1))
            return [{...entry, part, token: words.at(-1)!, words}]
          if (part !== 'adverb') {
            const verb = words.find(isVerb) ?? token
            return [
              {...entry, part: part === 'passive' || part === 'doer' ? 'verb' : part, token: verb, words}
            ]
          }
          // "five were shot, two fatally"
          if (countedBefore(syntax, token)) return [{...entry, part: 'adjective', token, words}]
          const verb = syntax.head(token)
          if (verb && isVerb(verb))
            return [
              {
                ...entry,
                part: 'verb',
                token: verb,
                words: [token, verb].sort((a, b) => a.index - b.index)
              }
            ]
        }
        return []
      })
    )
}

/** The number that alone stands before an adverb: "[two] fatally", "[one] of them fatally". */
export function countedBefore(syntax: Syntax, {index}: Token): Token | undefined {
  const [first, of, before] = [-3, -2, -1].map(step => syntax.tokens[index + step])
  if (before?.upos === 'NUM') return before
  return of?.lower === 'of' && /^(?:them|whom)$/.test(before?.lower ?? '') && first?.upos === 'NUM'
    ? first
    : undefined
}

/** One word tells one outcome: "dead" in "shot two men dead" is no death of its own, and who is "fatally wounded" is dead. */
function firstOfEach(syntax: Syntax, matches: readonly OutcomeMatch[]): OutcomeMatch[] {
  const taken = new Set<number>()
  const kept = matches
    .toSorted((a, b) => b.words.length - a.words.length)
    .filter(({words}) => {
      if (words.some(({index}) => taken.has(index))) return false
      for (const {index} of words) taken.add(index)
      return true
    })
    .sort((a, b) => a.token.index - b.token.index)
  const all = kept.flatMap((match, i) => {
    if (isEither(syntax, kept[i - 1], match)) return []
    const other = kept[i + 1]
    return other && isEither(syntax, match, other)
      ? [
          {
            ...match,
            outcome: 'unspecified' as const,
            words: [...match.words, ...other.words],
            rule: 'either-outcome'
          }
        ]
      : [match]
  })
  return [...all, ...totalOf(syntax, all.at(-1))]
}

/** "Nine more bodies were found, bringing the total to 38": of what was told just before. */
function totalOf(syntax: Syntax, last: OutcomeMatch | undefined): OutcomeMatch[] {
  if (!last) return []
  const total = syntax
    .tokensOf(syntax.sentenceOf(last.token))
    .find(({index, lemma, relation}) => index > last.token.index && lemma === 'total' && relation === 'obj')
  const verb = total && syntax.head(total)
  if (!verb || !raises.has(verb.lemma) || syntax.child(total, 'nmod')) return []
  return [
    {
      outcome: last.outcome,
      part: 'noun',
      token: total,
      words: [total],
      rule: 'total-of-what-was-told',
      mayHaveDied: false
    }
  ]
}

const raises = new Set(['bring', 'take', 'raise', 'push'])

/** "30 dead or wounded", "killed and wounded 30": how many of them died is not said, so it is no number of dead. */
function isEither(syntax: Syntax, a: OutcomeMatch | undefined, b: OutcomeMatch): boolean {
  const [end, start] = [a?.words.at(-1)?.index ?? -9, b.words[0]!.index]
  if (a === undefined || a.outcome === b.outcome || start !== end + 2) return false
  const between = syntax.tokens[end + 1]!.lower
  if (between === 'or') return true
  // Who is shot and killed, or abducted and killed, is dead; nobody is killed and hurt.
  const isBoth = a.part === 'verb' && b.part === 'verb' && a.outcome === 'killed' && b.outcome === 'injured'
  return between === 'and' && isBoth
}

/** "shot two men dead": the second word within six of the first. */
function phraseAt(
  syntax: Syntax,
  sentence: Sentence,
  token: Token,
  phrase: readonly string[]
): Token[] | null {
  const words = [token]
  for (const lemma of phrase.slice(1)) {
    const from = words.at(-1)!.index + 1
    const next = syntax.tokens
      .slice(from, Math.min(from + 6, sentence.end))
      .find(other => other.lemma === lemma || other.lower === lemma)
    if (!next) return null
    words.push(next)
  }
  return words
}

/** "shot dead" side by side is a verb, whatever the tagger takes "shot" for. */
function isClosePhrase([first, second]: readonly Token[], part: Part): boolean {
  return part === 'verb' && second !== undefined && second.index === first!.index + 1
}

/** Taggers confuse "injured" the adjective with "injured" the participle, so form and place decide. */
function fits(syntax: Syntax, token: Token, part: Part): boolean {
  switch (part) {
    case 'verb':
    case 'of-object':
    case 'state':
      return isVerb(token) || (token.upos === 'ADJ' && /(ed|t|n)$/.test(token.lower))
    case 'adjective':
      return token.upos !== 'NOUN' || syntax.children(token, 'nummod', 'det').length > 0
    case 'adverb':
      return token.upos === 'ADV'
    case 'passive':
      return isVerb(token) && isPassive(syntax, token)
    case 'condition':
      return token.upos === 'ADJ'
    case 'doer':
      return token.relation === 'nsubj'
    case 'noun':
      return token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'ADJ'
  }
}

function tellsDeath(syntax: Syntax, noun: Token, things: ReadonlySet<string>): boolean {
  const verbs = needed.get(noun.lemma)
  if (!verbs) return true
  // "a toll of 200 wounded", "the injury toll" say themselves of what; "the toll of the strike", "its toll" do not.
  const isOf = (child: Token) =>
    child.relation !== 'nmod' ||
    (syntax.children(child, 'case').some(({lower}) => lower === 'of') && countsPeople(syntax, child))
  if (noun.lemma === 'toll' && syntax.children(noun, 'nmod', 'compound', 'amod').some(isOf)) return false
  // "a body of water", "the body of a cow"
  if (syntax.children(noun, 'nmod').some(({lemma}) => things.has(lemma))) return false
  const {relation, head: at} = syntax.firstConjunct(noun)
  const head = syntax.tokens[at]
  // "Government bodies received letters": what is dead does nothing.
  const does = verbs === ofBodies && relation === 'nsubj' && head?.xpos !== 'VBN'
  // "The council has three bodies": only who takes in the dead has them.
  const keepers = head?.lemma === 'have' && verbs === ofBodies ? syntax.children(head, 'nsubj') : null
  if (keepers && !keepers.some(({lemma}) => keepsBodies.has(lemma))) return false
  // "pulled at least 20 bodies out": the parser may take the object for an oblique.
  const isObject = /^(?:obj|nsubj)/.test(relation) || (relation === 'obl' && !syntax.child(noun, 'case'))
  return head !== undefined && verbs.has(head.lemma) && isObject && !does
}

/** "a toll of 200 wounded", "of dead and injured". */
function countsPeople(syntax: Syntax, noun: Token): boolean {
  return noun.upos === 'ADJ' || syntax.child(noun, 'nummod') !== undefined
}

/** "died of his injuries", "succumbed to wounds": a death is told, no wounded. */
function isCauseOfDeath(syntax: Syntax, injury: Token): boolean {
  const head = syntax.head(injury)
  return (
    /^(?:injury|wound)$/.test(injury.lemma) &&
    head !== undefined &&
    /^(?:die|succumb|death|dead)$/.test(head.lemma) &&
    injury.relation !== 'conj'
  )
}
