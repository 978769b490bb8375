/** English. One file for each screen in en/; what all screens share is in en/frame.ts and en/marks.ts. */

import {marks} from '../../../src/messages/en/marks.ts'
import {types} from '../../../src/messages/en/types.ts'
import {bringIn} from './en/bring-in.ts'
import {compare} from './en/compare.ts'
import {explore} from './en/explore.ts'
import {frame} from './en/frame.ts'
import {inbox} from './en/inbox.ts'
import {incidents} from './en/incidents.ts'
import {operations} from './en/operations.ts'
import {people} from './en/people.ts'
import {plots} from './en/plots.ts'
import {publish} from './en/publish.ts'
import {reader} from './en/reader.ts'
import {rights} from './en/rights.ts'
import {sources} from './en/sources.ts'

export const en = {
  ...compare,
  ...explore,
  ...bringIn,
  ...frame,
  ...inbox,
  ...incidents,
  ...marks,
  ...plots,
  ...publish,
  ...operations,
  ...people,
  ...reader,
  ...rights,
  ...sources,
  ...types
} as const
