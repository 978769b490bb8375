import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {fetcherFor} from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-tls-'))
after(() => rmSync(folder, {recursive: true}))

/** A certificate that signed itself, for paper.example; null where there is no OpenSSL to make it. */
function certificate(): {key: string; cert: string} | null {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const names = ['-subj', '/CN=paper.example', '-addext', 'subjectAltName=DNS:paper.example']
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  try {
    execFileSync('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert], {
      stdio: 'ignore'
    })
  } catch {
    return null
  }
  return {key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8')}
}

const made = certificate()

test('a certificate must be for the name, and of an authority that is trusted', {
  skip: made === null && 'no openssl'
}, async () => {
  const server = createServer(made!, (_, response) => response.end('read in private'))
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  server.unref()
  const {port} = server.address() as AddressInfo
  const outcomes: string[] = []
  for (const [host, ca] of [
    ['paper.example'],
    ['paper.example', made!.cert],
    ['other.example', made!.cert]
  ] as const) {
    const fetcher = fetcherFor(ca === undefined ? {} : {ca})
    const fetched = await fetcher.fetchDocument(`https://${host}:${port}/`)
    outcomes.push('reason' in fetched ? fetched.reason : fetched.kind)
    await fetcher.close()
  }
  const plain = fetcherFor()
  const fetched = await plain.fetchDocument(`http://paper.example:${port}/`)
  outcomes.push('reason' in fetched ? fetched.reason : fetched.kind)
  await plain.close()
  assert.deepEqual(outcomes, [
    'has a certificate that it signed itself',
    'document',
    'has a certificate for another name',
    'broke off the connection before all had come'
  ])
  server.close()
})
