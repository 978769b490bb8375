/** All of English, for types and tests: the page loads it part by part (parts.ts). What all screens share is in en/shared.ts. */
import {bringIn} from './en/bring-in.ts'
import {claims} from './en/claims.ts'
import {compare} from './en/compare.ts'
import {explore} from './en/explore.ts'
import {exporting} from './en/export.ts'
import {inbox} from './en/inbox.ts'
import {operations} from './en/operations.ts'
import {people} from './en/people.ts'
import {plots} from './en/plots.ts'
import {publish} from './en/publish.ts'
import {reader} from './en/reader.ts'
import {shared} from './en/shared.ts'
import {sources} from './en/sources.ts'

export const en = {
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
} as const
