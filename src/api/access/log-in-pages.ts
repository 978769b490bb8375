/** The pages before the app: /login, /set-up, /second-factor. Plain forms, for every browser and without scripts. */
import {type Context, Hono} from 'hono'
import {html} from 'hono/html'
import type {Env} from '../desk.ts'
import {ProblemError} from '../problem.ts'
import type {Gate} from './gate.ts'
import {identify} from './identify.ts'
import {linkOf, logIn, setUp} from './log-in.ts'
import {field, page, pageStyle, picture} from './page.ts'
import {type PageLanguage, type PageMessages, pageMessages} from './page-messages.ts'
import type {PasswordFault} from './passwords.ts'
import {beginSecondFactor, offerSecondFactor} from './second-factor.ts'

type Asked = Context<Env>

export function logInPages(gate: Gate): Hono<Env> {
  const {access} = gate.store
  const pages = new Hono<Env>()
  pages.get('/log-in.css', context => context.text(pageStyle, 200, {'content-type': 'text/css'}))
  for (const path of ['/login', '/set-up', '/second-factor']) {
    pages.use(path, identify(gate))
    pages.use(path, async (context, next) => {
      await next()
      // With no-referrer a browser would not say from where a form comes; and what is typed here is kept nowhere.
      context.res.headers.set('referrer-policy', 'same-origin')
      context.res.headers.set('cache-control', 'no-store')
    })
  }

  pages.get('/login', async context => {
    const {say, language} = said(context)
    if (context.var.asker.via === 'machine' || context.var.asker.via === 'session')
      return context.redirect(nextOf(context), 303)
    if (!(await access.users.any()))
      return context.html(
        page({language, title: say.logIn, other: otherOf(context)}, html`<p>${say.noUsers}</p>`)
      )
    return logInForm(context, null, '')
  })
  pages.post('/login', async context => {
    const {name, password, code} = await sent(context)
    try {
      await logIn(gate, context, {name, password, code})
    } catch (error) {
      return logInForm(context, problemOf(error), name)
    }
    return context.redirect(nextOf(context), 303)
  })

  pages.get('/set-up', context => setUpForm(context, context.req.query('token') ?? '', null, ''))
  pages.post('/set-up', async context => {
    const {token, name, password} = await sent(context)
    try {
      await setUp(gate, context, {token, name, password})
    } catch (error) {
      return setUpForm(context, token, problemOf(error), name)
    }
    return context.redirect('/', 303)
  })

  pages.get('/second-factor', context => secondFactorForm(context, null))
  pages.post('/second-factor', async context => {
    const {say, language} = said(context)
    const user = context.var.asker.userId ? await access.users.withId(context.var.asker.userId) : null
    if (!user) return context.redirect('/login', 303)
    try {
      const {code} = await sent(context)
      const codes = await beginSecondFactor(gate.store, user, code)
      return context.html(
        page(
          {language, title: say.recovery, other: otherOf(context)},
          html`<p>${say.recoveryHelp}</p>
            <ol class="codes" dir="ltr">${codes.map(own => html`<li>${own}</li>`)}</ol>
            <p><a class="button" href="/">${say.toApp}</a></p>`
        )
      )
    } catch (error) {
      return secondFactorForm(context, problemOf(error))
    }
  })
  return pages

  function logInForm(context: Asked, problem: ProblemError | null, name: string) {
    const {say, language} = said(context)
    const next = nextOf(context)
    return answer(
      context,
      problem,
      page(
        {language, title: say.logIn, fault: faultOf(problem, say), other: otherOf(context)},
        html`<form method="post" action="/login?${new URLSearchParams({lang: language, next}).toString()}">
          ${field({name: 'name', label: say.name, autocomplete: 'username', value: name, isFirst: true})}
          ${field({name: 'password', label: say.password, type: 'password', autocomplete: 'current-password'})}
          ${field({name: 'code', label: say.code, autocomplete: 'one-time-code', help: say.codeHelp, required: false})}
          <button>${say.logIn}</button>
        </form>`
      )
    )
  }

  async function setUpForm(context: Asked, token: string, problem: ProblemError | null, name: string) {
    const {say, language} = said(context)
    const link = await linkOf(gate, token)
    if (!link)
      return context.html(
        page(
          {language, title: say.setUp, fault: say.linkOver, other: otherOf(context)},
          html`<p><a href="/login">${say.logIn}</a></p>`
        ),
        401
      )
    return answer(
      context,
      problem,
      page(
        {language, title: say.setUp, fault: faultOf(problem, say), other: otherOf(context)},
        html`<form method="post" action="/set-up?${new URLSearchParams({lang: language, token}).toString()}">
          <p>${link.user ? html`${say.chooseFor} <bdi>${link.user.name}</bdi>` : say.firstUser}</p>
          <input type="hidden" name="token" value="${token}" />
          ${
            link.user
              ? html`<input type="hidden" name="name" value="${link.user.name}" autocomplete="username" />`
              : field({
                  name: 'name',
                  label: say.name,
                  autocomplete: 'username',
                  value: name,
                  help: say.badName,
                  isFirst: true
                })
          }
          ${field({name: 'password', label: say.newPassword, type: 'password', autocomplete: 'new-password', help: say.passwordRules})}
          <button>${say.goOn}</button>
        </form>`
      )
    )
  }

  async function secondFactorForm(context: Asked, problem: ProblemError | null) {
    const {say, language} = said(context)
    const {userId, secondFactor} = context.var.asker
    const user = userId ? await access.users.withId(userId) : null
    if (!user) return context.redirect('/login', 303)
    if (secondFactor === 'on') return context.redirect('/', 303)
    const {secret, uri} = await offerSecondFactor(gate.store, user)
    return answer(
      context,
      problem,
      page(
        {language, title: say.secondFactor, fault: problem && say.codeWrong, other: otherOf(context)},
        html`<form method="post" action="/second-factor?lang=${language}">
          ${secondFactor === 'needed' ? html`<p>${say.factorNeeded}</p>` : ''}
          <p>${say.factorSteps}</p>
          ${picture(uri, say.picture)}
          <p>${say.key}: <code dir="ltr">${secret.match(/.{1,4}/g)!.join(' ')}</code></p>
          <p><a href="${uri}">${say.openApp}</a></p>
          ${field({name: 'code', label: say.code, autocomplete: 'one-time-code', isFirst: true})}
          <button>${say.goOn}</button>
        </form>`
      )
    )
  }
}

