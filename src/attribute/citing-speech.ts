/**
 * Credits by a verb of citing.
 *
 *     "Y, citing X, said ..."        X is the source, Y passes it on
 *     "Y quotes X as saying ..."     the same
 *     "citing safety concerns"       nobody
 */
import {nounPhrase, subjectsOf} from '../languages/en/clauses.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type Credit, creditsOf} from './credit.ts'
import type {Cue} from './cues.ts'
import type {Reading} from './reading.ts'
import {wholePhrase} from './speaker-phrase.ts'
import {contentOf, partAround, trimmed} from './speech-content.ts'
import {speakersOf} from './verb-subjects.ts'

/** "citing X", "quoting X", "AFP quotes X as saying": X is the source, and the subject, if any, passes it on. */
export function citing(reading: Reading, sentence: Sentence, verb: Token, cue: Cue): Credit[] {
  const {text, syntax, isCue} = reading
  const cited = syntax.children(verb, 'obj')
  if (cited.length === 0) return []
  const source = spanOf(cited.map(noun => nounPhrase(syntax, noun)))!
  const isSource = cited.some(noun => maySpeak(reading, noun))
  const credit = creditsOf(text, syntax, cue, verb)
  const carrier = syntax.head(verb)
  const part = partAround(syntax, sentence, verb, isCue)
  if (verb.xpos === 'VBG' && verb.relation !== 'root') {
    if (!isSource) return []
    const speaker = carrier && (carrier.upos === 'VERB' ? carrier : syntax.head(carrier))
    const said =
      speaker && isCue(speaker) ? contentOf(syntax, sentence, speaker, phraseOf(syntax, speaker), isCue) : []
    const whole = trimmed(syntax, part.first, part.end)
    const content = said.length ? said : whole ? [whole] : []
    return content.length ? [credit(source, content, true)] : []
  }
  const last = Math.max(...syntax.within(source).map(token => token.index))
  const as = [1, 2, 3].find(step => syntax.tokens[last + step]?.lower === 'as')
  const rest = trimmed(syntax, as ? last + as + 2 : last + 1, part.end)
  const whoCites = speakersOf(reading, sentence, verb)
  const outer = whoCites.length ? spanOf(whoCites.map(noun => nounPhrase(syntax, noun))) : null
  // "cited safety concerns" gives them as a reason, "quoted a price" says nothing.
  if (!isSource) return outer && cue.form === 'cite' ? [credit(outer, [source], false)] : []
  // "..., the agency quoted a doctor as saying."
  const before = rest ? null : outer && trimmed(syntax, part.first, syntax.within(outer)[0]!.index)
  if (before) return [credit(outer!, [before], false), credit(source, [before], true)]
  if (!rest) return []
  return [...(outer ? [credit(outer, [rest], false)] : []), credit(source, [rest], true)]
}

/** "citing a lawyer", "citing a study"; "citing safety concerns" names nobody, "the ministry cited safety concerns" only the ministry. */
function maySpeak({isKnown, isPerson, syntax}: Reading, noun: Token): boolean {
  const phrase = nounPhrase(syntax, noun)
  return noun.upos !== 'NOUN' || isKnown(phrase) || isPerson(phrase)
}

function phraseOf(syntax: Syntax, verb: Token): Span | null {
  const subjects = subjectsOf(syntax, verb)
  return subjects.length ? wholePhrase(syntax, subjects, verb) : null
}
