import assert from 'node:assert/strict'
import test from 'node:test'
import {Secret, TOTP} from 'otpauth'
import {addUser, inviteFirst} from '../../src/api/access/invite.ts'
import {createApi} from '../../src/api/api.ts'
import {openStore} from '../../src/store/store.ts'
import {embedded} from '../store/targets.ts'
import {skipped, visitors} from '../web/browser.ts'
import {deskOf} from './desk-of.ts'
import {host, password} from './people.ts'

const store = await openStore(await embedded.make())
test.after(async () => {
  await store.close()
  embedded.stop()
})
const linker = () => assert.fail('nothing is linked here')
const pages = {pages: 'web/dist', version: '0'}

test('people set up, log in and are told what is wrong, without scripts, in English and Arabic, light and dark', {
  skip: skipped
}, async context => {
  const {path} = await addUser(store, 'ada', 'admin')
  const {visit, close} = await visitors(createApi(deskOf(store, linker), pages))
  context.after(close)
  const plain = {javaScriptEnabled: false}

  const {page} = await visit(path, plain)
  await page.getByLabel('New password').fill('password1234')
  await page.getByRole('button', {name: 'Go on'}).click()
  assert.equal(
    await page.getByRole('alert').innerText(),
    '⚠ The password is made of words that many people choose.'
  )
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', {name: 'Go on'}).click()
  assert.equal(new URL(page.url()).pathname, '/')
  assert.equal((await page.context().cookies())[0]!.httpOnly, true)

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [locale, title, fault] of [
      ['en', 'Log in', '⚠ Name, password or code is wrong.'],
      ['ar', 'تسجيل الدخول', '⚠ الاسم أو كلمة السر أو الرمز غير صحيح.']
    ] as const) {
      const visitor = await visit('/?since=2024-01-01', {
        locale,
        colorScheme,
        viewport: {width: 400, height: 800}
      })
      assert.equal(await visitor.page.getByRole('heading').innerText(), title)
      assert.equal(await visitor.page.locator('html').getAttribute('dir'), locale === 'ar' ? 'rtl' : 'ltr')
      assert.deepEqual(await visitor.barriers(), [])
      await visitor.page.locator('#name').fill(`${locale}-${colorScheme}`)
      await visitor.page.locator('#password').fill('not this one at all')
      await visitor.page.keyboard.press('Enter')
      assert.equal(await visitor.page.getByRole('alert').innerText(), fault)
      assert.deepEqual([await visitor.barriers(), visitor.faults], [[], []])
      if (locale === 'ar') continue
      await visitor.page.locator('#name').fill('ada')
      await visitor.page.locator('#password').fill(password)
      await visitor.page.keyboard.press('Enter')
      await visitor.page.waitForURL(/since=2024-01-01/)
    }

  const own = await visit('/login', plain)
  await own.page.locator('#name').fill('ada')
  await own.page.locator('#password').fill(password)
  await own.page.keyboard.press('Enter')
  await own.page.waitForURL(url => url.pathname === '/')
  await own.page.goto(new URL('/second-factor', own.page.url()).href)
  const picture = own.page.getByRole('img', {name: /^QR code of the key/})
  assert.ok((await picture.boundingBox())!.width > 150)
  const secret = (await own.page.locator('code').innerText()).replaceAll(' ', '')
  await own.page.locator('#code').fill(new TOTP({secret: Secret.fromBase32(secret)}).generate())
  await own.page.getByRole('button', {name: 'Go on'}).click()
  assert.equal(await own.page.locator('.codes li').count(), 10)
})

test('a form of another site is refused, and no address leads away from here', async () => {
  const api = createApi(deskOf(store, linker), {...pages, exposure: 'tls'})
  const form = (next: string, headers: Record<string, string> = {origin: `https://${host}`}) =>
    api.request(`https://${host}/login?next=${encodeURIComponent(next)}`, {
      method: 'POST',
      headers: {host, 'content-type': 'application/x-www-form-urlencoded', ...headers},
      body: new URLSearchParams({name: 'nobody', password: 'x', code: ''}).toString()
    })
  assert.equal((await form('/', {origin: 'https://evil.example'})).status, 403)
  assert.equal((await form('/', {origin: 'null'})).status, 403)
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example'
  ])
    assert.match(await (await form(next)).text(), /action="\/login\?lang=en&amp;next=%2F"/, next)
  const hostile = await api.request(`https://${host}/set-up?token=${encodeURIComponent('"><script>')}`, {
    headers: {host}
  })
  assert.equal(hostile.status, 401)
  assert.doesNotMatch(await hostile.text(), /<script/)
  await inviteFirst(store)
})
