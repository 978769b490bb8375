/** A number of people as a range. */
import {type Bounds, rangeText} from '../../../src/messages/range.ts'
import {useWords} from '../app/settings.tsx'

export {rangeText} from '../../../src/messages/range.ts'

export function Range(bounds: Bounds) {
  return <bdi className="whitespace-nowrap">{rangeText(useWords(), bounds)}</bdi>
}
