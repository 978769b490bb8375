import {decisions} from '../../../../src/messages/ar/decisions.ts'
import {marks} from '../../../../src/messages/ar/marks.ts'
import {types} from '../../../../src/messages/ar/types.ts'
import type {Catalogue} from '../../../../src/messages/catalogue.ts'
import type {shared as english} from '../en/shared.ts'
import {frame} from './frame.ts'
import {incidents} from './incidents.ts'
import {rights} from './rights.ts'

export const shared: Catalogue<typeof english> = {
  ...decisions,
  ...frame,
  ...incidents,
  ...marks,
  ...rights,
  ...types
}
