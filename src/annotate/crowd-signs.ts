/**
 * What says that a number of people is the size of a crowd.
 *
 *     "200 marchers", "a crowd of 3,000", "a march by hundreds of nurses"   the noun, or the noun before it
 *     "hundreds marched", "attended by 900 people"                          the verb
 *     "the rally drew 2,000 people"                                         what an event draws
 *     "put attendance at 900", "the crowd swelled to 900", "900-strong"     a measure of the crowd
 *     "organisers spoke of 9,000, police said 2,000"                        a bare figure beside another
 *
 * The words are in codebook/lexicons/en/crowd-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isVerb} from '../languages/en/clauses.ts'
import type {Quantity} from '../model/layers.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import {otherNumbers} from './number-kinds.ts'

type CrowdSign = NonNullable<Quantity['crowd']>

/** A number phrase with its bounds, and the word that is counted: the number itself where it stands alone. */
export interface Numbered {
  readonly first: number
  readonly end: number
  readonly head: number
}

/** How far before "at 900" the measure may stand, in words. */
const reach = 10
/** "12,000 by the unions and 5,000 by the prefecture", "5,500 in the capital and 36,000 in the country" */
const nextTo = new Set(['by', 'according', 'in', 'at', 'across', 'elsewhere'])
/** Uses that tell of a protest or riot by themselves. */
const unquiet = new Set(['person', 'event', 'takes-part', 'draws'])
const ofWhom = new Set(['of', 'by', 'with', 'involving'])
/** How far before a number the event may stand that drew so many. */
const reachOfEvent = 7

