import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import fc from 'fast-check'
import {extractDocument} from '../../src/extract/extract-document.ts'
import type {Received} from '../../src/fetch/input.ts'
import {readInputs} from '../../src/fetch/inputs.ts'
import {only, readLines} from '../../src/fetch/read-bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
after(() => rmSync(folder, {recursive: true}))

async function all(inputs: AsyncIterable<Received>): Promise<Received[]> {
  const received: Received[] = []
  for await (const input of inputs) received.push(input)
  return received
}

/** What becomes of each line: its number, and its text or reason. */
async function lines(bytes: Uint8Array | string): Promise<string[]> {
  const received = await all(readLines('a', only(Buffer.from(bytes))))
  return received.map(
    input =>
      `${input.origin} ${input.kind === 'report' ? input.report.text : 'reason' in input && input.reason}`
  )
}

const line = (text: string) => JSON.stringify({text})

test('a line that is not UTF-8 fails with its number, and the others are read', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${line('One.')}\n{"text":"`),
    Buffer.from([0xc3, 0x28]),
    Buffer.from(`"}\n${line('Three.')}`)
  ])
  const [one, two, three] = await lines(bytes)
  assert.equal(one, 'a:1 One.')
  assert.match(two!, /^a:2 is not UTF-8/)
  assert.equal(three, 'a:3 Three.')
})

test('a mark at the beginning, CRLF and blank lines change nothing', async () => {
  assert.deepEqual(await lines(`\ufeff${line('One.')}\r\n\r\n${line('Three.')}\r\n`), [
    'a:1 One.',
    'a:3 Three.'
  ])
})

test('lines in UTF-16 are read', async () => {
  const text = `\ufeff${line('بغداد')}\n${line('Two.')}\n`
  const little = Buffer.from(text, 'utf16le')
  assert.deepEqual(await lines(little), ['a:1 بغداد', 'a:2 Two.'])
  assert.deepEqual(await lines(Buffer.from(little).swap16()), ['a:1 بغداد', 'a:2 Two.'])
})

test('a file of nothing but blanks says so', async () => {
  assert.deepEqual(await lines(' \n\n'), ['a holds nothing but blanks'])
  assert.deepEqual(await lines('\ufeff'), ['a holds nothing but blanks'])
})

test('values that are odd, long or deep fail with a short reason', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  for (const record of [
    `{"text":"One.","regions":${deep}}`,
    `{"text":"One.","regions":["${'x'.repeat(10_000)}"]}`,
    `{"text":"One.","publishedOn":"${'9'.repeat(10_000)}"}`,
    `{"text":${deep}}`,
    '{"text":"a\u0000b"}',
    deep,
    '{"text":"One."} {"text":"Two."}',
    '{"text":"\\ud8"}'
  ]) {
    const [reason, ...others] = await lines(record)
    assert.deepEqual(others, [])
    assert.match(reason!, /^a:1 (?:has|is) /)
    assert.ok(reason!.length < 200, reason)
  }
})

test('whatever the bytes of a file, each line is accounted for once', async () => {
  const piece = fc.oneof(
    fc.uint8Array({maxLength: 40}),
    fc
      .constantFrom('\n', '\r\n', '\0', '\ufeff', '{"text":"One."}', '{"text":', '\ud800', '"', '[')
      .map(text => Buffer.from(text)),
    fc.string({unit: 'binary', maxLength: 20}).map(text => Buffer.from(line(text)))
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 12}), async pieces => {
      const bytes = Buffer.concat([Buffer.from('{'), ...pieces])
      const received = await all(readLines('a', only(bytes)))
      const numbers = received.map(({origin}) => Number(origin.slice(2)))
      assert.equal(new Set(numbers).size, numbers.length)
      const written = bytes.toString('latin1').split('\n')
      for (const [i, words] of written.entries()) {
        const isBlank = Buffer.from(words, 'latin1').toString().trim() === ''
        assert.equal(numbers.includes(i + 1), !isBlank, `line ${i + 1} of ${JSON.stringify(words)}`)
      }
    }),
    {numRuns: 200}
  )
})

test('whatever the bytes of a file and its name, it is read or has a reason', async () => {
  const markup = fc.constantFrom(
    '<rss>',
    '<item>',
    '<title>',
    '</item>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<!DOCTYPE',
    '<html>',
    '<p>',
    '&x;',
    '{"version":"https://jsonfeed.org/version/1"',
    'WARC/1.0\r\n',
    '\x1f\x8b'
  )
  const piece = fc.oneof(
    fc.uint8Array({maxLength: 60}),
    markup.map(text => Buffer.from(text, 'latin1'))
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, {maxLength: 15}),
      fc.constantFrom('.txt', '.html', '.xml', '.json', '.rss', '.jsonl', '.warc', '.gz', ''),
      async (pieces, ending) => {
        const path = join(folder, `a${ending}`)
        writeFileSync(path, Buffer.concat(pieces))
        const received = await all(readInputs([path], only(Buffer.from(''))))
        assert.ok(received.length > 0)
        for (const input of received) {
          if ('reason' in input) assert.ok(input.reason.length > 3)
          if (input.kind !== 'document') continue
          const extraction = extractDocument(input.document)
          if ('reason' in extraction) assert.ok(extraction.reason.length > 3)
        }
      }
    ),
    {numRuns: 300}
  )
})

test('feeds are told from pages and binary files by how they begin', async () => {
  const rss = '<rss version="2.0"><channel><item><description>One.</description></item></channel></rss>'
  const declared = `<?xml version="1.0" encoding="utf-16"?>${rss}`
  const items = '"items":[{"content_text":"One."}]'
  const feeds: (string | Buffer)[] = [
    rss,
    `<!DOCTYPE html PUBLIC "-//X">\n<!-- a -->${rss}`,
    Buffer.from(declared, 'utf16le'),
    Buffer.from(declared, 'utf16le').swap16(),
    `{"title":"Plateau",${items},"version":"https://jsonfeed.org/version/1.1"}`
  ]
  for (const [i, bytes] of feeds.entries()) {
    const path = join(folder, `feed${i}`)
    writeFileSync(path, bytes)
    const [input] = await all(readInputs([path], only(Buffer.from(''))))
    assert.ok(input?.kind === 'document' && input.document.kind === 'feed', String(bytes))
    const extraction = extractDocument(input.document)
    assert.ok('found' in extraction && 'record' in extraction.found[0]!)
    assert.equal(extraction.found[0].record.text, 'One.')
  }
  const utf32 = join(folder, 'utf32')
  writeFileSync(utf32, Buffer.from([0, 0, 0, 0x3c, 0, 0, 0, 0x72]))
  const [input] = await all(readInputs([utf32], only(Buffer.from(''))))
  assert.ok(input?.kind === 'failed' && /^is encoded in UTF-32/.test(input.reason))
})

test('JSON that is no line with a text is no report, a text in brackets is one', async () => {
  const read = async (text: string) => {
    const path = join(folder, 'value.json')
    writeFileSync(path, text)
    const [input] = await all(readInputs([path], only(Buffer.from(''))))
    return input!
  }
  for (const value of ['{"a": 1}', '[1, 2]', '{\n  "text": "One."\n}', '[{"text": "One."}]']) {
    const input = await read(value)
    assert.ok(input.kind === 'failed' && /^is JSON, but no lines/.test(input.reason), value)
  }
  assert.equal((await read('[Oruro] Two were hurt.')).kind, 'report')
})
