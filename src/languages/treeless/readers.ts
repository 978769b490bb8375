/** The readers of a language without trees, each made when the first text in it comes. */
import type {Language, LayerReader, ReadLayer} from '../language.ts'
import {casualtyReader} from './casualties.ts'
import {contextReader} from './contexts.ts'
import {crowdReader} from './crowds.ts'
import {eventReader} from './events.ts'
import {rulesIn} from './rules-in.ts'
import {speechReader} from './speech.ts'
import {standingFinder} from './standing.ts'
import {statementReader} from './statements.ts'
import {type Tongue, tongueOf} from './tongue.ts'

/** What rules over words read, of any language: `own` says what its words are. */
export function treelessReaders(
  own: Parameters<typeof tongueOf>[0]
): Required<Pick<Language, 'readers' | 'doubts' | 'statements' | 'rulesIn' | 'tieAt'>> {
  const tongue = once(() => tongueOf(own))
  const standing = once(() => standingFinder(tongue()))
  const statements = once(() => statementReader(tongue()))
  const lazily = <L extends ReadLayer>(make: (tongue: Tongue) => LayerReader<L>): LayerReader<L> => {
    const reader = once(() => make(tongue()))
    return (report, sentences) => reader()(report, sentences)
  }
  return {
    readers: {
      events: lazily<'events'>(eventReader),
      casualties: lazily<'casualties'>(casualtyReader),
      crowds: lazily<'crowds'>(crowdReader),
      contexts: lazily<'contexts'>(contextReader),
      speech: lazily<'speech'>(speechReader)
    },
    doubts(syntax, token) {
      const sentence = syntax.sentences[syntax.tokens[token]!.sentence]!
      const field = tongue().field({syntax}, sentence)
      const at = field.words.findIndex(word => word.token === token)
      return at < 0 ? [] : standing().doubts(field, {first: at, end: at + 1})
    },
    statements: (syntax, sentence) => statements()(syntax, sentence),
    tieAt: (words, at) => tongue().tieAt(words, at),
    rulesIn: report => rulesIn(tongue(), report)
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
