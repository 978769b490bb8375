import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {isDeepStrictEqual} from 'node:util'
import {LinkedIncident} from '../../src/model/assessment.ts'

const store = join(mkdtempSync(join(tmpdir(), 'dateline-rulings-')), 'store')
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/main.ts', ...args, '--store', store], {encoding: 'utf8'})

test('a person rejects, sees what moved, looks back, and takes it back', () => {
  run('ingest', 'samples/station-square/reports.jsonl')
  const listed = run('incidents', '--json').stdout.trim().split('\n')
  const before = listed.find(line => line.includes('"type":"clash","when"'))!
  const clash = LinkedIncident.parse(JSON.parse(before))
  const radio = clash.accounts.find(({origin}) => /union/i.test(origin))!

  const rejected = run('rule', 'reject', `${clash.id}/${radio.id}`, '--reason', 'shown wrong', '--by', 'ada')
  assert.match(rejected.stdout, /killed 0-2, best 2, contested -> 0-2, none holds/)
  const history = run('show', clash.id, '--history').stdout
  const [, instant] = /^(\S+Z) {2}ada: change incident/m.exec(history)!
  const earlier = new Date(Date.parse(instant!) - 1).toISOString()
  const then = run('show', clash.id, '--as-of', earlier, '--json').stdout
  assert.ok(isDeepStrictEqual(JSON.parse(then), JSON.parse(before)), 'what was held before')
  assert.match(run('rulings').stdout, /holds +reject .*by ada: shown wrong/)

  assert.match(run('undo', '--last').stdout, /killed 0-2, none holds.* -> 0-2, best 2/)
  assert.ok(run('show', clash.id, '--json').stdout.trim() === before, 'the same bytes as before')
  const {stdout, status} = run('verify')
  assert.equal(status, 0, stdout)
  const [head] = /\d+:[0-9a-f]{64}/.exec(stdout)!
  const other = head.replace(/.$/, end => (end === '0' ? '1' : '0'))
  assert.equal(run('verify', '--head', other).status, 1)
})
