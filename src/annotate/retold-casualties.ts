/**
 * Which casualties are told a second time, and which are an older story, so that no one is counted twice.
 *
 *     "Two guards were killed ... The two guards died when ..."   the same two
 *     "Twelve were killed ... one guard died on the spot"         one of the twelve
 *     "a guard was killed ... another guard was killed"           two: the word says so
 *     "held a man accused of killing five traders"                an older story
 *
 * The words are in codebook/lexicons/en/separate-words.csv and background-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isPassive} from '../languages/en/clauses.ts'
import type {CasualtyMention, CoreferenceChain, Quantity} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {peopleWords} from './people-words.ts'

const everybody = 'people'
/** So many figures back one may be told again. */
const reach = 30
const definite = new Set(['the', 'these', 'those', 'both', 'all', 'that', 'this', 'his', 'her', 'their'])

export function retoldFinder(codebook: Codebook) {
  const separate = codebook.table('lexicons/en/separate-words.csv', ['id', 'form', 'of'])
  const words = (of: string) => new Set(separate.filter(row => row.of === of).map(({form}) => form))
  const [morePeople, otherHappening] = [words('people'), words('happening')]

  /** For each mention the index of the earlier one that tells of the same people, or of a whole they are part of; else null. A later total takes the smaller figures before it. */
  return (
    syntax: Syntax,
    coreference: readonly CoreferenceChain[],
    quantities: readonly Quantity[],
    mentions: readonly CasualtyMention[]
  ): (number | null)[] => {
    const chains = chainFinder(coreference)
    const same: (number | null)[] = mentions.map(() => null)
    const isNew = mentions.map(mention => isMore(syntax, mention) || isSeparate(syntax, mention))
    const told: number[] = []
    const byQuantity = new Map(mentions.map(({quantity, outcome}, i) => [`${quantity} ${outcome}`, i]))
    const wholeOf = ({quantity, outcome}: CasualtyMention) => {
      const total = quantity === null ? null : quantities[quantity]!.partOf
      return total === null ? null : (byQuantity.get(`${total} ${outcome}`) ?? null)
    }
    for (const [i, mention] of mentions.entries()) {
      if (
        mention.polarity !== 'affirmed' ||
        mention.realis !== 'happened' ||
        mention.cumulative ||
        mention.background
      )
        continue
      const number = countOf(mention, quantities)
      if (number === 0) continue
      const whole = wholeOf(mention)
      if (whole !== null) {
        same[i] = whole
        continue
      }
      for (let t = told.length - 1; t >= Math.max(0, told.length - reach); t--) {
        const j = told[t]!
        const how = relation(
          syntax,
          chains,
          mentions[j]!,
          mention,
          isNew[i]!,
          countOf(mentions[j]!, quantities),
          number
        )
        if (how === 'again') same[i] ??= j
        else if (how === 'whole') {
          same[j] = i
          told.splice(t, 1)
        }
        if (same[i] !== null) break
      }
      if (same[i] === null) told.push(i)
    }
    return same
  }

  function relation(
    syntax: Syntax,
    chains: (mention: CasualtyMention) => ReadonlySet<number>,
    before: CasualtyMention,
    mention: CasualtyMention,
    isNew: boolean,
    old: number,
    number: number
  ): 'again' | 'whole' | null {
    if (before.outcome !== mention.outcome) return null
    if (contains(before.of, mention.of) || contains(mention.of, before.of)) return 'again'
    if (isNew) return null
    const isBeside = syntax.tokens[before.token]!.sentence === syntax.tokens[mention.token]!.sentence
    if (isBeside && !isTakenUp(syntax, mention)) {
      // "Three more bodies were found, taking the toll to 14", "rose to 29 after five died of their wounds"
      if (isToll(mention) && number > old) return 'whole'
      return isToll(before) && number <= old ? 'again' : null
    }
    if (sharesChain(chains(before), chains(mention)) && number <= old) return 'again'
    const groups = before.group === mention.group || before.group === everybody || mention.group === everybody
    if (!groups) return null
    if (number <= old) return 'again'
    return 'whole'
  }

  /** "another guard", "five others": more people than those told of before. */
  function isMore(syntax: Syntax, {of}: CasualtyMention): boolean {
    return syntax.within(of).some(({lower}) => morePeople.has(lower))
  }

  function isSeparate(syntax: Syntax, mention: CasualtyMention): boolean {
    const sentence = syntax.sentenceOf(syntax.tokens[mention.token]!)
    const isDefinite = isTakenUp(syntax, mention) || definite.has(syntax.within(mention.of)[0]?.lower ?? '')
    return !isDefinite && syntax.tokensOf(sentence).some(({lower}) => otherHappening.has(lower))
  }
}

