/** What every screen may say, loaded with the page. */
import {decisions} from '../../../../src/messages/en/decisions.ts'
import {marks} from '../../../../src/messages/en/marks.ts'
import {types} from '../../../../src/messages/en/types.ts'
import {frame} from './frame.ts'
import {incidents} from './incidents.ts'
import {rights} from './rights.ts'

export const shared = {...decisions, ...frame, ...incidents, ...marks, ...rights, ...types} as const
