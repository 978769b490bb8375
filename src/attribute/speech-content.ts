/**
 * Which words a cue credits to its speaker.
 *
 *     "Police said [two people died]."                      the clause after the cue
 *     "[The gates were shut], sources said."                what stands before
 *     "[The march], officials said, [ended in violence]."   both sides
 *     "[No one died], according to the ministry, although ..."  the part of the sentence it stands in
 *
 * The tree decides where it shows a complement; else the commas do.
 */
import {nounPhrase} from '../languages/en/clauses.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'

/** What a noun phrase is made of. */
const nominal = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET'])
/** Words that set one's own word against what was said. */
const setsAgainst = new Set(['although', 'though', 'however'])
/** Words, like a semicolon, behind which another speaker may follow. */
const turns = new Set(['while', 'but', 'whereas'])

/** The part of the sentence, between turns, that holds the token. */
export function partAround(
  syntax: Syntax,
  sentence: Sentence,
  token: Token,
  isCue: (token: Token) => boolean
): {first: number; end: number} {
  let first = sentence.first
  let end = sentence.end
  for (let i = sentence.first; i < sentence.end; i++) {
    const word = syntax.tokens[i]!
    const isBehindMark = [',', ';'].includes(syntax.tokens[i - 1]?.text ?? '')
    const mayTurn = word.text === ';' || (isBehindMark && turns.has(word.lower))
    const isTurn =
      (isBehindMark && setsAgainst.has(word.lower)) ||
      (mayTurn && syntax.tokens.slice(i, sentence.end).some(isCue))
    if (!isTurn) continue
    if (i <= token.index) first = i + 1
    else {
      end = i
      break
    }
  }
  return {first, end}
}

const marks = new Set(['"', '”', "''", '»'])
const openingMarks = new Set(['"', '“', "''", '«', '``'])
const tellsWhen = new Set(['after', 'as', 'while', 'when', 'because', 'since', 'before'])
/** A headline says as much in two words: "Two dead, police say". */
const fewestWordsBefore = 2
const fewestWordsBehind = 3

