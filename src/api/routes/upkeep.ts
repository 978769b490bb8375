/** How the installation is: disk, backups, versions, and what is wrong. */
import {z} from '@hono/zod-openapi'
import {findingsOf, stateOf} from '../../workflows/upkeep.ts'
import type {Desk} from '../desk.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const Note = z
  .object({
    at: z.string(),
    who: z.string(),
    says: z.object({
      file: z.string(),
      rows: z.number().int(),
      auditHead: z.string(),
      contentHash: z.string(),
      fault: z.string().nullable().describe('Why it could not be put back; null where it could')
    })
  })
  .nullable()

const Versions = z.object({
  dateline: z.string(),
  codebook: z.string(),
  models: z.string(),
  gazetteer: z.string()
})

const State = z
  .object({
    kind: z.enum(['embedded', 'server']),
    folder: z.string().nullable().describe('Of an embedded store'),
    freeBytes: z.number().nullable().describe('On the disk of the folder; null for a server'),
    databaseBytes: z.number(),
    tables: z
      .array(z.object({name: z.string(), bytes: z.number()}))
      .describe('With their indexes, the largest first'),
    backup: Note,
    restoreTest: Note,
    versions: Versions.describe('Of this installation'),
    reports: z
      .array(z.object({versions: Versions, reports: z.number().int(), isOlder: z.boolean()}))
      .describe('By which versions they were coded')
  })
  .openapi('Upkeep')

const Finding = z
  .object({
    name: z.string(),
    state: z.enum(['ok', 'warning', 'fault']),
    says: z.string(),
    remedy: z.string().nullable()
  })
  .openapi('Finding')

const state = route('operate', {
  method: 'get',
  path: '/upkeep',
  tags: ['Operations'],
  summary: 'Disk, backups and versions',
  responses: {200: {description: 'The state', content: {'application/json': {schema: State}}}}
})

const findings = route('operate', {
  method: 'get',
  path: '/upkeep/findings',
  tags: ['Operations'],
  summary: 'What is wrong with the machine or the store, and what to do, as "dateline doctor" says it',
  responses: {
    200: {
      description: 'Findings',
      content: {'application/json': {schema: z.object({findings: z.array(Finding)})}}
    }
  }
})

export const upkeepRoutes = ({store, installation}: Desk) =>
  router()
    .openapi(state, async context => {
      const {tables, reports, ...rest} = await stateOf(store, installation)
      return context.json({...rest, tables: [...tables], reports: [...reports]}, 200)
    })
    .openapi(findings, async context => context.json({findings: await findingsOf(store, installation)}, 200))
