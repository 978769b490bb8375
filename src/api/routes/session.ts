/** Logging in and out, setting up, and who one is. */
import {z} from '@hono/zod-openapi'
import type {Context} from 'hono'
import {Role} from '../../model/user.ts'
import type {Gate} from '../access/gate.ts'
import {beginSession, limitLogIns, logIn, refuseWeak, setUp} from '../access/log-in.ts'
import {hashOfPassword, isPassword} from '../access/passwords.ts'
import {beginSecondFactor, offerSecondFactor} from '../access/second-factor.ts'
import {takeSession} from '../access/session-cookie.ts'
import type {Asker, Env} from '../desk.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

/** Longer ones than can be taken are told so by the rules of passwords. */
const Password = z.string().min(1).max(1000)
const Name = z.string().min(1).max(200)
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: {'application/json': {schema}}
})

const Me = z
  .object({
    name: z.string(),
    role: Role.nullable(),
    via: z.enum(['machine', 'session', 'key', 'nobody']).describe('machine: there are no users yet'),
    permissions: z.array(z.string()),
    secondFactor: z
      .enum(['on', 'none', 'needed'])
      .describe('needed: the role asks for one, and nothing else is allowed until it is there')
  })
  .openapi('Me')
const meAnswer = {description: 'Who one is', content: {'application/json': {schema: Me}}}
const doneAnswer = {
  description: 'Done',
  content: {'application/json': {schema: z.object({done: z.literal(true)})}}
}

const me = route('known', {
  method: 'get',
  path: '/me',
  tags: ['Access'],
  summary: 'Who one is, and what one may do',
  responses: {200: meAnswer}
})

const enter = route('anyone', {
  method: 'post',
  path: '/session',
  tags: ['Access'],
  summary: 'Log in: the session comes as a cookie',
  request: {
    body: json(
      z.object({
        name: Name,
        password: Password,
        code: z
          .string()
          .max(40)
          .default('')
          .describe('Of the second factor, where the user has one; or a recovery code')
      })
    )
  },
  responses: {200: doneAnswer, ...problems(400)}
})

const leave = route('own-account', {
  method: 'delete',
  path: '/session',
  tags: ['Access'],
  summary: 'Log out: the session is over',
  responses: {200: doneAnswer}
})

const begin = route('anyone', {
  method: 'post',
  path: '/set-up',
  tags: ['Access'],
  summary: 'Choose a password by a set-up link, and log in',
  request: {
    body: json(
      z.object({
        token: z.string().min(1).max(200).describe('As in the link'),
        name: Name.optional().describe('Of the first user; others have theirs'),
        password: Password
      })
    )
  },
  responses: {200: doneAnswer, ...problems(400)}
})

const change = route('own-account', {
  method: 'post',
  path: '/me/password',
  tags: ['Access'],
  summary: 'Change the password: all other sessions end',
  request: {body: json(z.object({current: Password, next: Password}))},
  responses: {200: doneAnswer, ...problems(400)}
})

const offer = route('own-account', {
  method: 'post',
  path: '/me/second-factor',
  tags: ['Access'],
  summary: 'Begin a second factor: what to give the app that makes codes',
  request: {body: json(z.object({password: Password}))},
  responses: {
    200: {
      description: 'The secret; it is not asked for until a code of it is confirmed',
      content: {
        'application/json': {
          schema: z.object({secret: z.string(), uri: z.string().describe('otpauth://totp/...')})
        }
      }
    },
    ...problems(400, 409)
  }
})

const confirm = route('own-account', {
  method: 'post',
  path: '/me/second-factor/confirmation',
  tags: ['Access'],
  summary: 'Confirm the second factor by a code; gives recovery codes, once',
  request: {body: json(z.object({code: z.string().max(40)}))},
  responses: {
    200: {
      description: 'Each opens once in place of a code',
      content: {'application/json': {schema: z.object({recoveryCodes: z.array(z.string())})}}
    },
    ...problems(400, 409)
  }
})

export const sessionRoutes = (gate: Gate) => {
  const {access} = gate.store

  /** The person behind a session, who has just said the password again. */
  async function proven(context: Context<Env>, password: string) {
    const {asker, address} = context.var
    limitLogIns(gate, asker.name, address)
    const user = await access.users.withId(asker.userId!)
    if (!user || !(await isPassword(password, user.password)))
      throw new ProblemError(400, 'This is not your password')
    return user
  }

  return router()
    .openapi(me, context => context.json(meOf(context.var.asker), 200))
    .openapi(enter, async context => {
      await logIn(gate, context, context.req.valid('json'))
      return context.json({done: true as const}, 200)
    })
    .openapi(leave, async context => {
      const {sessionId, name} = context.var.asker
      await access.sessions.end(sessionId!, name)
      await access.log.add({
        who: name,
        action: 'log out',
        object: `session ${sessionId}`,
        address: context.var.address
      })
      takeSession(context, gate.exposure)
      return context.json({done: true as const}, 200)
    })
    .openapi(begin, async context => {
      await setUp(gate, context, context.req.valid('json'))
      return context.json({done: true as const}, 200)
    })
    .openapi(change, async context => {
      const {current, next} = context.req.valid('json')
      const user = await proven(context, current)
      refuseWeak(next, user.name, 'next')
      await gate.store.as(user.name).access.users.setPassword(user.id, await hashOfPassword(next))
      await beginSession(gate, context, user, 'change password')
      return context.json({done: true as const}, 200)
    })
    .openapi(offer, async context => {
      const user = await proven(context, context.req.valid('json').password)
      return context.json({...(await offerSecondFactor(gate.store, user))}, 200)
    })
    .openapi(confirm, async context => {
      const {asker, address} = context.var
      limitLogIns(gate, asker.name, address)
      const user = await access.users.withId(asker.userId!)
      const recoveryCodes = await beginSecondFactor(gate.store, user!, context.req.valid('json').code)
      return context.json({recoveryCodes}, 200)
    })
}

function meOf({name, role, via, permissions, secondFactor}: Asker): z.infer<typeof Me> {
  return {name, role, via, permissions: [...permissions], secondFactor}
}
