/** "The hospital said on Thursday that ... Tuesday's clashes": Thursday dates the saying, not what is said. */
import type {SpeechFrame} from '../../model/layers.ts'
import {contains, type Span} from '../../model/span.ts'

/** A time this close behind a cue, or whoever was told, outside what is said, belongs to the cue; in UTF-16 units. */
const reach = 24

export function isTimeOfSpeaking(time: Span, frames: readonly SpeechFrame[]): boolean {
  return frames.some(({cue, carrier, content}) => {
    const told = carrier?.quote && carrier.quote.from - cue.to <= reach ? carrier.quote.to : 0
    const end = Math.max(cue.to, told)
    return time.from >= cue.to && time.from - end <= reach && !content.some(span => contains(span, time))
  })
}
