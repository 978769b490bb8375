/** `dateline user reset NAME`: a new beginning for who lost password or second factor. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {byFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly by?: string
}

export const userReset = buildCommand({
  docs: {
    brief: 'Take password, second factor, sessions and keys from a user; prints a new link',
    fullDescription:
      'For whoever lost the password or the device with the codes.\nExample: dateline user reset ada'
  },
  parameters: {
    flags: {store: storeFlag, by: byFlag},
    positional: {kind: 'tuple', parameters: [{parse: String, brief: 'Name of the user', placeholder: 'NAME'}]}
  },
  async func(this: Context, {store: target, by}: Flags, name: string) {
    const [{resetUser}, {printLink}] = await Promise.all([
      import('../../api/access/invite.ts'),
      import('../print/set-up-link.ts')
    ])
    const link = await withStore(this, target, store => resetUser(store, name), by)
    if (!link)
      throw new Error(`There is no user "${name}" who is not disabled; "dateline user list" shows them all`)
    this.process.stdout.write(printLink(name, link))
  }
})
