/** "The hospital said on Thursday that ... Tuesday's clashes": Thursday dates the saying, not what is said. */
import type {SpeechFrame} from '../../model/layers.ts'
import {contains, type Span} from '../../model/span.ts'

/** A time this close behind a cue, outside what is said, belongs to the cue; in UTF-16 units. */
const reach = 24

export function isTimeOfSpeaking(time: Span, frames: readonly SpeechFrame[]): boolean {
  return frames.some(
    ({cue, content}) =>
      time.from >= cue.to && time.from - cue.to <= reach && !content.some(span => contains(span, time))
  )
}
