/** Users, for admins: who they are, what they may do, and links by which they come to a password. */
import {z} from '@hono/zod-openapi'
import {Role, User} from '../../model/user.ts'
import {changeDesk} from '../../workflows/desk-changes.ts'
import type {Gate} from '../access/gate.ts'
import {addUser, type Invitation, resetUser} from '../access/invite.ts'
import {UserName} from '../access/log-in.ts'
import {named} from '../named.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const Whole = named('User', User)
const params = z.object({name: z.string().max(200)})
const invitedAnswer = {
  description: 'The link by which they choose a password: shown once',
  content: {
    'application/json': {
      schema: z.object({
        setUpPath: z.string().describe('To be put behind the address of this server'),
        expiresAt: z.string()
      })
    }
  }
}

const list = route('manage-users', {
  method: 'get',
  path: '/users',
  tags: ['Access'],
  summary: 'All users, by name',
  responses: {
    200: {
      description: 'Users',
      content: {'application/json': {schema: z.object({users: z.array(Whole)})}}
    }
  }
})

const add = route('manage-users', {
  method: 'post',
  path: '/users',
  tags: ['Access'],
  summary: 'Add a user; the first must be an admin, and from then on everybody logs in',
  request: {
    body: {
      required: true,
      content: {'application/json': {schema: z.object({name: UserName, role: Role})}}
    }
  },
  responses: {200: invitedAnswer, ...problems(400, 409)}
})

const alter = route('manage-users', {
  method: 'patch',
  path: '/users/{name}',
  tags: ['Access'],
  summary: 'Change a role, disable or enable: their sessions end',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {schema: z.object({role: Role.optional(), disabled: z.boolean().optional()})}
      }
    }
  },
  responses: {
    200: {description: 'As it is now', content: {'application/json': {schema: Whole}}},
    ...problems(400, 404, 409)
  }
})

const reset = route('manage-users', {
  method: 'post',
  path: '/users/{name}/reset',
  tags: ['Access'],
  summary: 'Take password, second factor, sessions and keys away, and make a new link',
  request: {params},
  responses: {200: invitedAnswer, ...problems(400, 404)}
})

export const userRoutes = ({store}: Gate) =>
  router()
    .openapi(list, async context => context.json({users: await store.access.users.all()}, 200))
    .openapi(add, async context => {
      const {name, role} = context.req.valid('json')
      try {
        return context.json(answerOf(await addUser(store.as(context.var.asker.name), name, role)), 200)
      } catch (error) {
        throw new ProblemError(409, (error as Error).message)
      }
    })
    .openapi(alter, async context => {
      const {name} = context.req.valid('param')
      const {role, disabled} = context.req.valid('json')
      const changed = await changeDesk(store.as(context.var.asker.name), async ({access: {users}}) => {
        const one = async () => (await users.all()).find(user => user.name === name)
        const was = await one()
        if (!was) throw new ProblemError(404, 'No such user')
        const done = await users.alter(name, {...(role && {role}), ...(disabled !== undefined && {disabled})})
        if (!done)
          throw new ProblemError(409, 'Nobody would be left to manage users', {
            detail: 'Make somebody else an admin first.'
          })
        const is = (await one())!
        const [before, after] = [was, is].map(({role, disabledAt}) => ({role, disabled: disabledAt !== null}))
        const isSame = before!.role === after!.role && before!.disabled === after!.disabled
        return {
          value: is,
          change: isSame ? null : {kind: 'user', name, before: before!, after: after!},
          subject: name
        }
      })
      return context.json(changed, 200)
    })
    .openapi(reset, async context => {
      const {name} = context.req.valid('param')
      const link = await resetUser(store.as(context.var.asker.name), name)
      if (!link) throw new ProblemError(404, 'No such user who is not disabled')
      return context.json(answerOf(link), 200)
    })

const answerOf = ({path, expiresAt}: Invitation) => ({setUpPath: path, expiresAt})
