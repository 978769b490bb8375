import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {CodedReport} from '../../src/model/contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'))
const run = (args: string[], input = '') =>
  spawnSync(process.execPath, ['src/cli/main.ts', ...args], {encoding: 'utf8', input, maxBuffer: 2 ** 28})
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('code --json prints one report a line that fits the published contract, and the same bytes again', () => {
  const first = run(['code', 'samples/station-square/reports.jsonl', '--json'])
  assert.equal(first.status, 0)
  const lines = first.stdout.trim().split('\n')
  assert.equal(lines.length, 9)
  for (const line of lines) {
    const coded = CodedReport.parse(JSON.parse(line))
    for (const {quote, evidence} of coded.claims) {
      for (const {from, to, text} of [quote, ...evidence])
        assert.equal(coded.report.text.slice(from, to), text)
    }
  }
  assert.equal(run(['code', 'samples/station-square/reports.jsonl', '--json']).stdout, first.stdout)
})

test('an empty file, a binary file and a missing one are named with the reason, and the exit code is 1', () => {
  const empty = run(['code', file('empty.txt', '')])
  assert.match(empty.stderr, /empty\.txt is empty/)
  assert.equal(empty.status, 1)
  assert.match(
    run(['code', file('a.bin', new Uint8Array([1, 0, 2, 0]))]).stderr,
    /NUL bytes: a binary file, not text/
  )
  assert.match(run(['code', file('a.pdf', '%PDF-1.7')]).stderr, /is a PDF file, not text/)
  assert.match(run(['code', join(folder, 'none.txt')]).stderr, /does not exist; check the path/)
})

test('a bad line of JSON Lines fails with its number, and the others go on', () => {
  const path = file(
    'mixed.jsonl',
    '{"text":"Police clashed with miners in Oruro."}\nnot json\n{"text":"x","publishedOn":"2024-02-30"}\n' +
      '{"text":"x","regions":"IQ"}\n'
  )
  const {stdout, stderr, status} = run(['code', path, '--json'])
  assert.equal(stdout.trim().split('\n').length, 1)
  assert.match(stderr, /mixed\.jsonl:2 is not JSON/)
  assert.match(stderr, /mixed\.jsonl:3 has publishedOn "2024-02-30", which is no day/)
  assert.match(stderr, /mixed\.jsonl:4 has regions "IQ"; write country codes/)
  assert.equal(status, 1)
})

test('a region says which of several towns of one name a report means', () => {
  const path = file('tripoli.txt', 'Police in Tripoli fired in the air on Monday.')
  const country = (...flags: string[]) =>
    JSON.parse(run(['code', path, '--json', ...flags]).stdout).places[0].country
  assert.equal(country(), 'LY')
  assert.equal(country('--region', 'LB'), 'LB')
  assert.match(run(['code', path, '--region', 'Lebanon']).stderr, /no country code; write two capitals/)
})

test('a report on football and a text in Chinese have no incident, and that is an answer', () => {
  const football = run(
    ['code', '-'],
    'The champions beat their rivals 3-1 on Sunday, and the striker shot twice at goal before the final whistle of the match.\n'
  )
  assert.match(football.stdout, /No incident/)
  assert.equal(football.status, 0)
  const chinese = run(['code', '-', '--json'], '警方周五表示，示威者在首都与警察发生冲突，造成三人死亡。\n')
  const coded = CodedReport.parse(JSON.parse(chinese.stdout))
  assert.equal(coded.report.language, 'zh')
  assert.deepEqual(coded.incidents, [])
})

test('a misspelt flag or command is refused with what was meant, and the exit code is 2', () => {
  const flag = run(['code', '--jsn', 'x'])
  assert.match(flag.stderr, /did you mean --json\?/)
  assert.equal(flag.status, 2)
  const command = run(['cod', 'x'])
  assert.match(command.stderr, /did you mean `code`\?/)
  assert.equal(command.status, 2)
})

test('--explain names the rule and the words behind each value', () => {
  const {stdout} = run(
    ['code', '-', '--explain'],
    'Police in Kano reportedly killed two men on Monday, the newspaper wrote.\n'
  )
  assert.match(stdout, /outcome-words\/kill on "killed"/)
  assert.match(stdout, /hedges\/reportedly on "reportedly"/)
})

test('the schema is JSON Schema', () => {
  const schema = JSON.parse(run(['schema']).stdout) as {$schema: string; properties: object}
  assert.match(schema.$schema, /2020-12/)
  assert.ok('claims' in schema.properties)
})

test('eval and train say what is missing and what they know', () => {
  assert.match(
    run(['eval', 'nope', '--data', 'x', '--split', 'a']).stderr,
    /No suite "nope"; write one of actors, /
  )
  assert.match(
    run(['train', 'nope', '--data', 'x']).stderr,
    /No model "nope"; write one of clusters, syntax, ner/
  )
  const missing = run(['eval', 'ud', '--data', 'nowhere', '--split', 'a'])
  assert.match(missing.stderr, /No file .*nowhere\/ud\/a\.conllu; --data names the folder/)
  assert.equal(missing.status, 1)
})

test('actors import shows what it would take, takes it once, and code reads it besides the codebook', () => {
  const list = file('unions.csv', 'id,name,kind,country\nquay-league,Quay League,organiser,IQ\nx,X,club,IQ\n')
  const registry = join(folder, 'registry')
  const dry = run(['actors', 'import', list, '--registry', registry, '--dry-run'])
  assert.match(dry.stdout, /1 actors would be taken, 1 unverified; .* 1 refused/)
  assert.match(dry.stderr, /unions\.csv:3: refused: kind "club"; write one of/)
  assert.equal(dry.status, 1)
  assert.equal(existsSync(registry), false)
  run(['actors', 'import', list, '--registry', registry])
  const again = run(['actors', 'import', list, '--registry', registry])
  assert.match(again.stdout, /0 actors taken, .* 1 known already \(quay-league\)/)
  const text = 'The Quay League attacked police in Basra on Monday.\n'
  const {stdout} = run(['code', '-', '--json', '--registry', registry], text)
  const actor = CodedReport.parse(JSON.parse(stdout)).actors.find(({known}) => known === 'quay-league')
  assert.equal(actor?.verified, false)
  assert.match(run(['code', '-', '--registry', registry], text).stdout, /Quay League \(unverified\)/)
  const store = join(folder, 'quay')
  run(['ingest', file('quay.txt', text), '--registry', registry, '--store', store])
  const [incident] = run(['incidents', '--json', '--store', store]).stdout.split('\n')
  const {id, unverified} = JSON.parse(incident!)
  assert.deepEqual(unverified, ['Quay League'])
  assert.match(run(['show', id, '--store', store]).stdout, /Quay League \(unverified\)/)
})

test('actors lint names file, line and remedy, and the exit code is 1 for an error', () => {
  const registry = join(folder, 'wrong')
  mkdirSync(join(registry, 'affiliations'), {recursive: true})
  writeFileSync(
    join(registry, 'affiliations', 'mine.csv'),
    'actor,relation,to,from,until,checked\nhezbollah,allied,nobody,2014,,\n'
  )
  const wrong = run(['actors', 'lint', '--registry', registry])
  assert.match(wrong.stderr, /wrong\/affiliations\/mine\.csv:2: no actor has the id "nobody"/)
  assert.equal(wrong.status, 1)
  assert.equal(run(['actors', 'lint', '--registry', join(folder, 'none')]).status, 0)
})
