/** Threats: a happening of their own, with what is threatened. */
import type {Claim} from '../model/contract.ts'
import type {Context, Happening} from './happenings.ts'

/** A threat that is told in a sentence. */
export function threatIn(
  found: readonly Happening[],
  sentence: number,
  {syntax}: Context['report']
): Happening | undefined {
  const {from, to} = syntax.sentences[sentence]!
  return found.find(
    ({separate, claims}) =>
      separate && claims.some(({event}) => event && event.trigger.from >= from && event.trigger.from < to)
  )
}

/** Whoever threatens twice in one report makes one threat. */
export function threatLike(found: readonly Happening[], {event}: Claim): Happening | undefined {
  return found.find(({separate, claims}) => {
    const [known, agents] = [claims[0]?.event?.agent ?? [], event?.agent ?? []]
    return separate && (agents.length === 0 || known.length === 0 || agents.some(id => known.includes(id)))
  })
}
