/**
 * Who may do what (SAFETY A4): the one table. Every route names the permission it needs; a role has its own
 * permissions and those of the roles before it.
 */
import {type Role, roles} from '../../model/user.ts'

/** `from`: the lowest role that has it. `byPersonOnly`: an API key never has it, whatever its scope. */
interface Rule {
  readonly from: Role
  readonly means: string
  readonly byPersonOnly?: true
}

const rules = {
  known: {from: 'reader', means: 'ask who one is'},
  'own-account': {
    from: 'reader',
    means: 'own password, second factor, sessions and keys',
    byPersonOnly: true
  },
  read: {from: 'reader', means: 'incidents, reports and claims, without what is restricted'},
  'read-restricted': {
    from: 'analyst',
    means: 'restricted names, contacts, exact coordinates, originals'
  },
  'read-audit': {from: 'analyst', means: 'the record of every change'},
  rule: {from: 'analyst', means: 'rulings and their undo'},
  ingest: {from: 'analyst', means: 'bring reports in'},
  export: {from: 'analyst', means: 'take data out'},
  review: {from: 'reviewer', means: 'second reading'},
  'restrict-names': {from: 'reviewer', means: 'say which names are restricted'},
  publish: {from: 'publisher', means: 'publish, correct, withdraw'},
  operate: {from: 'admin', means: 'jobs, feeds, backups'},
  'read-security-log': {from: 'admin', means: 'log-ins and refusals'},
  'manage-users': {from: 'admin', means: 'users, their roles and sessions', byPersonOnly: true}
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof rules

export const permissionRules: Readonly<Record<Permission, Rule>> = rules
export const permissions = Object.keys(rules) as Permission[]

export function permissionsOf(role: Role): Permission[] {
  return permissions.filter(
    permission => roles.indexOf(permissionRules[permission].from) <= roles.indexOf(role)
  )
}
/** What a key may be given by a person of this role. */
export function scopesOf(role: Role): Permission[] {
  return permissionsOf(role).filter(permission => !permissionRules[permission].byPersonOnly)
}
