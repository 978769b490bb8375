/**
 * What people change about the desk itself, neither claims nor what is public: users, names, feeds, items that failed, queues of
 * their own. Each is kept with what it takes to take it back, by one key like all else.
 */
import {z} from 'zod'
import {InboxFilter} from './inbox.ts'
import {Role} from './user.ts'

const Standing = z.object({role: Role, disabled: z.boolean()})
const Name = z.object({
  id: z.string(),
  name: z.string(),
  reason: z.string(),
  salt: z.string(),
  made_by: z.string(),
  made_at: z.string()
})
const isThere = z.boolean().describe('Since the change')

export const DeskChange = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('user'), name: z.string(), before: Standing, after: Standing}),
  z.object({kind: z.literal('restricted-name'), row: Name, isThere}),
  z.object({
    kind: z.literal('cleared-name'),
    row: Name.extend({incident: z.string().nullable()}),
    isThere
  }),
  z.object({kind: z.literal('feeds'), urls: z.array(z.string()), isThere}),
  z.object({kind: z.literal('resting'), urls: z.array(z.string()), isResting: z.boolean()}),
  z.object({
    kind: z.literal('items'),
    items: z.array(z.object({number: z.number().int(), reason: z.string()})),
    isGivenUp: z.boolean()
  }),
  z.object({
    kind: z.literal('queue'),
    row: z.object({
      id: z.string(),
      owner: z.string(),
      name: z.string(),
      filter: InboxFilter,
      made_at: z.string()
    }),
    isThere
  })
])

export const DeskChangeKind = z.enum([
  'user',
  'restricted-name',
  'cleared-name',
  'feeds',
  'resting',
  'items',
  'queue'
])

/** A change, or the undo of one, as it is told to whoever made it. */
export const DeskStep = z.object({
  id: z.string(),
  kind: z.enum([...DeskChangeKind.options, 'undo']),
  of: DeskChangeKind.describe('Of an undo: what it is about in the end'),
  undoes: z.string().nullable().describe('undo: id of the step that holds no longer'),
  subject: z.string().nullable().describe('A user, a queue; null of names, which are told nowhere'),
  count: z.number().int().describe('Of what was changed'),
  by: z.string(),
  at: z.string().describe('Instant, UTC')
})

export type DeskChange = z.infer<typeof DeskChange>
export type DeskChangeKind = z.infer<typeof DeskChangeKind>
export type DeskStep = z.infer<typeof DeskStep>
