/** Arabic, with its six forms of number. The files are those of English. */

import {bringIn} from './ar/bring-in.ts'
import {compare} from './ar/compare.ts'
import {explore} from './ar/explore.ts'
import {frame} from './ar/frame.ts'
import {inbox} from './ar/inbox.ts'
import {incidents} from './ar/incidents.ts'
import {marks} from './ar/marks.ts'
import {operations} from './ar/operations.ts'
import {people} from './ar/people.ts'
import {plots} from './ar/plots.ts'
import {publish} from './ar/publish.ts'
import {reader} from './ar/reader.ts'
import {rights} from './ar/rights.ts'
import {sources} from './ar/sources.ts'
import {types} from './ar/types.ts'
import type {Catalogue} from './catalogue.ts'

export const ar: Catalogue = {
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
}