export function crowdSigns(codebook: Codebook) {
  const rows = codebook
    .table('lexicons/en/crowd-words.csv', ['id', 'form', 'use'])
    .map(({id, form, use}) => ({id, use, words: form.split(/ |(?<=.)(?=-)|(?<=-)/)}))
  const byWord = Map.groupBy(rows, ({words}) => words[0]!)
  const isOther = otherNumbers(codebook)

  /** The row of one of the uses whose words begin at the token, within three words of each other. */
  function rowAt(syntax: Syntax, token: Token, ...uses: readonly string[]) {
    if (isOtherThing(syntax, token)) return undefined
    return byWord.get(token.lemma)?.find(({use, words}) => {
      if (!uses.includes(use)) return false
      let at = token.index
      return words.slice(1).every(word => {
        const next = [1, 2, 3].find(i => isWord(syntax.tokens[at + i], token, word))
        at += next ?? 0
        return next !== undefined
      })
    })
  }

  function signOf(syntax: Syntax, token: Token, ...uses: readonly string[]): CrowdSign | null {
    const row = rowAt(syntax, token, ...uses)
    return row
      ? {rule: `crowd-words/${row.id}`, token: token.index, needsUnrest: !unquiet.has(row.use)}
      : null
  }

  /** `told`: whether the size of a crowd was told shortly before. */
  return (syntax: Syntax, sentence: Sentence, number: Numbered, told: boolean): CrowdSign | null => {
    const head = syntax.tokens[number.head]!
    const isBare = number.head < number.end
    const top = topOf(syntax, head, number, word => rowAt(syntax, word, 'several') !== undefined)
    if (isBare && isOther(syntax, syntax.tokens[number.first]!, next(syntax, sentence, number.end)))
      return null
    return (
      strong(syntax, sentence, number) ??
      byNoun(syntax, head, top) ??
      byVerb(syntax, head, top) ??
      nextVerb(syntax, sentence, head) ??
      drawn(syntax, sentence, number) ??
      behindEvent(syntax, sentence, number) ??
      (isBare ? byMeasure(syntax, sentence, number, told) : null)
    )
  }

  /** "the 900-strong march" */
  function strong(syntax: Syntax, sentence: Sentence, {end}: Numbered): CrowdSign | null {
    const word = next(syntax, sentence, end + 1)
    return next(syntax, sentence, end)?.text === '-' && word?.lower === 'strong'
      ? {
          rule: 'crowd-words/strong',
          token: word.index,
          needsUnrest: !namesCrowd(syntax, sentence, word.index + 1)
        }
      : null
  }

  function namesCrowd(syntax: Syntax, {end}: Sentence, from: number): boolean {
    return syntax.tokens
      .slice(from, Math.min(from + 3, end))
      .some(word => rowAt(syntax, word, 'person', 'crowd', 'event'))
  }

  /** "broke up a march by 300 nurses": the parser may hang the nurses on the verb. */
  function behindEvent(syntax: Syntax, sentence: Sentence, {first}: Numbered): CrowdSign | null {
    const [noun, by] = [syntax.tokens[first - 2], syntax.tokens[first - 1]]
    return noun && noun.index >= sentence.first && ofWhom.has(by!.lower)
      ? signOf(syntax, noun, 'crowd', 'event')
      : null
  }

  function byNoun(syntax: Syntax, head: Token, top: Token): CrowdSign | null {
    const own = signOf(syntax, head, 'person', 'crowd')
    if (own) return own
    const first = syntax.firstConjunct(top)
    const over = syntax.head(first)
    if (first.relation !== 'nmod' || !over) return null
    const isBehind = syntax.children(first, 'case').some(({lower}) => ofWhom.has(lower))
    return isBehind ? signOf(syntax, over, 'crowd', 'event', 'measure') : null
  }

  function byVerb(syntax: Syntax, head: Token, top: Token): CrowdSign | null {
    const first = syntax.firstConjunct(top)
    const verb = syntax.head(first)
    for (const clause of syntax.children(head, 'acl')) {
      const sign = signOf(syntax, clause, 'takes-part', 'comes') ?? beginning(syntax, clause)
      if (sign) return sign
    }
    if (!verb) return null
    if (!isVerb(verb)) return beingIn(syntax, first, verb)
    if (first.relation === 'obl' && syntax.child(first, 'case')?.lower === 'with') {
      const filled = signOf(syntax, verb, 'filled')
      return filled && {...filled, needsUnrest: true}
    }
    // The parser may hang a bare number on the verb as if it counted it: "2,000 attended".
    if (['nsubj', 'obl:agent', 'nummod'].includes(first.relation)) {
      const verbs = [verb, ...syntax.children(verb, 'conj', 'xcomp')]
      const begun = verbs.flatMap(word => beginning(syntax, word) ?? [])
      if (begun[0]) return begun[0]
      const signs = verbs.flatMap(word => signOf(syntax, word, 'takes-part', 'comes') ?? [])
      return signs.find(({needsUnrest}) => !needsUnrest) ?? signs[0] ?? null
    }
    return null
  }

  /** "90 weavers began a strike" */
  function beginning(syntax: Syntax, verb: Token): CrowdSign | null {
    const objects = rowAt(syntax, verb, 'begins') ? syntax.children(verb, 'obj') : []
    return objects.flatMap(noun => signOf(syntax, noun, 'event') ?? [])[0] ?? null
  }

  /** "900 were present", "900 are on strike", "900 were at the core of the march": what they are in, or that they came. */
  function beingIn(syntax: Syntax, subject: Token, predicate: Token): CrowdSign | null {
    if (!syntax.child(predicate, 'cop') || !subject.relation.startsWith('nsubj')) return null
    const words = [predicate, ...syntax.children(predicate, 'nmod')]
    return words.flatMap(word => signOf(syntax, word, 'comes', 'event') ?? [])[0] ?? null
  }

  /** "900 people had turned out": the verb right behind, whatever the parser makes of it. */
  function nextVerb(syntax: Syntax, sentence: Sentence, head: Token): CrowdSign | null {
    const behind = syntax.tokens.slice(head.index + 1, Math.min(head.index + 4, sentence.end))
    const at = behind.findIndex(({upos}) => upos !== 'AUX' && upos !== 'ADV')
    const verb = behind[at]
    const isActive =
      verb && (/^VB[DPZ]$/.test(verb.xpos) || behind.slice(0, at).some(({lemma}) => lemma === 'have'))
    return isActive ? signOf(syntax, verb, 'takes-part', 'comes') : null
  }

  /** "the rally drew more than 2,000 people": the event, the verb and the number in a row. */
  function drawn(syntax: Syntax, sentence: Sentence, {first}: Numbered): CrowdSign | null {
    const before = syntax.tokens.slice(Math.max(sentence.first, first - reachOfEvent), first)
    const at = before.findLastIndex(word => rowAt(syntax, word, 'draws') !== undefined)
    if (at < before.length - 2 || at < 0) return null
    const isEvent = before.slice(0, at).some(word => rowAt(syntax, word, 'event', 'crowd'))
    const sign = signOf(syntax, before[at]!, 'draws')
    // "The biggest so far drew 2,000": of what, the sentences around it say.
    const isDrawn = /^(?:draw|drew|attract)$/.test(before[at]!.lemma)
    return sign && (isEvent || isDrawn) ? {...sign, needsUnrest: !isEvent} : null
  }

  /** The words before a number without a noun: "put attendance at", "numbering", "police said". */
  function byMeasure(
    syntax: Syntax,
    sentence: Sentence,
    {first, end}: Numbered,
    told: boolean
  ): CrowdSign | null {
    const from = Math.max(sentence.first, first - reach)
    const words = syntax.tokens.slice(from, first)
    const stop = words.findLastIndex(({text}) => text === ';' || text === ':')
    const left = words.slice(stop + 1)
    const before = left.at(-1)
    if (!before) return null
    const named = (...uses: string[]) =>
      left.findLast(word => word !== before && rowAt(syntax, word, ...uses) !== undefined)
    const right = syntax.tokens.slice(end, Math.min(end + reachOfEvent, sentence.end))
    const numbering = left.slice(-3).flatMap(word => signOf(syntax, word, 'numbers') ?? [])
    if (numbering.length && named('person', 'crowd', 'event', 'takes-part')) return numbering[0]!
    if (['at', 'of', 'to', 'as', 'than'].includes(before.lower)) {
      const measure = named('measure')
      if (measure) return signOf(syntax, measure, 'measure')
      const size = named('size')
      const isNamed = named('person', 'crowd', 'event') ?? right.find(word => rowAt(syntax, word, 'event'))
      if (size && (told || isNamed)) return signOf(syntax, size, 'size')
    }
    if (!told) return null
    const after = next(syntax, sentence, end)
    const ends = !after || /^(?:PUNCT|CCONJ|SCONJ|ADV)$/.test(after.upos)
    const said = ends ? left.slice(-3).findLast(word => rowAt(syntax, word, 'says')) : undefined
    if (said) return signOf(syntax, said, 'says')
    // "put it at 12,000 by the unions and 5,000 by the prefecture"
    const isNext = before.lower === 'and' && after && nextTo.has(after.lower)
    return isNext ? {rule: 'crowd-words/and', token: after.index, needsUnrest: true} : null
  }
}

