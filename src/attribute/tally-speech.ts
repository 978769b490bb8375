/**
 * Credits by whose count a figure is.
 *
 *     "the network raised its count to 61 killed"        the network
 *     "32 people died, by his count"                     whom "he" means
 *     "by the network's tally, 380 have been killed"     the network
 *     "two died, which brought her toll to 41 dead"      whom "she" means
 */
import {nounPhrase, subjectsOf} from '../languages/en/clauses.ts'
import type {Span} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import type {Credit} from './credit.ts'
import type {Cue} from './cues.ts'
import type {Reading} from './reading.ts'
import {partAround, trimmed} from './speech-content.ts'
import {canSpeak} from './verb-subjects.ts'

/** Whom a possessive stands for, as the pronoun of the speaker. */
const pronouns: Readonly<Record<string, string>> = {his: 'he', her: 'she', its: 'it', their: 'they'}
const relatives = new Set(['which', 'that', 'who'])
const gives = new Set(['by', 'on'])

/** `noun`: a word for a count, by the list of cues. */
export function tallyCredits(reading: Reading, sentence: Sentence, noun: Token, cue: Cue): Credit[] {
  const {syntax} = reading
  const owner = syntax.child(noun, 'nmod:poss')
  const named = owner && ownerOf(reading, noun, owner)
  if (!named) return []
  const content = figuresOf(reading, sentence, noun, owner)
  if (!content.some(span => syntax.within(span).some(({upos}) => upos === 'NUM'))) return []
  const source = nounPhrase(syntax, owner)
  return [{cue, words: {from: noun.from, to: noun.to}, token: noun, source, named, content, addressee: null}]
}

/** "its", "their" mean the subject of the same verb, else somebody who spoke before. */
function ownerOf({syntax, speakers}: Reading, noun: Token, owner: Token): Span | null {
  const pronoun = pronouns[owner.lower]
  if (!pronoun) return owner.upos === 'NOUN' || owner.upos === 'PROPN' ? nounPhrase(syntax, owner) : null
  const verb = syntax.head(noun)
  const [subject] = verb && noun.relation === 'obj' ? subjectsOf(syntax, verb) : []
  if (subject && canSpeak(subject) && subject.upos !== 'PRON' && !relatives.has(subject.lower))
    return nounPhrase(syntax, subject)
  return speakers.meant({lower: pronoun})?.source ?? null
}

/** Behind "by its count" all else of that part of the sentence, else what stands behind the count. */
function figuresOf({syntax, isCue}: Reading, sentence: Sentence, noun: Token, owner: Token): Span[] {
  const part = partAround(syntax, sentence, noun, isCue)
  const by = beginning(syntax, noun, owner)
  const behind = trimmed(syntax, noun.index + 1, part.end)
  return [by === null ? null : trimmed(syntax, part.first, by), behind].filter(span => span !== null)
}

/** Where "by its count" begins; null where the count is put, raised or has risen. */
function beginning(syntax: Syntax, noun: Token, owner: Token): number | null {
  const first = Math.min(owner.index, ...syntax.within(nounPhrase(syntax, owner)).map(({index}) => index))
  const before = syntax.tokens[first - 1]
  return before && gives.has(before.lower) && before.sentence === noun.sentence ? before.index : null
}
