import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {gzipSync} from 'node:zlib'
import {readInputs} from '../../src/fetch/inputs.ts'
import {answer, madeRecords, packed, pageOf, warcRecord} from './made-archives.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
after(() => rmSync(folder, {recursive: true}))

/** What is read of a file of that name, or of standard input. */
async function read(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const path = name === '-' ? name : join(folder, name)
  if (path !== '-') writeFileSync(path, bytes)
  const stdin = async function* () {
    yield Buffer.from(bytes as string)
  }
  const inputs: string[] = []
  for await (const input of readInputs([path], stdin())) {
    const what =
      input.kind === 'report'
        ? input.report.text
        : input.kind === 'document'
          ? input.document.kind
          : input.reason
    inputs.push(`${input.origin.replace(`${folder}/`, '')} ${what}`)
  }
  return inputs
}

const line = (text: string) => JSON.stringify({url: 'http://news.example/a', text})
const lines = `${line('One.')}\n\n${line('Two.')}\r\n${line('Three.')}`
const three = (origin: string) => [`${origin}:1 One.`, `${origin}:3 Two.`, `${origin}:4 Three.`]

test('what a file is shows in its bytes, packed or not, whatever its name', async () => {
  assert.deepEqual(await read('a.jsonl', lines), three('a.jsonl'))
  assert.deepEqual(await read('a.jsonl.gz', gzipSync(lines)), three('a.jsonl.gz'))
  assert.deepEqual(await read('lines', gzipSync(lines)), three('lines'))
  assert.deepEqual(await read('-', lines), three('standard input'))
  assert.deepEqual(await read('a.txt.gz', gzipSync('Two were hurt.')), ['a.txt.gz Two were hurt.'])
  assert.deepEqual(await read('page', gzipSync(pageOf('A'))), ['page page'])
  assert.deepEqual(await read('-', gzipSync(pageOf('A'))), ['standard input page'])
  assert.deepEqual(await read('a.bin', packed(madeRecords(2))), [
    'a.bin, record 1 page',
    'a.bin, record 2 page'
  ])
  assert.deepEqual(await read('-', warcRecord({block: answer(pageOf('A'))})), [
    'standard input, record 1 page'
  ])
})

test('what is none of these says what to do', async () => {
  assert.deepEqual(await read('a.zip', 'PK\u0003\u0004 and so on'), [
    'a.zip is a ZIP archive or office document, not text; extract its text first'
  ])
  assert.deepEqual(await read('a.jsonl', ''), ['a.jsonl is empty'])
  assert.deepEqual(await read('a.txt', 'a'.repeat(17 * 2 ** 20)), [
    'a.txt is larger than 16 MB; split it, or give JSON Lines'
  ])
  assert.deepEqual(await read('bomb.gz', gzipSync(Buffer.alloc(40 * 2 ** 20))), [
    'bomb.gz is larger than 16 MB; split it, or give JSON Lines'
  ])
})

test('a line that is damaged, too long or not UTF-8 fails alone', async () => {
  const broken = Buffer.concat([
    Buffer.from(`${line('One.')}\n{"text": "`),
    Buffer.from([0xff]),
    Buffer.from(`"}\n{"text": "${'a'.repeat(17 * 2 ** 20)}"}\n${line('Last.')}\n`)
  ])
  assert.deepEqual(await read('a.jsonl', broken), [
    'a.jsonl:1 One.',
    'a.jsonl:2 is not UTF-8; convert it, for instance with iconv -t UTF-8',
    'a.jsonl:3 is a line of more than 16 MB; split it',
    'a.jsonl:4 Last.'
  ])
  const members = [
    gzipSync(`${line('One.')}\n`),
    gzipSync(`${line('Two.')}\n`),
    gzipSync(`${line('Three.')}\n`)
  ]
  members[1] = members[1]!.subarray(0, -12)
  const [first, second, ...rest] = await read('b.jsonl.gz', Buffer.concat(members))
  assert.equal(first, 'b.jsonl.gz:1 One.')
  assert.match(second!, /^b.jsonl.gz:2 is damaged, at byte \d+ of the file: /)
  assert.match(rest.at(-1)!, /^b.jsonl.gz:\d Three\.$/)
  assert.equal(rest.length, 1)
})
