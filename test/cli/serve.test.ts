import assert from 'node:assert/strict'
import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync} from 'node:fs'
import {request} from 'node:https'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'dateline-serve-'))
const store = join(folder, 'store')
const args = (...own: string[]) => ['src/cli/main.ts', ...own, '--store', store]
const run = (...own: string[]) => spawnSync(process.execPath, args(...own), {encoding: 'utf8'})

test('others are served by HTTPS or behind a proxy alone, and the refusal says how', () => {
  const open = run('serve', '--host', '0.0.0.0')
  assert.equal(open.status, 1)
  assert.match(open.stderr, /--tls-cert FILE --tls-key FILE, or --behind-proxy/)
  assert.match(run('serve', '--tls-cert', 'x.pem').stderr, /give both/)
  assert.match(
    run('serve', '--tls-cert', 'none.pem', '--tls-key', 'none.pem').stderr,
    /Cannot read none\.pem/
  )
})

test('users are added, listed, reset and shut out at the shell of the server', () => {
  assert.match(run('user', 'add', 'bo', '--role', 'reader').stderr, /The first user must be an admin/)
  assert.match(run('user', 'add', 'bo x', '--role', 'admin').stderr, /"bo x" is no name of a user/)
  assert.match(run('user', 'add', 'bo', '--role', 'admin').stdout, /^ {2}\/set-up\?token=[\w-]{22}$/m)
  assert.match(run('user', 'disable', 'bo').stderr, /no other admin would be left/)
  assert.match(run('user', 'reset', 'bo').stdout, /set-up\?token=/)
  assert.match(run('user', 'list').stdout, /^bo +admin +since \d{4}-\d\d-\d\d {2}no password yet$/m)
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
test('a server without users prints the link for the first admin, and speaks HTTPS', {
  skip: hasOpenssl ? false : 'openssl is not installed'
}, async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '2',
    ...subject
  ])
  const own = [
    'src/cli/main.ts',
    'serve',
    '--store',
    join(folder, 'other'),
    '--port',
    '0',
    '--tls-cert',
    cert,
    '--tls-key',
    key
  ]
  const server = spawn(process.execPath, own, {stdio: ['ignore', 'ignore', 'pipe']})
  try {
    let said = ''
    for await (const part of server.stderr.setEncoding('utf8')) {
      said += part
      if (/set-up\?token=\S+\n/.test(said)) break
    }
    const [, port, path] = /https:\/\/127\.0\.0\.1:(\d+)(\/set-up\S+)/.exec(said)!
    const asked = request({
      host: '127.0.0.1',
      servername: 'localhost',
      port,
      path,
      ca: readFileSync(cert),
      agent: false
    })
    asked.end()
    const [answer] = await once(asked, 'response')
    assert.equal(answer.statusCode, 200)
    answer.destroy()
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
})
