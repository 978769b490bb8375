/**
 * Joins the words by which speakers and hearers call themselves.
 *
 *     “I saw my brother,” said Amani Juma.      I, my: Amani Juma
 *     "We want ... our"                         the same group, while the same voice speaks
 *
 * Whose words they are is told by the verb outside the quotation; without one
 * they are only joined with one another, back to three sentences.
 */
import type {Scene, Sieve} from './coreference-sieve.ts'

const reach = 3

export const speakers: Sieve = scene => {
  const {mentions, clusters} = scene
  const last = new Map<string, number>()
  for (const [i, {pronoun, head, isQuoted}] of mentions.entries()) {
    if (!pronoun || pronoun.person === '3') continue
    const key = `${pronoun.person} ${pronoun.number} ${isQuoted}`
    const earlier = last.get(key)
    if (earlier !== undefined && (!isQuoted || head.sentence - mentions[earlier]!.head.sentence <= reach))
      clusters.join(i, earlier, 'same-voice')
    if (isQuoted && pronoun.person === '1' && pronoun.number === 'one' && !clusters.isJoined(i)) {
      const speaker = speakerOf(scene, i)
      if (speaker !== undefined) clusters.join(Math.max(i, speaker), Math.min(i, speaker), 'speaker')
    }
    last.set(key, i)
  }
}

/** The subject of a verb of saying outside the quotation, in the same sentence. */
function speakerOf({syntax, words, mentions, ofHead}: Scene, i: number): number | undefined {
  const {head} = mentions[i]!
  for (const verb of syntax.tokensOf(syntax.sentenceOf(head))) {
    if (!words.speechVerbs.has(verb.lemma)) continue
    const subject = syntax.child(verb, 'nsubj')
    const at = subject && ofHead.get(subject.index)
    if (at !== undefined && !mentions[at]!.isQuoted && mentions[at]!.pronoun?.person !== '2') return at
  }
  return undefined
}