function said(context: Asked): {readonly language: PageLanguage; readonly say: PageMessages} {
  const asked = context.req.query('lang') ?? context.req.header('accept-language') ?? ''
  const language = /^ar\b/i.test(asked) ? 'ar' : 'en'
  return {language, say: pageMessages[language]}
}

function otherOf(context: Asked): string {
  const url = new URL(context.req.url)
  url.searchParams.set('lang', said(context).language === 'ar' ? 'en' : 'ar')
  return `${url.pathname}${url.search}`
}

/** A path of this server, whatever the address says. */
function nextOf(context: Asked): string {
  const next = context.req.query('next') ?? '/'
  return /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/'
}

async function sent(context: Asked): Promise<{name: string; password: string; code: string; token: string}> {
  const form = new URLSearchParams(await context.req.text())
  const value = (key: string) => (form.get(key) ?? '').slice(0, 1000)
  return {name: value('name').trim(), password: value('password'), code: value('code'), token: value('token')}
}

function answer(context: Asked, problem: ProblemError | null, content: ReturnType<typeof page>) {
  for (const [name, value] of Object.entries(problem?.headers ?? {})) context.header(name, value)
  return context.html(content, problem?.status ?? 200)
}

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  throw error
}

function faultOf(problem: ProblemError | null, say: PageMessages): string | null {
  if (!problem) return null
  const [, fault] = /^urn:dateline:password-(.+)$/.exec(problem.problem.type) ?? []
  if (fault) return say.faults[fault as PasswordFault]
  if (problem.status === 429) return say.tooMany
  return problem.status === 400 ? say.badName : say.wrong
}
