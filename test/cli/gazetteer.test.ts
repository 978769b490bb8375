import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {CodedReport} from '../../src/model/contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-gazetteer-'))
const packs = join(folder, 'dateline-data', 'gazetteer')
const main = join(process.cwd(), 'src/cli/main.ts')
const run = (args: string[], input = '') => {
  const {INIT_CWD: _start, ...env} = process.env
  return spawnSync(process.execPath, [main, ...args], {encoding: 'utf8', input, cwd: folder, env})
}

const lines = [
  '9000001\tQuarzomir\tQuarzomir\tQuarzomira\t33.5\t44.5\tP\tPPL\tIQ\t\t\t\t\t\t5000\t\t\tAsia/Baghdad\t2020-01-01',
  'a line that is cut'
]
writeFileSync(join(folder, 'XX.txt'), lines.join('\n'))

test('places that are imported are found in reports, and info says where they come from', () => {
  const report = 'QUARZOMIR, Iraq - Gunmen killed four people in Quarzomira on Monday, police said.\n'
  const before = CodedReport.parse(JSON.parse(run(['code', '-', '--json'], report).stdout))
  const result = run(['gazetteer', 'import', 'XX.txt'])
  assert.equal(result.status, 0)
  assert.match(result.stdout, /2 lines: 1 kept, 0 left out, 1 refused/)
  assert.match(result.stderr, /XX\.txt:2: 1 columns where a dump has 19/)
  const after = CodedReport.parse(JSON.parse(run(['code', '-', '--json'], report).stdout))
  const found = ({places}: CodedReport) =>
    places.filter(({gazetteerId}) => gazetteerId === 'geonames:9000001')
  assert.equal(found(before).length, 0)
  assert.equal(found(after)[0]!.name, 'Quarzomir')
  assert.match(after.versions.gazetteer, /^[0-9a-f]+\+XX@[0-9a-f]{12}$/)

  const info = JSON.parse(run(['gazetteer', 'info', '--json']).stdout)
  assert.equal(info.version, after.versions.gazetteer)
  assert.deepEqual(info.files[1].countries, {IQ: 1})
  assert.equal(info.files[1].sources[0].file.name, 'XX.txt')
  const words = run(['gazetteer', 'info']).stdout
  assert.match(words, /GeoNames \(CC BY 4\.0\): "Contains data from GeoNames/)
  assert.match(words, /XX\.txt, \d+ bytes, SHA-256 [0-9a-f]{64}/)
})

test('a folder that does not exist and a pack that is damaged are named with the remedy', () => {
  const missing = run(['code', '-', '--gazetteer', 'nowhere'], 'A report.\n')
  assert.equal(missing.status, 1)
  assert.match(
    missing.stderr,
    /No folder .*nowhere; import places with "dateline gazetteer import FILE --to nowhere"/
  )
  writeFileSync(join(packs, 'broken.bin'), 'broken')
  const broken = run(['gazetteer', 'info'])
  assert.equal(broken.status, 1)
  assert.match(broken.stderr, /broken\.bin; import it anew with "dateline gazetteer import", or remove it/)
})