/** What "X said" credits. The words of the speaker (`source`) and of an addressee are left out. Empty when nothing is said. */
export function contentOf(
  syntax: Syntax,
  sentence: Sentence,
  cue: Token,
  source: Span | null,
  isCue: (token: Token) => boolean
): Span[] {
  const speaker = source ? syntax.within(source).filter(token => token.sentence === cue.sentence) : []
  const first = Math.min(cue.index, speaker[0]?.index ?? cue.index)
  const last = Math.max(cue.index, speaker.at(-1)?.index ?? cue.index)
  const part = partAround(syntax, sentence, cue, isCue)
  const left = trimmed(syntax, part.first, first)
  const behind = afterAddressee(syntax, cue, last, part.end)
  const right = trimmed(syntax, behind, nextCue(syntax, cue, behind, part.end, isCue))
  const set = (...spans: readonly (Span | null)[]) => spans.filter(span => span !== null)
  const next = syntax.tokens[last + 1]
  const isQuotedRight = right !== null && openingMarks.has(syntax.within(right)[0]?.text ?? '')
  const quotedRight = isQuotedRight ? right : null
  const before = syntax.tokens[first - 1]
  const isLeftQuoted =
    before !== undefined && [before.text, syntax.tokens[first - 2]?.text ?? ''].some(text => marks.has(text))
  const isLeftSaid =
    left !== null &&
    wordsIn(syntax, left) >= fewestWordsBefore &&
    (before?.text === ',' || marks.has(before?.text ?? ''))
  // "Two died, police told reporters on Saturday, one of them a guard."
  if (isLeftSaid && toldSomebody.has(cue.lemma)) {
    const end = pastDay(syntax, behind, part.end)
    const isOver = end >= part.end || syntax.tokens[end]!.upos === 'PUNCT'
    if (isOver) return set(left, opensPart(syntax, end + 1) ? trimmed(syntax, end, part.end) : null)
  }
  // "Two died, officials said Wednesday, up from one reported on Monday."
  const isDayAside = next !== undefined && isDay(next) && syntax.tokens[last + 2]?.upos === 'PUNCT'
  if (isLeftSaid && isDayAside) return set(left)
  // "Ten died, the ministry said, revising an earlier toll": what it did beside saying so.
  const isBeside = isLeftSaid && next?.text === ',' && syntax.tokens[last + 2]?.xpos === 'VBG'
  if (isBeside) return set(left)
  const clause = complementSpan(syntax, sentence, cue, isCue)
  // "..., officials said, after rebels attacked": when it was, not what is said.
  const opening = clause && clause.from > cue.from ? syntax.within(clause)[0]!.lower : ''
  const complement = isLeftSaid && next?.text === ',' && tellsWhen.has(opening) ? null : clause
  const isThat = complement !== null && syntax.within(complement)[0]?.lower === 'that'
  if (isLeftSaid && isLeftQuoted && !isThat) return set(left, quotedRight)
  // The tree may take the speaker's first words for the end of what he says.
  const ended = complement && complement.to <= cue.from && complement.to > (speaker[0]?.from ?? Infinity)
  if (ended) return set(left, quotedRight)
  if (complement && complement.to > cue.from) return [complement]
  // "Rebels hurt two when they stormed the base, sources said": the tree may hang the rest on the cue.
  if (complement) {
    // "Eighty-one people were hurt, she said": the tree may hang the number elsewhere.
    const cut = isLeftSaid ? syntax.within({from: left.from, to: complement.from}) : []
    const isCut = cut.length > 0 && cut.every(({upos, xpos}) => nominal.has(upos) || xpos === 'HYPH')
    const from = isCut ? left!.from : complement.from
    return set({from, to: Math.max(complement.to, isLeftSaid ? left.to : 0)}, quotedRight)
  }
  // "said in a statement that ...": the clause stands behind the aside.
  const opener = right && syntax.within(right)[0]
  const isClause = opener?.lower === 'that' && opener.upos === 'SCONJ'
  const endsWithCue =
    right === null || wordsIn(syntax, right) < fewestWordsBehind || (!isClause && isAside(syntax, last + 1))
  if (isLeftSaid && endsWithCue) return set(left, quotedRight)
  if (isLeftSaid && next?.text === ',' && speaker.length) return set(left, right)
  // "The council acknowledged 15 deaths": a number is said in few words.
  const isNumber = right !== null && syntax.within(right).some(({upos}) => upos === 'NUM')
  return endsWithCue && !isNumber ? [] : set(right)
}

/** Behind "on Saturday", "late on Sunday morning", if that stands at `from`. */
function pastDay(syntax: Syntax, from: number, end: number): number {
  // "told Radio | Oru on Saturday": the rest of whoever was told.
  let first = from
  while (first < end && syntax.tokens[first]!.upos === 'PROPN' && !isDay(syntax.tokens[first]!)) first++
  for (let at = first; at < Math.min(first + longestDay, end); at++) {
    const token = syntax.tokens[at]!
    if (token.upos === 'PUNCT') return at
    if (
      !isDay(token) &&
      !['on', 'late', 'early', 'morning', 'afternoon', 'evening', 'night'].includes(token.lower)
    )
      return from
  }
  return Math.min(first + longestDay, end)
}

/** Words of a day behind whoever was told. */
const longestDay = 4

/** "nine of them policemen", "including two guards": a part of what was told. */
function opensPart(syntax: Syntax, at: number): boolean {
  const [first, second, third] = [0, 1, 2].map(step => syntax.tokens[at + step])
  if (['including', 'among'].includes(first?.lower ?? '')) return true
  return second?.lower === 'of' && /^(?:them|whom|these|those)$/.test(third?.lower ?? '')
}

/** "denied this | and said that ...": what the same speaker says by the next verb is said by that one alone. */
function nextCue(
  syntax: Syntax,
  cue: Token,
  from: number,
  end: number,
  isCue: (token: Token) => boolean
): number {
  const next = [cue, ...syntax.children(cue, 'ccomp')]
    .flatMap(verb => syntax.children(verb, 'conj'))
    .find(verb => verb.index > from && isCue(verb) && !syntax.child(verb, 'nsubj', 'nsubj:pass'))
  const joint = next && syntax.child(next, 'cc')
  return joint && joint.index > from ? Math.min(joint.index, end) : end
}

