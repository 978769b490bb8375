/** Which actor a stretch of text names: the one whose mention holds its head, else one that it overlaps. */
import type {NamedActor} from '../model/layers.ts'
import {contains, overlaps, type Span} from '../model/span.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'

export function actorAt(syntax: Syntax, source: Span, actors: readonly NamedActor[]): NamedActor | undefined {
  const head = syntax.headOf(source)
  const sentence = syntax.sentenceAt(source.from)
  if (!sentence) return undefined
  const here = actorsIn(syntax, sentence, actors)
  return (
    here.find(({mention}) => head && contains(mention, head)) ??
    here.find(({mention}) => overlaps(mention, source))
  )?.actor
}

const mentionsOf = new WeakMap<readonly NamedActor[], {actor: NamedActor; mention: Span}[]>()

/** Mentions of one sentence with their actors, in the order of the actors. */
function actorsIn(
  syntax: Syntax,
  sentence: Sentence,
  actors: readonly NamedActor[]
): readonly {actor: NamedActor; mention: Span}[] {
  let all = mentionsOf.get(actors)
  if (!all)
    mentionsOf.set(actors, (all = actors.flatMap(actor => actor.mentions.map(mention => ({actor, mention})))))
  return syntax.inSentence(all, sentence, ({mention}) => mention)
}
