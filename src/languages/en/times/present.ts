/**
 * Whether a sentence tells what is so these days, or what comes again, and so no happening of a day.
 *
 *     "Today the mill is a museum", "the method is still used today"      these days
 *     "Police arrest nine today", "he is being tried today"               a day: a report's present, a course of things
 *     "Buses leave twice a week, on Monday and Friday"                    again and again
 */
import type {Sentence, Syntax, Token} from '../../../model/syntax.ts'

const longestWord = 'overnight'.length

/** Verbs of saying ("says", "reports") date the saying. */
export function tellsNow(syntax: Syntax, at: number, isCue: (lemma: string) => boolean): boolean {
  const [today] = syntax.within({from: at, to: at + longestWord})
  if (!today) return false
  const chain = [today, ...syntax.ancestors(today)]
  for (const token of chain) {
    const isStill = syntax.children(token, 'advmod').some(({lower}) => lower === 'still')
    if (isStill && token.xpos !== 'VBD') return true
    // "magicians working today": what governs them decides.
    if (token.relation === 'acl' && token.xpos === 'VBG') continue
    // "the plan known today as"
    if (token.relation.startsWith('acl') && token.xpos === 'VBN' && token.lemma === 'know') return true
    const finite = finiteOf(syntax, token)
    if (finite === undefined) {
      if (token.upos === 'VERB') return false
      continue
    }
    return isPresent(finite) && !isCue(token.lemma) && !isCourse(syntax, token) && !isOfSpeaker(syntax, token)
  }
  return false
}

/** The word of a predicate that bears the tense: its auxiliary or copula, else the verb. */
function finiteOf(syntax: Syntax, token: Token): Token | undefined {
  const [helper] = syntax.children(token, 'aux', 'aux:pass', 'cop')
  if (helper) return helper
  return token.upos === 'VERB' && /^VB[DZP]$/.test(token.xpos) ? token : undefined
}

function isPresent({xpos, lemma}: Token): boolean {
  return /^VB[ZP]$/.test(xpos) && lemma !== 'have'
}

/** "is visiting", "is to begin" */
function isCourse(syntax: Syntax, token: Token): boolean {
  const isHelped = syntax.children(token, 'aux', 'cop').length > 0
  return (token.xpos === 'VBG' && isHelped) || (token.xpos === 'VB' && isHelped)
}

const speaker = new Set(['i', 'we', 'us', 'me', 'here'])

/** "I want to speak today": a speaker's today is the day. */
function isOfSpeaker(syntax: Syntax, token: Token): boolean {
  const here = syntax.tokensOf(syntax.sentenceOf(token)).map(({lower}) => lower)
  return here.some(word => speaker.has(word))
}

/** `isHabitWord` knows "daily", "usually", "open"; a past tense tells that it happened. */
export function tellsHabit(
  syntax: Syntax,
  sentence: Sentence,
  text: string,
  habit: RegExp,
  future: RegExp
): boolean {
  const words = text.slice(sentence.from, sentence.to)
  if (!habit.test(words) || future.test(words)) return false
  return syntax.tokensOf(sentence).every(({xpos, relation}) => xpos !== 'VBD' && relation !== 'aux:pass')
}
