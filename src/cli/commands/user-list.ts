/** `dateline user list`: who may use the server. */
import {buildCommand} from '@stricli/core'
import type {User} from '../../model/user.ts'
import type {Context} from '../context.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly json: boolean
}

export const userList = buildCommand({
  docs: {
    brief: 'List users with their roles',
    fullDescription: 'Disabled ones too. Times are UTC.\nExample: dateline user list'
  },
  parameters: {
    flags: {
      store: storeFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one user a line as JSON'}
    }
  },
  async func(this: Context, {store: target, json}: Flags) {
    const users = await withStore(this, target, store => store.access.users.all())
    if (json) for (const user of users) this.process.stdout.write(`${JSON.stringify(user)}\n`)
    else if (users.length === 0)
      this.process.stdout.write('No users yet: dateline user add NAME --role admin\n')
    else for (const user of users) this.process.stdout.write(`${lineOf(user)}\n`)
  }
})

function lineOf({name, role, secondFactor, hasPassword, disabledAt, createdAt}: User): string {
  const notes = [
    disabledAt && `disabled ${disabledAt.slice(0, 10)}`,
    hasPassword ? null : 'no password yet',
    secondFactor ? 'second factor' : null
  ]
  const line = `${name.padEnd(20)} ${role.padEnd(10)} since ${createdAt.slice(0, 10)}`
  return [line, ...notes.filter(note => note !== null)].join('  ')
}
