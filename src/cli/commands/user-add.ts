/** `dateline user add NAME --role ROLE`: a user, and the link by which they come to a password. */
import {buildCommand} from '@stricli/core'
import {type Role, roles} from '../../model/user.ts'
import type {Context} from '../context.ts'
import {byFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly role: Role
  readonly by?: string
}

export const userAdd = buildCommand({
  docs: {
    brief: 'Add a user; prints the link by which they choose a password',
    fullDescription:
      'The first user must be an admin. The link holds for three days and once. What each role may do: docs/access.md.\nExample: dateline user add ada --role analyst'
  },
  parameters: {
    flags: {
      store: storeFlag,
      role: {kind: 'enum', values: roles, brief: 'What they may do'},
      by: byFlag
    },
    positional: {kind: 'tuple', parameters: [{parse: String, brief: 'Name of the user', placeholder: 'NAME'}]}
  },
  async func(this: Context, {store: target, role, by}: Flags, name: string) {
    const [{addUser}, {UserName}, {printLink}] = await Promise.all([
      import('../../api/access/invite.ts'),
      import('../../api/access/log-in.ts'),
      import('../print/set-up-link.ts')
    ])
    const {success, error} = UserName.safeParse(name)
    if (!success) throw new Error(`"${name}" ${error.issues[0]!.message}`)
    const link = await withStore(this, target, store => addUser(store, name, role), by)
    this.process.stdout.write(printLink(name, link))
  }
})
