/** Who may use an installation beyond this machine, and what is kept of how they came in. No secrets are in these shapes. */
import {z} from 'zod'

/** From the least to the most; docs/access.md says what each may do. */
export const roles = ['reader', 'analyst', 'reviewer', 'publisher', 'admin'] as const

export const Role = z.enum(roles)

export const User = z.object({
  name: z.string(),
  role: Role,
  createdAt: z.string().describe('Instant, UTC'),
  disabledAt: z.string().nullable(),
  hasPassword: z.boolean().describe('false: the set-up link has not been used yet'),
  secondFactor: z.boolean(),
  recoveryCodes: z.number().int().describe('Not used yet')
})

export const Session = z.object({
  id: z.string(),
  user: z.string(),
  madeAt: z.string().describe('Instant, UTC'),
  seenAt: z.string(),
  address: z.string(),
  agent: z.string().describe('As the browser names itself')
})

export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  user: z.string(),
  scopes: z.array(z.string()),
  madeAt: z.string().describe('Instant, UTC'),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  usedAt: z.string().nullable()
})

/** SAFETY A8: log-ins, refusals, exports, reads of restricted fields; never a secret. */
export const SecurityEvent = z.object({
  seq: z.number().int(),
  at: z.string().describe('Instant, UTC'),
  who: z.string().describe('Name of a user as it was given'),
  action: z.string(),
  object: z.string().nullable().describe('What was asked for: method and path, key, session'),
  address: z.string()
})

/** A name that nobody sees without the permission (SAFETY A5). */
export const RestrictedName = z.object({
  id: z.string(),
  name: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string().describe('Instant, UTC')
})

export type Role = z.infer<typeof Role>
export type User = z.infer<typeof User>
export type Session = z.infer<typeof Session>
export type ApiKey = z.infer<typeof ApiKey>
export type SecurityEvent = z.infer<typeof SecurityEvent>
export type RestrictedName = z.infer<typeof RestrictedName>
