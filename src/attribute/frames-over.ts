/** The frames that say something of a sentence: those whose content reaches into it, wherever their cue stands. */
import type {SpeechFrame} from '../model/layers.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'

const known = new WeakMap<readonly SpeechFrame[], Map<number, SpeechFrame[]>>()

export function framesOver(
  syntax: Syntax,
  speech: readonly SpeechFrame[],
  {index}: Sentence
): readonly SpeechFrame[] {
  let bySentence = known.get(speech)
  if (!bySentence) {
    known.set(speech, (bySentence = new Map()))
    for (const frame of speech) {
      const reached = new Set<number>()
      for (const {from, to} of frame.content) {
        const last = syntax.sentenceAt(to - 1)?.index ?? -1
        for (let i = syntax.sentenceAt(from)?.index ?? 0; i <= last; i++) reached.add(i)
      }
      for (const i of reached) bySentence.set(i, [...(bySentence.get(i) ?? []), frame])
    }
  }
  return bySentence.get(index) ?? []
}