/** A figure that is said to be the toll. */
function isToll({rule}: CasualtyMention): boolean {
  return rule === 'outcome-words/toll' || rule === 'outcome-words/death' || rule === 'total-of-what-was-told'
}

/** "He was shot": somebody told of before. */
export function isTakenUp(syntax: Syntax, {of}: CasualtyMention): boolean {
  const [first, ...others] = syntax.within(of)
  return first?.upos === 'PRON' && others.length === 0
}

/** How many a mention adds: its number, one for a name, 0 where nothing is known. */
export function countOf({quantity, one}: CasualtyMention, quantities: readonly Quantity[]): number {
  return quantity === null ? (one ? 1 : 0) : quantities[quantity]!.min
}

/** Ids of the chains that have a mention which ends with the words of the victims. */
export function chainFinder(
  coreference: readonly CoreferenceChain[]
): (mention: CasualtyMention) => ReadonlySet<number> {
  const byEnd = new Map<number, {id: number; span: Span}[]>()
  for (const {id, of, mentions} of coreference) {
    if (of !== 'entity') continue
    for (const span of mentions) byEnd.set(span.to, [...(byEnd.get(span.to) ?? []), {id, span}])
  }
  return ({of}) => new Set((byEnd.get(of.to) ?? []).filter(({span}) => contains(of, span)).map(({id}) => id))
}

export function sharesChain(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].some(id => b.has(id))
}

/** Whether the outcome is an older story that another word of its sentence refers to: "accused of killing five". */
export function backgroundFinder(codebook: Codebook): (syntax: Syntax, token: Token) => Token | null {
  const rows = codebook.table('lexicons/en/background-words.csv', ['id', 'form', 'part'])
  const people = peopleWords(codebook)
  const words = new Set(rows.map(({form, part}) => `${part}:${form}`))

  return (syntax, token) => {
    let at = token
    for (let steps = 0; steps < 8; steps++) {
      const head = syntax.head(at)
      if (!head) return null
      // "fired on a crowd protesting the prices, killing three": what comes of it is no part of what is protested.
      if (at.relation === 'advcl' && at.xpos === 'VBG' && !syntax.child(at, 'mark', 'case')) return null
      const isBeside = ['conj', 'parataxis', 'nsubj', 'nsubj:pass', 'appos'].includes(at.relation)
      const part = head.upos === 'VERB' || head.upos === 'ADJ' ? 'verb' : 'noun'
      const isListed = (kind: string) =>
        words.has(`${kind}:${head.lemma}`) || words.has(`${kind}:${head.lower}`)
      if (!isBeside && isListed(part)) return head
      if (!isBeside && part === 'verb' && isListed('verb-of-one') && isOfOne(syntax, head, at)) return head
      // "the blast that had killed eleven": told as past at that time.
      const isEvent = !/^(?:PRON|PROPN)$/.test(head.upos) && !people.isPerson(head)
      if (
        at.relation === 'acl' &&
        at === token &&
        isEvent &&
        syntax.children(at, 'aux').some(({lower}) => lower === 'had')
      )
        return head
      at = head
    }
    return null
  }
}

/** "Prosecutors accused him of killing", "he admitted killing" are of a court; "the rebels accused the army of killing" is the news. */
function isOfOne(syntax: Syntax, verb: Token, told: Token): boolean {
  if (verb.upos === 'ADJ' || isPassive(syntax, verb)) return true
  const own = told.relation === 'ccomp' ? syntax.child(told, 'nsubj') : undefined
  const whom = syntax.child(verb, 'obj') ?? own ?? syntax.child(verb, 'nsubj')
  if (!whom || whom === told) return !whom
  if (whom.upos === 'PRON') return /^(?:he|she|him|her|i|who)$/.test(whom.lower)
  // A body has one word, or an article: "Hamas", "the Harbour Party".
  const isName = whom.relation === 'flat' || syntax.child(whom, 'flat') !== undefined
  if (whom.upos === 'PROPN') return isName && !syntax.child(whom, 'det')
  return whom.xpos === 'NN' && personWords.has(whom.lemma)
}

const personWords = new Set([
  'man',
  'woman',
  'suspect',
  'defendant',
  'teenager',
  'boy',
  'girl',
  'husband',
  'wife'
])
