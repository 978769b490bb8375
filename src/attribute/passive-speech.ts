/**
 * Credits by a passive verb.
 *
 *     "the raid was confirmed by the ministry"      the agent says it
 *     "X was quoted (by Y) as saying ..."           X says it, Y passes it on
 *     "residents, quoted by the agency, said"       the agency passes on what they say
 */
import {agentsOf, nounPhrase, subjectsOf} from '../languages/en/clauses.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type Credit, creditsOf} from './credit.ts'
import type {Cue} from './cues.ts'
import type {Reading} from './reading.ts'
import {wholePhrase} from './speaker-phrase.ts'
import {contentOf, partAround, trimmed} from './speech-content.ts'
import {canSpeak} from './verb-subjects.ts'

export function passiveCredits(reading: Reading, sentence: Sentence, verb: Token, cue: Cue): Credit[] {
  const {text, syntax, isCue} = reading
  const [agent] = syntax.tokens[verb.index + 1]?.lower === 'by' ? agentsOf(syntax, verb) : []
  const by = agent && agent.index > verb.index ? nounPhrase(syntax, agent) : null
  const credit = creditsOf(text, syntax, cue, verb)
  if (cue.use === 'cites') {
    const saying = asSaying(syntax, verb)
    if (saying) {
      const rest = trimmed(syntax, saying + 1, partAround(syntax, sentence, verb, isCue).end)
      const subjects = subjectsOf(syntax, verb).filter(canSpeak)
      const source = subjects.length ? wholePhrase(syntax, subjects, verb) : null
      if (!rest || !source) return []
      return [...(by ? [credit(by, [rest])] : []), credit(source, [rest], true)]
    }
    // "residents, quoted by the agency, said": whoever quotes them passes on what they say.
    const speaker = syntax.head(verb)
    const said = speaker && syntax.head(speaker)
    if (by && verb.relation === 'acl' && said && isCue(said)) {
      const content = contentOf(syntax, sentence, said, wholePhrase(syntax, [speaker], said), isCue)
      return content.length ? [credit(by, content)] : []
    }
    return []
  }
  if (!by) return []
  const clause = syntax.children(verb, 'ccomp', 'csubj:pass', 'csubj').find(({index}) => index !== verb.index)
  const subject = syntax.child(verb, 'nsubj:pass')
  const isEmpty = subject?.lower === 'it'
  if (clause) {
    const span = spanOf(syntax.subtree(clause))
    const whole =
      span && trimmed(syntax, syntax.within(span)[0]!.index, syntax.within(span).at(-1)!.index + 1)
    return whole ? [credit(by, [whole])] : []
  }
  if (isEmpty) {
    const part = partAround(syntax, sentence, verb, isCue)
    const left = trimmed(syntax, part.first, subject!.index)
    return left ? [credit(by, [left])] : []
  }
  return subject ? [credit(by, [spanOf(syntax.subtree(subject))!])] : []
}

const reachOfSaying = 12

/** Where "as saying" or "as telling" stands behind a verb of quoting. */
function asSaying(syntax: Syntax, verb: Token): number | null {
  for (let i = verb.index + 1; i < verb.index + reachOfSaying; i++) {
    const word = syntax.tokens[i]
    if (!word || word.sentence !== verb.sentence) return null
    if (word.xpos === 'VBG' && syntax.tokens[i - 1]!.lower === 'as') return i
  }
  return null
}