/** The span of the clause that the tree gives as complement, up to the end of its part. */
function complementSpan(
  syntax: Syntax,
  sentence: Sentence,
  cue: Token,
  isCue: (token: Token) => boolean
): Span | null {
  const clauses = syntax.children(cue, 'ccomp')
  const complement =
    clauses.find(({index}) => index > cue.index) ??
    clauses[0] ??
    // "said in a statement read on the radio": what was read is the statement.
    syntax
      .children(cue, 'xcomp')
      .find(
        ({upos, xpos, index}) =>
          upos === 'VERB' && !(xpos === 'VBN' && syntax.tokens[index - 1]?.upos === 'NOUN')
      )
  if (!complement) return null
  const tokens = syntax.subtree(complement, child => child.relation === 'parataxis')
  const first = tokens[0]!.index
  const around = partAround(syntax, sentence, cue, isCue)
  const part = {...around, end: nextCue(syntax, cue, cue.index + 1, around.end, isCue)}
  let last = Math.min(tokens.at(-1)!.index, first > cue.index ? part.end - 1 : sentence.end)
  // "counted 125 injured: 27 civilians and 98 officers": what a colon opens is said, too.
  if (last > cue.index && syntax.tokens[last + 1]?.text === ':') last = Math.max(last, part.end - 1)
  if (last > cue.index) last = withCutOff(syntax, cue, last, part.end)
  if (first < cue.index && last > cue.index) return null
  // "counted 125 people injured", "told them to leave": who is injured or leaves belongs to it.
  const object = complement.relation === 'xcomp' ? syntax.child(cue, 'obj', 'iobj') : undefined
  const whole =
    object && object.index < first
      ? phraseStart(syntax, object.index, cue.index + 1)
      : subjectStart(syntax, cue, first)
  const from = Math.max(whole, first < cue.index ? sentence.first : cue.index + 1)
  return trimmed(
    syntax,
    from,
    Math.min(last + 1, complement.index > cue.index ? Math.max(part.end, complement.index + 1) : last + 1)
  )
}

/** What the tree hangs on the cue beside the clause is a part of it that was cut off; what is done beside the saying is not. */
const cutOff = new Set(['ccomp', 'parataxis', 'nsubj', 'nsubj:pass', 'obj', 'dep', 'punct'])

/** The last token of a clause that ends at `last`, with the pieces right behind it. */
function withCutOff(syntax: Syntax, cue: Token, last: number, end: number): number {
  let at = last
  for (const child of syntax.children(cue)) {
    if (child.index <= at) continue
    if (!cutOff.has(child.relation)) break
    const below = syntax.subtree(child).at(-1)!.index
    if (below >= end) break
    at = Math.max(at, below)
  }
  return at
}

const toldSomebody = new Set(['tell', 'inform', 'remind', 'assure', 'warn', 'accuse'])
const introduces = new Set(['that', 'whether', 'if', 'how', 'why', 'what', 'when', 'where', 'who'])

/** "said the march | was over": nouns right behind the cue that the tree cut off from the clause they are the subject of. */
function subjectStart(syntax: Syntax, cue: Token, first: number): number {
  if (first <= cue.index + 1 || toldSomebody.has(cue.lemma)) return first
  if (introduces.has(syntax.tokens[first]!.lower)) return first
  for (let i = cue.index + 1; i < first; i++) {
    const token = syntax.tokens[i]!
    const isNominal = ['NOUN', 'PROPN', 'DET', 'ADJ', 'NUM', 'PRON', 'ADP', 'PART'].includes(token.upos)
    if (!isNominal || (i === cue.index + 1 && token.upos === 'ADP') || isDay(token)) return first
  }
  return cue.index + 1
}

function isDay({lower}: Token): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|later)$/.test(lower)
}