const arms = new Set(['air', 'drone', 'missile', 'rocket', 'artillery', 'military', 'bombing', 'precision'])

/** "since March 2011" is no march, an air strike no strike. */
function isOtherThing(syntax: Syntax, token: Token): boolean {
  if (token.lemma === 'march') return token.upos === 'PROPN' && !syntax.child(token, 'det')
  return token.lemma === 'strike' && arms.has(syntax.tokens[token.index - 1]?.lower ?? '')
}

/** "tens of thousands of people", "a group of 200 miners": the number, or the group, stands over its noun. */
function topOf(
  syntax: Syntax,
  head: Token,
  {first, end}: Numbered,
  isSeveral: (noun: Token) => boolean
): Token {
  let top = head
  for (let over = syntax.head(top); over; over = syntax.head(top)) {
    const isNumber = over.index >= first && over.index < end
    if (!isNumber && !(top.relation === 'nmod' && isSeveral(over))) break
    top = over
  }
  return top
}

function isWord(token: Token | undefined, first: Token, word: string): boolean {
  return token?.sentence === first.sentence && (token.lemma === word || token.lower === word)
}

function next(syntax: Syntax, sentence: Sentence, at: number): Token | undefined {
  return at < sentence.end ? syntax.tokens[at] : undefined
}
