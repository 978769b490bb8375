import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {
  type CodedReport,
  codeReport,
  codeReports,
  createReader,
  type GivenReport,
  linkReports,
  version
} from '../../src/library.ts'
import {oldNode} from '../../src/workflows/version.ts'
import {example} from '../package/example.ts'

const toll = (count: number, outlet: string): GivenReport => ({
  outlet,
  publishedOn: '2024-03-05',
  text: `Police said ${count} miners were killed in a clash with officers in Oruro, Bolivia, on Monday.`
})

async function all(reports: AsyncIterable<CodedReport>): Promise<CodedReport[]> {
  const found: CodedReport[] = []
  for await (const report of reports) found.push(report)
  return found
}

test('the example in docs/library.md prints what the page says', () => {
  const {code, prints} = example()
  const file = join(mkdtempSync(join(tmpdir(), 'dateline-library-')), 'example.ts')
  writeFileSync(file, code.replace("'dateline'", JSON.stringify(`${process.cwd()}/src/library.ts`)))
  const {stdout, stderr} = spawnSync(process.execPath, [file], {encoding: 'utf8'})
  assert.equal(stdout, prints, stderr)
})

test('a report is coded as the command codes it', () => {
  const given = JSON.parse(readFileSync('samples/station-square/reports.jsonl', 'utf8').split('\n')[0]!)
  const {stdout} = spawnSync(process.execPath, ['src/cli/main.ts', 'code', '-', '--json'], {
    encoding: 'utf8',
    input: JSON.stringify(given)
  })
  assert.deepEqual(codeReport(given), JSON.parse(stdout))
  assert.equal(version, codeReport(given).versions.dateline)
})

test('what is no report is refused with what to write', () => {
  const refused = (given: unknown, message: RegExp) =>
    assert.throws(
      () => codeReport(given as GivenReport),
      error => error instanceof TypeError && message.test(error.message)
    )
  refused(null, /^The report is not an object; write \{"text": "\.\.\."\}/)
  refused('Two were hurt.', /^The report is not an object/)
  refused({}, /^The report has no "text"/)
  refused({text: ' \n'}, /^The report has an empty "text"/)
  refused({text: 'Two were hurt.', publishedOn: '5 March'}, /no day; write it as 2024-03-05/)
  refused({text: 'Two were hurt.', regions: ['Iraq']}, /write country codes/)
  refused({text: 'a'.repeat(2 ** 24 + 1)}, /more than 16 MiB/)
})

test('many come in their order, from a list or a stream, in this thread or in others', async () => {
  const given = Array.from({length: 40}, (_, i) => toll(i + 2, `Outlet ${i}`))
  const alone = await all(codeReports(given))
  assert.deepEqual(
    alone.map(({report}) => report.outlet?.name),
    given.map(({outlet}) => outlet)
  )
  const stream = (async function* () {
    yield* given
  })()
  assert.deepEqual(await all(codeReports(stream, {threads: 2})), alone)
})

test('the one that is no report ends a batch by its number, behind all before it', async () => {
  const found: string[] = []
  const given = [toll(2, 'A'), toll(3, 'B'), {text: ''}, toll(4, 'C')]
  await assert.rejects(async () => {
    for await (const {report} of codeReports(given)) found.push(report.outlet!.name)
  }, /^TypeError: Report 3 has an empty "text"/)
  assert.deepEqual(found, ['A', 'B'])
  await assert.rejects(all(codeReports(given, {threads: 0})), /threads is 0; give a whole number/)
})

test('whoever takes no more ends the threads', async () => {
  for await (const {report} of codeReports([toll(2, 'A'), toll(3, 'B')], {threads: 2})) {
    assert.equal(report.outlet?.name, 'A')
    break
  }
})

test('reports of one incident are linked, in any order, and a report counts once', async () => {
  const coded = await all(codeReports([toll(4, 'Plateau Wire'), toll(6, 'Radio Altura')]))
  const [incident, ...others] = linkReports(coded)
  assert.deepEqual(others, [])
  assert.equal(incident?.reports.length, 2)
  assert.deepEqual(
    [incident.assessments.dateline?.killed?.low, incident.assessments.dateline?.killed?.high],
    [4, 6]
  )
  assert.deepEqual(linkReports([coded[1]!, coded[0]!, structuredClone(coded[1]!)]), [incident])
  // As they come back from a file.
  assert.deepEqual(linkReports(JSON.parse(JSON.stringify(coded))), [incident])
  assert.deepEqual(linkReports([]), [])
  assert.throws(
    () => linkReports([coded[0]!, {...coded[1]!, claims: {}} as never]),
    /^TypeError: Report 2 is no coded report \(claims: .*; link what codeReport gives$/
  )
})

test("a codebook of one's own is read in place of the packaged one", () => {
  const codebook = join(mkdtempSync(join(tmpdir(), 'dateline-codebook-')), 'codebook')
  cpSync('codebook', codebook, {recursive: true})
  writeFileSync(join(codebook, 'VERSION'), '7.0.0\n')
  const reader = createReader({codebook})
  assert.match(reader.versions.codebook, /^7\.0\.0\+/)
  assert.equal(reader.codeReport(toll(2, 'A')).versions.codebook, reader.versions.codebook)
  writeFileSync(join(codebook, 'event-types.yaml'), '- id: clash\n  labl: Clash\n')
  assert.throws(
    () => createReader({codebook}),
    /Cannot use the codebook in .*codebook: .*event-types\.yaml:/s
  )
  assert.throws(
    () => createReader({codebook: `${codebook}/none`}),
    /No folder .*none, which the option "codebook" names/
  )
})

test('a Node that is too old is named with the one that is needed', () => {
  assert.equal(oldNode(), null)
  assert.match(oldNode('20.11.0')!, /^it needs Node [\d.]+ or newer, and this is 20\.11\.0$/)
})
