/**
 * Who the subject of a verb of saying is, also where the tree has none.
 *
 *     "police said ..."                                the subject
 *     "..., police and hospital sources said."         the nouns between the comma and the verb
 *     "...," said the mayor                            the noun behind it
 */
import {subjectsOf} from '../languages/en/clauses.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import type {Reading} from './reading.ts'
import {speakerBefore} from './speaker-phrase.ts'

export const canSpeak = ({upos}: Token) => ['NOUN', 'PROPN', 'PRON', 'ADJ', 'DET'].includes(upos)

/** The subject; where the tree has none, the noun just before or (inverted, "said X") just behind the cue. */
export function speakersOf({syntax, quotation}: Reading, sentence: Sentence, verb: Token): Token[] {
  // Whoever is told of in quotation marks does not say what stands there.
  const isBeside = ({index}: Token) => quotation[index] === quotation[verb.index] || quotation[index] === 0
  const isInverted = (token: Token) => token.index > verb.index
  const subjects = subjectsOf(syntax, verb).filter(token => canSpeak(token) && isBeside(token))
  const beside = besideQuotation(syntax, verb, quotation)
  if (beside && canSpeak(beside)) {
    const inverted = subjects.filter(isInverted)
    return inverted.includes(beside) ? inverted : [beside]
  }
  const tagged = taggedOn(syntax, verb)
  if (tagged.length) return tagged
  const pronoun = pronounTag(syntax, verb)
  if (pronoun) return [pronoun]
  const hasOwn = syntax.child(verb, 'nsubj', 'nsubj:pass') !== undefined
  const behind = hasOwn ? null : invertedAtEnd(syntax, sentence, verb)
  if (behind) return [behind]
  const aside = verb.xpos === 'VBD' || verb.xpos === 'VBZ' ? speakerBefore(syntax, verb) : null
  // "Bodies were found, the chief, Ali Sesay, told reporters": bodies tell nothing.
  const isBare = !hasOwn && verb.relation === 'conj' && syntax.child(verb, 'cc') === undefined
  if (isBare && aside && canSpeak(aside)) return [aside]
  // "The mayor claimed his guards had fled": who stands behind the verb is told of.
  const before = subjects.filter(token => !isInverted(token))
  if (subjects.length) return before.length ? before : subjects
  // "A doctor at the clinic, where they were taken, put the toll at 14": the tree may take a noun for all of the sentence.
  const head = verb.relation === 'conj' ? syntax.head(verb) : undefined
  if (head?.relation === 'root' && head.upos === 'NOUN' && head.index < verb.index) return [head]
  const next = syntax.tokens[verb.index + 1]
  const previous = syntax.tokens[verb.index - 1]
  if (aside && canSpeak(aside)) return [aside]
  if (verb.xpos !== 'VBG' && previous?.upos === 'PUNCT' && next && verb.index + 1 < sentence.end) {
    return syntax
      .children(verb, 'nsubj', 'obj')
      .filter(token => isInverted(token) && canSpeak(token))
      .slice(0, 1)
  }
  return []
}

export const finite = new Set(['VBD', 'VBZ', 'VBP'])
/** Words of a speaker's phrase. */
const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'CCONJ', 'PART'])
const withinTag = new Set(['in', 'of', 'at', 'for', 'from'])
/** A speaker between a comma and the verb has at most so many words. */
const longestTag = 8

const days = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)$/

/** "Eighty-one people were wounded, she said": the pronoun between the comma and the verb, whatever else the tree takes for a subject. */
function pronounTag({tokens}: Syntax, verb: Token): Token | null {
  const [comma, pronoun] = [tokens[verb.index - 2], tokens[verb.index - 1]]
  const isTag = comma?.text === ',' && comma.sentence === verb.sentence && finite.has(verb.xpos)
  return isTag && /^(?:he|she|they|it)$/.test(pronoun!.lower) ? pronoun! : null
}

/** "..., police and hospital sources said.": the nouns between the last comma and a verb that nothing told follows. */
export function taggedOn({tokens}: Syntax, verb: Token): Token[] {
  // "said on Tuesday."
  const day = tokens[verb.index + 1]?.lower === 'on' ? verb.index + 2 : verb.index + 1
  const next = tokens[days.test(tokens[day]?.lower ?? '') ? day + 1 : verb.index + 1]
  const ends =
    isInStatement(tokens, verb) ||
    isToPress(tokens, verb) ||
    !next ||
    next.sentence !== verb.sentence ||
    next.upos === 'PUNCT'
  if (!ends || !finite.has(verb.xpos)) return []
  const isOfPhrase = ({upos, lower}: Token) => nominal.has(upos) || withinTag.has(lower)
  const aside = namedBefore(tokens, verb)
  if (aside) return [aside]
  const end = withoutName(tokens, verb)
  let first = end
  while (first > 0 && end - first < longestTag && isOfPhrase(tokens[first - 1]!)) first--
  const comma = tokens[first - 1]
  if (comma?.text !== ',' || comma.sentence !== verb.sentence) return []
  const whole = tokens.slice(first, end)
  // "health officials in the territory": the head stands before what tells where.
  const at = whole.findIndex(({lower}) => withinTag.has(lower))
  const words = at < 0 ? whole : whole.slice(0, at)
  const isHead = ({upos}: Token, i: number) =>
    (upos === 'NOUN' || upos === 'PROPN') && (i === words.length - 1 || words[i + 1]!.upos === 'CCONJ')
  // "regional governor Ayo Bello": the noun that the others of its phrase hang on.
  const top = (noun: Token): Token => {
    const over = noun.relation === 'conj' ? undefined : tokens[noun.head]
    return over && over.index >= first && over.index < verb.index ? top(over) : noun
  }
  return words[0]?.upos === 'CCONJ' ? [] : [...new Set(words.filter(isHead).map(top))]
}

