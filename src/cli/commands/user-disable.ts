/** `dateline user disable NAME` and `enable`: shuts a user out at once, and lets them in again. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {byFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly by?: string
}

export const userDisable = switching(true)
export const userEnable = switching(false)

function switching(disabled: boolean) {
  const verb = disabled ? 'disable' : 'enable'
  return buildCommand({
    docs: {
      brief: disabled
        ? 'Shut a user out at once: sessions end, keys open nothing'
        : 'Let a disabled user in again',
      fullDescription: `What they did stays under their name.\nExample: dateline user ${verb} ada`
    },
    parameters: {
      flags: {store: storeFlag, by: byFlag},
      positional: {
        kind: 'tuple',
        parameters: [{parse: String, brief: 'Name of the user', placeholder: 'NAME'}]
      }
    },
    async func(this: Context, {store: target, by}: Flags, name: string) {
      const done = await withStore(this, target, store => store.access.users.alter(name, {disabled}), by)
      if (!done)
        throw new Error(
          `There is no user "${name}", or no other admin would be left; "dateline user list" shows them all`
        )
      this.process.stdout.write(`${name} is ${verb}d\n`)
    }
  })
}
