/**
 * The package as somebody else has it: packed from this checkout, installed into an empty project, used as a library and
 * as a command. Dependencies come from npm's cache, or else from where npm gets them.
 */
import assert from 'node:assert/strict'
import {type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join, resolve} from 'node:path'
import test, {before} from 'node:test'
import {example} from './example.ts'

const outer = mkdtempSync(join(tmpdir(), 'dateline-installed-'))
const project = join(outer, 'project')
// The command's first line asks for "node", whichever is found first.
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  INIT_CWD: project
}
const dateline = (...args: string[]) =>
  spawnSync(join(project, 'node_modules/.bin/dateline'), args, {cwd: project, env, encoding: 'utf8'})
const write = (name: string, content: string) => {
  writeFileSync(join(project, name), content)
  return join(project, name)
}

before(() => {
  mkdirSync(project)
  write('package.json', '{"name": "empty", "private": true, "type": "module"}')
  execFileSync('npm', ['run', '-s', 'build:package'])
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', outer], {stdio: 'pipe'})
  const [tarball] = readdirSync(outer).filter(name => name.endsWith('.tgz'))
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', join(outer, tarball!)]
  execFileSync('npm', install, {cwd: project, stdio: 'pipe'})
})

test('the example of docs/library.md runs', () => {
  const {code, prints} = example()
  const {stdout, stderr} = spawnSync(process.execPath, [write('example.js', code)], {
    cwd: project,
    encoding: 'utf8'
  })
  assert.equal(stdout, prints, stderr)
})

test('its types are found and right, by the rules of Node and of bundlers', () => {
  write(
    'typed.ts',
    `import {codeReport, codeReports, createReader, linkReports, type CodedReport, type GivenReport} from 'dateline'
const given: GivenReport = {text: 'Two were hurt.', outlet: null}
const coded: CodedReport = codeReport(given)
const most: number | null | undefined = coded.claims[0]?.casualties?.count?.max
const best: number | null | undefined = linkReports([coded])[0]?.assessments.dateline?.killed?.best
// @ts-expect-error: a field that no report has
codeReport({text: 'Two were hurt.', published: '2024-03-05'})
// @ts-expect-error: a claim has no such field
coded.claims[0]?.toll
export async function read(): Promise<void> {
  for await (const {versions} of codeReports([given], {threads: 2})) console.log(versions.codebook, most, best)
  console.log(createReader({codebook: 'mine'}).versions.models)
}
`
  )
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['node16', 'node16'],
    ['esnext', 'bundler']
  ]) {
    const args = ['--noEmit', '--strict', '--target', 'es2022', '--types', '', '--module', module!]
    const {status, stdout} = spawnSync(
      resolve('node_modules/.bin/tsc'),
      [...args, '--moduleResolution', resolution!, 'typed.ts'],
      {cwd: project, encoding: 'utf8'}
    )
    assert.equal(status, 0, stdout)
  }
})

test('the command codes, keeps in threads, examines, and makes a site', () => {
  const report = write('report.txt', 'Police said two men were killed in Kano on 3 March 2024.\n')
  const page = write(
    'page.html',
    '<html><body><article><h1>Two dead in Kano</h1><p>Police said two men were killed in Kano on 3 March 2024. ' +
      'Witnesses said that a crowd had gathered near the market, and that officers used tear gas.</p></article></body></html>'
  )
  const coded = dateline('code', report)
  assert.match(coded.stdout, /Killed: 2, people/, coded.stderr)
  const lines = Array.from({length: 60}, (_, i) =>
    JSON.stringify({
      outlet: `Outlet ${i}`,
      text: `Police said ${i + 2} men were killed in Kano on 3 March 2024.`
    })
  )
  const kept = dateline('ingest', page, write('reports.jsonl', lines.join('\n')), '--threads', '2')
  assert.match(kept.stdout + kept.stderr, /61 items: 61 done, 0 failed/)
  assert.match(dateline('doctor').stdout, /^ok +knowledge/m)
  assert.match(dateline('codebook', 'check').stdout, /in order/)
  assert.equal(dateline('site', 'site').status, 0)
  assert.ok(existsSync(join(project, 'site/index.html')))
})

test('what is only in a checkout says so', () => {
  const {status, stderr} = dateline('train', 'syntax', '--data', 'corpora')
  assert.match(stderr, /is not part of the installed package/)
  assert.equal(status, 1)
})

test('start serves the page over the sample', async () => {
  const args = ['start', '--port', '0', '--store', 'sample']
  const server = spawn(join(project, 'node_modules/.bin/dateline'), args, {cwd: project, env})
  const ended = new Promise(done => server.once('exit', done))
  try {
    const url = await addressOf(server)
    const page = await fetch(url)
    assert.match(await page.text(), /<script type="module"/)
    const incidents = await fetch(new URL('api/incidents', url))
    assert.equal(((await incidents.json()) as {total: number}).total, 2)
  } finally {
    server.kill('SIGTERM')
    await ended
  }
})

/** Once it is printed. */
function addressOf(server: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((found, failed) => {
    let printed = ''
    const look = (chunk: Buffer) => {
      printed += chunk
      const [, address] = /The page: (\S+)/.exec(printed) ?? []
      if (address) found(address)
    }
    server.stdout.on('data', look)
    server.stderr.on('data', look)
    server.once('exit', () => failed(new Error(printed)))
  })
}
