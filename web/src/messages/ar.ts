/** All of Arabic, with its six forms of number. The files are those of English. */
import type {Catalogue} from '../../../src/messages/catalogue.ts'
import {bringIn} from './ar/bring-in.ts'
import {claims} from './ar/claims.ts'
import {compare} from './ar/compare.ts'
import {explore} from './ar/explore.ts'
import {exporting} from './ar/export.ts'
import {inbox} from './ar/inbox.ts'
import {operations} from './ar/operations.ts'
import {people} from './ar/people.ts'
import {plots} from './ar/plots.ts'
import {publish} from './ar/publish.ts'
import {reader} from './ar/reader.ts'
import {shared} from './ar/shared.ts'
import {sources} from './ar/sources.ts'
import type {en} from './en.ts'

export const ar: Catalogue<typeof en> = {
  ...bringIn,
  ...claims,
  ...compare,
  ...explore,
  ...exporting,
  ...inbox,
  ...operations,
  ...people,
  ...plots,
  ...publish,
  ...reader,
  ...shared,
  ...sources
}
