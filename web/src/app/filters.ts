/** Filters as they stand in the URL: what cannot be read there is left out, never an error. */
import * as z from 'zod/mini'
import {sourceKinds} from './source-kinds.ts'

/** Absent where the URL has nothing, or nothing that fits. */
const maybe = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(type), undefined)
const text = maybe(z.string().check(z.minLength(1), z.maxLength(300)))
const day = maybe(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))

const sourceKind = maybe(z.enum(sourceKinds))

export const IncidentFilter = z.object({
  text,
  place: text,
  type: text,
  actor: text,
  since: day,
  until: day,
  contested: maybe(z.boolean()),
  precision: maybe(z.enum(['site', 'town', 'area', 'admin1', 'country', 'none'])),
  order: maybe(z.enum(['newest', 'oldest', 'changed', 'reports', 'killed']))
})
export type IncidentFilter = z.infer<typeof IncidentFilter>

/** Of the inbox: which reports, and which of them is looked at. `own`: the saved queue that this is. */
export const InboxSearch = z.object({
  queue: maybe(z.enum(['new', 'duplicates', 'conflicting', 'imprecise', 'failed', 'settled', 'discarded'])),
  text,
  outlet: text,
  language: maybe(z.string().check(z.minLength(1), z.maxLength(20))),
  since: day,
  until: day,
  score: maybe(z.number().check(z.minimum(0), z.maximum(1))),
  own: text,
  report: text,
  tab: maybe(z.enum(['proposal', 'text']))
})
export type InboxSearch = z.infer<typeof InboxSearch>

/** Of the map: besides the filters what it shows of the world, the incident chosen there, and what the plot of time spans. */
export const ExploreSearch = z.extend(IncidentFilter, {
  bbox: maybe(z.string().check(z.regex(/^-?[\d.]+(?:,-?[\d.]+){3}$/))),
  located: maybe(z.boolean()),
  at: text,
  view: maybe(z.string().check(z.regex(/^-?[\d.]+(?:,-?[\d.]+){2}$/))),
  span: maybe(z.enum(['all', 'window']))
})
export type ExploreSearch = z.infer<typeof ExploreSearch>
export const ExploreFilter = z.pick(ExploreSearch, {
  text: true,
  place: true,
  type: true,
  actor: true,
  since: true,
  until: true,
  contested: true,
  precision: true,
  bbox: true,
  located: true
})
export type ExploreFilter = z.infer<typeof ExploreFilter>

/** Of the operations: which section, and what of it. Instants are days here. */
export const OperationsSearch = z.object({
  section: maybe(z.enum(['intake', 'failed', 'feeds', 'audit', 'jobs', 'machine'])),
  text,
  who: text,
  action: text,
  object: text,
  since: day,
  until: day,
  state: text,
  job: text
})
export type OperationsSearch = z.infer<typeof OperationsSearch>

export const PeopleSearch = z.object({
  section: maybe(z.enum(['account', 'users', 'names', 'log'])),
  who: text,
  action: text,
  since: day,
  until: day
})
export type PeopleSearch = z.infer<typeof PeopleSearch>

/** Of the workbench: which cell, by which rule, and what the evidence pane shows. */
export const WorkbenchSearch = z.extend(IncidentFilter, {
  rule: maybe(z.enum(['dateline', 'acled', 'ucdp', 'ibc', 'airwars', 'gtd'])),
  row: text,
  account: text,
  tab: maybe(z.enum(['evidence', 'why', 'history']))
})

export const ReaderSearch = z.object({
  text,
  claim: text,
  incident: text,
  tab: maybe(z.enum(['text', 'page', 'capture']))
})

/** Of claims: whose words, about what, of which incidents; `claim`: the key of the one that is looked at. */
export const ClaimsSearch = z.object({
  text,
  source: text,
  about: maybe(
    z.enum([
      'event',
      'casualties',
      'crowd',
      'damage',
      'denial',
      'no-confirmation',
      'affiliation',
      'motive',
      'threat'
    ])
  ),
  outcome: maybe(
    z.enum(['killed', 'injured', 'arrested', 'abducted', 'missing', 'displaced', 'released', 'unspecified'])
  ),
  kind: sourceKind,
  polarity: maybe(z.enum(['affirmed', 'denied', 'unconfirmed'])),
  place: text,
  actor: text,
  since: day,
  until: day,
  contested: maybe(z.boolean()),
  claim: text
})
export type ClaimsSearch = z.infer<typeof ClaimsSearch>

/** Of the sources: what is listed and how, one source, or one tie with its passages. */
export const SourcesSearch = z.object({
  text,
  role: maybe(z.enum(['outlet', 'agency', 'speaker'])),
  kind: sourceKind,
  sort: maybe(z.enum(['name', 'reports', 'claims', 'first', 'last', 'figures', 'revised'])),
  order: maybe(z.enum(['up', 'down'])),
  view: maybe(z.enum(['table', 'graph'])),
  tab: maybe(z.enum(['claims', 'figures', 'ties'])),
  from: text,
  to: text,
  tie: maybe(z.enum(['copies', 'credits']))
})
export type SourcesSearch = z.infer<typeof SourcesSearch>

/** Of comparing: which incidents, with commas between, and what stands in the list. */
export const CompareSearch = z.object({
  ids: text,
  list: maybe(z.enum(['pairs', 'near', 'search'])),
  text
})
export type CompareSearch = z.infer<typeof CompareSearch>

/** Of publications: the queue and its filters, and what is shown of the one that is open. */
export const PublishSearch = z.object({
  queue: maybe(z.enum(['ready', 'failing', 'changed', 'waiting', 'public', 'withdrawn', 'requests'])),
  condition: maybe(z.enum(['origins', 'place', 'figures', 'second-reader', 'redaction'])),
  text,
  since: day,
  until: day,
  tab: maybe(z.enum(['preview', 'names', 'history', 'requests'])),
  /** A step to be undone, which asks for its reason first. */
  undo: text
})
export type PublishSearch = z.infer<typeof PublishSearch>
