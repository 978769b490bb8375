/** The readers of a language without trees, each made when the first text in it comes. */
import type {Language, LayerReader, ReadLayer} from '../language.ts'
import {casualtyReader} from './casualties.ts'
import {crowdReader} from './crowds.ts'
import {eventReader} from './events.ts'
import {speechReader} from './speech.ts'
import {standingFinder} from './standing.ts'
import {type Tongue, tongueOf} from './tongue.ts'

/** What rules over words read, of any language: `own` says what its words are. */
export function treelessReaders(own: Parameters<typeof tongueOf>[0]): Pick<Language, 'readers' | 'doubts'> {
  const tongue = once(() => tongueOf(own))
  const standing = once(() => standingFinder(tongue()))
  const lazily = <L extends ReadLayer>(make: (tongue: Tongue) => LayerReader<L>): LayerReader<L> => {
    const reader = once(() => make(tongue()))
    return (report, sentences) => reader()(report, sentences)
  }
  return {
    readers: {
      events: lazily<'events'>(eventReader),
      casualties: lazily<'casualties'>(casualtyReader),
      crowds: lazily<'crowds'>(crowdReader),
      speech: lazily<'speech'>(speechReader)
    },
    doubts(syntax, token) {
      const sentence = syntax.sentences[syntax.tokens[token]!.sentence]!
      const field = tongue().field({syntax}, sentence)
      const at = field.words.findIndex(word => word.token === token)
      return at < 0 ? [] : standing().doubts(field, {first: at, end: at + 1})
    }
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
