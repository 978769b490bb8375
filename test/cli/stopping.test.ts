import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
after(() => rmSync(folder, {recursive: true}))

test('Ctrl-C lets ingest keep what is in work, says how to go on, and ends with 130', {
  timeout: 120_000
}, async t => {
  const store = join(folder, 'store')
  const ingest = spawn(process.execPath, [
    'src/cli/main.ts',
    'ingest',
    '-',
    '--store',
    store,
    '--threads',
    '1'
  ])
  t.after(() => ingest.kill('SIGKILL'))
  const said = {out: '', err: ''}
  ingest.stdout.on('data', data => (said.out += data))
  const refused = new Promise<void>(resolve =>
    ingest.stderr.on('data', data => {
      said.err += data
      if (said.err.includes('standard input:2 ')) resolve()
    })
  )
  const ended = once(ingest, 'close')
  const lines = (from: number, to: number) =>
    Array.from({length: to - from}, (_, i) => `${JSON.stringify({text: `Shop ${from + i} shut.`})}\n`).join(
      ''
    )
  // A line is refused once its chunk is kept; then there is a next one in work.
  ingest.stdin.write(`${lines(0, 1)}no JSON\n${lines(1, 200)}`)
  await Promise.race([refused, ended])
  ingest.kill('SIGINT')
  ingest.stdin.write(lines(200, 1000))
  const [code] = await ended
  assert.equal(code, 130, said.err)
  assert.match(said.err, /Ending: what is being read is kept\. Ctrl-C again ends it at once/)
  assert.match(said.out, /^\d{2,3} items: \d+ done, 1 failed, 0 skipped\./)
  assert.match(said.out, /Run it again to go on/)
})
