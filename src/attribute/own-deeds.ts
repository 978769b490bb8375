/**
 * Who is a side by his own words: whoever says what his men did, or whom of them he lost.
 *
 *     "The Falcon Brigade said its men had killed 30 fighters"   the brigade
 *     "the Front admitted that it lost nine of its men"          the Front
 *     "the hospital said its doctors were overrun"               nobody
 */

import type {Annotated, NamedActor} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'

type Read = Annotated<'actors' | 'events' | 'casualties' | 'speech'> & {readonly text: string}

const ownMen =
  /^(?:its|our|their) (?:own )?(?:\p{Ll}+ )?(?:men|fighters|forces|troops|soldiers|warriors|units)\b/iu
const lost = 'own-fighters'

export function speakersOfOwnDeeds({text, actors, events, casualties, speech}: Read): NamedActor[] {
  const deeds: Span[] = [
    ...events
      .filter(({agents}) => agents.some(({from, to}) => ownMen.test(text.slice(from, to))))
      .map(({trigger}) => trigger),
    ...casualties.filter(({reasons}) => reasons.some(({rule}) => rule === lost)).map(({trigger}) => trigger)
  ]
  const speakers = new Set(
    speech
      .filter(({content}) => content.some(said => deeds.some(deed => contains(said, deed))))
      .map(({link}) => link.actor)
  )
  return actors.filter(({id}) => speakers.has(id))
}