/** Behind "told AFP on condition of anonymity that": where the statement begins. */
function afterAddressee(syntax: Syntax, cue: Token, last: number, end: number): number {
  let isCounted = false
  for (let i = last + 1; i < Math.min(last + 14, end); i++) {
    const {lower, xpos, upos} = syntax.tokens[i]!
    // "spoke of ten dead, a number that nobody confirmed": a relative.
    if (lower === 'that' && xpos !== 'WDT' && !isCounted) return i
    isCounted ||= upos === 'NUM'
    if (['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos)) break
  }
  if (last === cue.index && ['tell', 'inform'].includes(cue.lemma)) {
    const addressee = syntax.children(cue, 'obj', 'iobj')[0]
    if (addressee)
      return Math.max(...syntax.within(nounPhrase(syntax, addressee)).map(token => token.index)) + 1
  }
  return last + 1
}

/** "…, sources said, asking not to be named": what follows is about the speaker. */
function isAside(syntax: Syntax, at: number): boolean {
  const [comma, word] = [syntax.tokens[at], syntax.tokens[at + 1]]
  if (
    comma?.text === ',' &&
    word &&
    ['asking', 'speaking', 'requesting', 'declining', 'citing', 'without'].includes(word.lower)
  )
    return true
  return ['on', 'in', 'late', 'early', 'earlier', 'yesterday', 'without'].includes(comma?.lower ?? '')
}

/** Where the speaker's phrase begins: determiners and modifiers before the noun. */
function phraseStart(syntax: Syntax, index: number, first: number): number {
  const token = syntax.tokens[index]!
  const phrase = syntax.within(nounPhrase(syntax, token))
  return Math.max(first, Math.min(index, ...phrase.map(word => word.index)))
}

function wordsIn(syntax: Syntax, span: Span): number {
  return syntax.within(span).filter(token => token.upos !== 'PUNCT').length
}

/** The span of tokens `first` to before `end`, without punctuation at its ends; `null` when nothing is left. */
export function trimmed(syntax: Syntax, first: number, end: number): Span | null {
  const isLoose = (token: Token) => token.upos === 'PUNCT' && !['"', '“', '”'].includes(token.text)
  let from = first
  let to = end
  while (from < to && isLoose(syntax.tokens[from]!)) from++
  while (to > from && isLoose(syntax.tokens[to - 1]!)) to--
  return spanOf(syntax.tokens.slice(from, to))
}

/** Whether a clause or quoted words say what is said or thought: "believes that", "found the march had ended", "they left, he wrote". */
export function isSaidClause(syntax: Syntax, verb: Token, quotation: Int32Array): boolean {
  const next = syntax.tokens[verb.index + 1]
  return (
    syntax.child(verb, 'ccomp') !== undefined ||
    verb.relation === 'parataxis' ||
    introduces.has(next?.lower ?? '') ||
    isCutOff(syntax, verb) ||
    isQuoting(syntax, verb, quotation)
  )
}

/** "believed the protest | helped them": the parser may leave the subject of the clause with the verb, as its object. */
function isCutOff(syntax: Syntax, verb: Token): boolean {
  const [object] = syntax.children(verb, 'obj').filter(({index}) => index > verb.index)
  const next = object && syntax.tokens[syntax.subtree(object).at(-1)!.index + 1]
  return (
    next !== undefined &&
    next.sentence === verb.sentence &&
    tensedVerbs.has(next.xpos) &&
    next.head < verb.index &&
    syntax.child(next, 'nsubj', 'nsubj:pass') === undefined
  )
}

const tensedVerbs = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** A quotation this near before or behind a verb is what it says, in tokens. */
const reachOfQuotation = 3
/** Shorter ones are names and words held at arm's length. */
const fewestQuoted = 6

/** Whether a quotation, long enough for a statement, stands behind a comma or colon behind the verb, or ends with a mark before it and its speaker. */
export function isQuoting({tokens}: Syntax, {index, sentence}: Token, quotation: Int32Array): boolean {
  if (quotation[index] !== 0) return false
  const isLong = (at: number, step: 1 | -1) => quotation[at] === quotation[at + step * (fewestQuoted - 1)]
  const isMark = (at: number) => tokens[at]?.upos === 'PUNCT' && tokens[at]?.sentence === sentence
  for (let i = index + 1; i <= index + reachOfQuotation; i++) {
    if (quotation[i]) return isMark(i - 1) && isMark(i) && isLong(i, 1)
    if (tokens[i]?.upos !== 'PUNCT') break
  }
  for (let i = index - 1; i >= index - reachOfQuotation && i >= 0; i--)
    if (quotation[i]) return isMark(i) && (isMark(i - 1) || isMark(i + 1)) && isLong(i, -1)
  return false
}