/** "..., said the deputy mayor.": the head of a phrase that ends the sentence, though the tree takes it for what is said. */
function invertedAtEnd({tokens}: Syntax, {end}: Sentence, verb: Token): Token | null {
  if (tokens[verb.index - 1]?.text !== ',' || !finite.has(verb.xpos)) return null
  // "..., told this newspaper": who was told.
  if (verb.lemma === 'tell') return null
  let last = verb.index
  while (
    last + 1 < end &&
    (nominal.has(tokens[last + 1]!.upos) || /^(?:of|for)$/.test(tokens[last + 1]!.lower))
  )
    last++
  const isOver = last + 1 >= end || /^[.,;]$/.test(tokens[last + 1]!.text)
  if (last === verb.index || !isOver) return null
  // The first noun that is not told more closely by the next one.
  for (let at = verb.index + 1; at <= last; at++) {
    const {upos, head} = tokens[at]!
    if ((upos === 'NOUN' || upos === 'PROPN') && (head <= verb.index || head > last)) return tokens[at]!
  }
  return null
}

const statements = /^(?:statement|message|communique|communiqué|post|tweet|interview|briefing|bulletin)$/

/** "..., the union said in a statement read on its station." */
function isInStatement(tokens: readonly Token[], {index}: Token): boolean {
  return (
    tokens[index + 1]?.lower === 'in' &&
    tokens.slice(index + 2, index + 5).some(({lemma}) => statements.test(lemma))
  )
}

/** "..., the army spokesman told this newspaper.", "told reporters." */
function isToPress(tokens: readonly Token[], {index, lemma}: Token): boolean {
  const [first, second, third] = [1, 2, 3].map(step => tokens[index + step])
  const isMine = /^(?:this|our)$/.test(first?.lower ?? '') && second?.upos === 'NOUN'
  const isPress = /^(?:reporters|journalists|media)$/.test(first?.lower ?? '')
  const end = isMine ? third : isPress ? second : undefined
  return lemma === 'tell' && end?.upos === 'PUNCT'
}

/** '... ," Colonel Mario Tapia, the police spokesman, told reporters.': the name before the aside, behind what is quoted. */
function namedBefore(tokens: readonly Token[], {index}: Token): Token | null {
  if (tokens[index - 1]?.text !== ',') return null
  let at = index - 2
  while (at > 0 && index - at < longestTag && /^(?:NOUN|ADJ|DET|ADP)$/.test(tokens[at]!.upos)) at--
  if (tokens[at]?.text !== ',' || !/^(?:a|an|the)$/.test(tokens[at + 1]?.lower ?? '')) return null
  const last = at - 1
  let first = last
  while (tokens[first - 1]?.upos === 'PROPN') first--
  const isName = tokens[last]?.upos === 'PROPN' && last > first
  const head = tokens.slice(first, last + 1).find(token => token.head < first || token.head > last)
  return isName && head && /^["”’]$/.test(tokens[first - 1]?.text ?? '') ? head : null
}

/** "..., the spokesman of the front, Captain Fares Talas, said.": where the phrase before the name ends. */
function withoutName(tokens: readonly Token[], {index}: Token): number {
  if (tokens[index - 1]?.text !== ',') return index
  let first = index - 1
  while (tokens[first - 1]?.upos === 'PROPN') first--
  return first < index - 1 && tokens[first - 1]?.text === ',' ? first - 1 : index
}

/** Who stands beside the verb that closes a quotation, where the tree looks for him inside it: "...," he added; "...," said the mayor. */
function besideQuotation(syntax: Syntax, verb: Token, quotation: Int32Array): Token | null {
  if (!finite.has(verb.xpos) || quotation[verb.index] !== 0) return null
  const [before, next] = [syntax.tokens[verb.index - 1], syntax.tokens[verb.index + 1]]
  if (!before || !next) return null
  if (before.upos === 'PRON' && quotation[verb.index - 2]! > 0) return before
  if (quotation[before.index] === 0) return null
  // "said the mayor": the head of the nouns behind it.
  let noun: Token = next
  while (noun.head > verb.index && noun.sentence === verb.sentence) noun = syntax.head(noun)!
  return noun.upos === 'NOUN' || noun.upos === 'PROPN' || noun.upos === 'PRON' ? noun : null
}
