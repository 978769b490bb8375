/** From the address of the inbox to what is asked of the server. */
import type {InboxFilter} from '../../../../src/model/inbox.ts'
import type {InboxSearch} from '../../app/filters.ts'

/** `queue`: "failed" are no reports, and are asked for otherwise. */
export function filterOf({
  queue = 'new',
  text,
  outlet,
  language,
  since,
  until,
  score
}: InboxSearch): InboxFilter {
  return {
    queue: queue === 'failed' ? 'new' : queue,
    ...(text && {text}),
    ...(outlet && {outlet}),
    ...(language && {language}),
    ...(since && {since}),
    ...(until && {until}),
    ...(score !== undefined && {score})
  } as InboxFilter
}

/** Whether it says more than which queue. */
export function isNarrowed({queue: _, ...rest}: InboxFilter): boolean {
  return Object.keys(rest).length > 0
}
