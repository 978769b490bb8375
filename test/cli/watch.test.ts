import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {openSite, type Site} from '../fetch/http/site.ts'
import {embedded} from '../store/targets.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-watch-'))
let site: Site
before(async () => {
  site = await openSite()
})
after(() => {
  site.stop()
  embedded.stop()
})

interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

/** `until`: what on standard output ends it by SIGTERM. */
function run(args: readonly string[], until?: RegExp): Promise<Ran> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args])
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', chunk => (stderr += chunk))
  child.stdout.on('data', chunk => {
    stdout += chunk
    if (until?.test(stdout)) child.kill('SIGTERM')
  })
  return new Promise(ended => child.on('close', status => ended({stdout, stderr, status})))
}

test('watch takes up what is new in a list of feeds until it is stopped, and feeds lists them', async () => {
  const url = (path: string) => site.url(path, '127.0.0.1')
  site.on(
    '/feed',
    `<rss version="2.0"><channel><title>The Plateau Daily</title><item><guid>1</guid><title>Miners march</title>
     <pubDate>Tue, 05 Mar 2024 06:00:00 GMT</pubDate><description>Police fired tear gas at miners in Oruro on Tuesday.</description></item></channel></rss>`
  )
  const list = join(folder, 'feeds.txt')
  writeFileSync(list, `# mine\n${url('/feed')}\n${url('/none')}\n`)
  const store = ['--store', await embedded.make()]
  const network = ['--allow-address', '127.0.0.1', '--pause', '0']
  const watched = await run(
    ['watch', list, ...store, ...network],
    /1 new[\s\S]*not there|not there[\s\S]*1 new/
  )
  assert.match(watched.stdout, /The Plateau Daily: 1 new; next at /)
  assert.match(watched.stdout, /\/none: is not there \(404\); next at /)
  assert.match(watched.stderr, /Watching 2 feeds[\s\S]*Ending: what is in work is kept/)
  assert.equal(watched.status, 1)

  const again = await run(['watch', '--once', list, ...store, ...network])
  assert.match(again.stderr, /The next feed is due at /)
  assert.equal(again.stdout, '')
  assert.equal(again.status, 0)

  const {stdout} = await run(['feeds', ...store])
  assert.match(stdout, /^state +checked/)
  assert.match(stdout, /live .* The Plateau Daily\n +http/)
  assert.match(stdout, /the last check: is not there \(404\)/)
})

test('a list that is none is named with what to write', async () => {
  const list = join(folder, 'none.txt')
  writeFileSync(list, 'paper.example\n')
  const {stderr, status} = await run(['watch', list, '--store', folder])
  assert.match(stderr, /none\.txt has "paper\.example" in line 1; write a URL a line/)
  assert.equal(status, 1)
  const usage = await run(['watch', list, '--allow-address', '10.1'])
  assert.match(usage.stderr, /"10\.1" is no range of addresses/)
  assert.equal(usage.status, 2)
})
