/** A mention of a place with what it means: an entry of the gazetteer, or a place that only the report tells of. */
import type {KnownPlace} from '../codebook/gazetteer.ts'
import type {LocatedPlace, PlaceMention} from '../model/layers.ts'
import type {Span} from '../model/span.ts'

export interface PlacedMention {
  readonly span: Span
  readonly use: PlaceMention['use']
  readonly position: PlaceMention['position']
  readonly place: KnownPlace | ToldPlace
}

/** A place that the gazetteer lacks: a name it does not know, or "20 km north of Tikrit". */
export type ToldPlace = Pick<LocatedPlace, 'name' | 'lat' | 'lon' | 'country' | 'admin1' | 'precision'> & {
  readonly id: null
  /** The known place it is told by; its coordinates may be that place's, at that place's precision. */
  readonly by: KnownPlace | null
}

export function isKnown(place: KnownPlace | ToldPlace): place is KnownPlace {
  return place.id !== null
}
