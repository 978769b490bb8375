/**
 * Credits by a colon or dash, as headlines and tickers have them.
 *
 *     "Ministry: two dead in blast"          the speaker before it
 *     "Two dead in blast: ministry"          behind it
 *     "Two dead in blast - ministry"         a dash only in titles
 *
 * What stands there must be known as a source: an actor, or a word of codebook/lexicons/en/source-kinds.csv.
 */
import {overlaps, type Span} from '../model/span.ts'
import {type Sentence, spanOf, type Token} from '../model/syntax.ts'
import type {Credit} from './credit.ts'
import type {Cue} from './cues.ts'
import type {Reading} from './reading.ts'
import {trimmed} from './speech-content.ts'

const colon: Cue = {id: 'colon', form: ':', use: 'says', certainty: 'certain', polarity: 'affirmed'}
const longestSource = 6
const fewestWords = 3
const inName = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP', 'CCONJ', 'PART'])
const dashes = new Set(['-', '–', '—'])

export function colonCredits(reading: Reading, sentence: Sentence, isTitle: boolean): Credit[] {
  const {syntax} = reading
  const marks: Token[] = []
  for (let i = sentence.first + 1; i < sentence.end - 1; i++) {
    const token = syntax.tokens[i]!
    if (token.text === ':' || (isTitle && dashes.has(token.text))) marks.push(token)
  }
  for (const mark of marks) {
    const sides = [
      [sentence.first, mark.index, mark.index + 1, sentence.end],
      [mark.index + 1, sentence.end, sentence.first, mark.index]
    ] as const
    for (const [first, end, from, to] of sides) {
      if (first > mark.index && !isTitle && mark !== marks.at(-1)) continue
      const words = syntax.tokens.slice(first, end).filter(({upos}) => upos !== 'PUNCT')
      const source = spanOf(words)
      const content = trimmed(syntax, from, to)
      if (!source || !content || words.length > longestSource) continue
      if (!words.every(({upos}) => inName.has(upos)) || !isSpeaker(reading, source)) continue
      if (syntax.within(content).length < fewestWords || overlaps(source, content)) continue
      return [
        {
          cue: colon,
          words: {from: mark.from, to: mark.to},
          token: mark,
          source,
          named: source,
          content: [content],
          addressee: null
        }
      ]
    }
  }
  return []
}

/** "Photo: ..." and "Video: ..." say who made the picture. */
function isSpeaker({isKnown, kindOf}: Reading, source: Span): boolean {
  return isKnown(source) && kindOf(source) !== 'footage'
}
