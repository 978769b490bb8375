/** The server says why in English; the Arabic page has each of its sentences in Arabic. */
import assert from 'node:assert/strict'
import {globSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {wordsOf} from '../../src/messages/words.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import {isoDate} from '../../src/model/date.ts'
import {openStore} from '../../src/store/store.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {examineOpen} from '../../src/workflows/doctor.ts'
import {readReports} from '../../src/workflows/inputs.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {say, sentences} from '../../web/src/messages/ar/sentences.ts'
import {ar} from '../../web/src/messages/ar.ts'
import {en} from '../../web/src/messages/en.ts'
import {readCases, readReportCases, readTableCases} from '../case-file.ts'
import {membersOf} from '../reconcile/told-rows.ts'
import {quotedTexts} from './quoted-texts.ts'
import {reasonsOf, sentencesOf} from './server-sentences.ts'

const words = wordsOf('ar', ar, say)
const knowledge = loadKnowledge()
const coder = createCoder(knowledge)
const link = createLinker(knowledge.codebook)

/** Fails with those that have no Arabic, each once. */
function allSaid(given: readonly string[]): void {
  const missing = new Set(given).values().filter(sentence => words.sentence(sentence) === null)
  assert.deepEqual([...missing], [])
  assert.ok(given.length > 0)
}

const code = (outlet: string, published: string | undefined, text: string, i: number) =>
  coder.code({
    ...{id: `r${i}`, sha256: '', url: null, outlet, title: null, text},
    publishedOn: published ? isoDate(published) : null
  })
const casesIn = (folder: string) =>
  readdirSync(folder).map(file => [`${folder}/${file}`, readFileSync(`${folder}/${file}`, 'utf8')] as const)

test('what holds by each rule of the cases, and why', () => {
  const given = casesIn('cases/reconcile').flatMap(([, source]) =>
    readTableCases(source).flatMap(({facts, tables: [told]}) =>
      sentencesOf(link.reconcile(membersOf(told!.rows, facts)))
    )
  )
  allSaid(given)
})

test('incidents of one report and of several that share their origins', () => {
  const ofOne = ['cases/incidents', 'cases/figures']
    .flatMap(casesIn)
    .flatMap(([path, source]) =>
      readCases(source, path).map(({facts, text}, i) => [code('Highland Herald', facts.published, text, i)])
    )
  const ofMany = casesIn('cases/accounts').flatMap(([path, source]) =>
    readReportCases(source, path).map(({reports}) =>
      reports.map(({facts, text}, i) => code(facts.outlet!, facts.published, text, i))
    )
  )
  allSaid([...ofOne, ...ofMany].flatMap(reports => link(reports)).flatMap(sentencesOf))
})

for (const path of ['samples/station-square/reports.jsonl', ...globSync('cases/dossiers/*/reports.jsonl')])
  test(`${path}: incidents, and what speaks for and against their being one`, async () => {
    const reports: CodedReport[] = []
    for await (const input of readReports([path], Readable.from([])))
      if (input.kind === 'report') reports.push(coder.code(input.report))
    allSaid([...link(reports).flatMap(sentencesOf), ...reasonsOf(link.linking, reports)])
  })

test('names, numbers, days and words of lists are said as the page says them', () => {
  const plain = (sentence: string) => words.sentence(sentence)?.replace(/[\u2066-\u2069]/g, '')
  assert.equal(plain('over Radio Oru'), 'وفق أرقام Radio Oru')
  assert.equal(plain('over the ministry and 3 others'), 'وفق أرقام the ministry و٣ أصول أخرى')
  assert.equal(plain('over police and Oru Wire'), 'وفق أرقام police و\u00a0Oru Wire')
  assert.equal(plain('over الشرطة and وزارة الصحة'), 'وفق أرقام الشرطة ووزارة الصحة')
  assert.equal(plain('over unattributed'), 'وفق أرقام متحدث غير مسمى')
  assert.equal(words.sentence('it credits Oru Wire'), 'ينسبه إلى \u2068Oru Wire\u2069')
  assert.equal(plain('12: 2 accounts agree'), '١٢: تتفق روايتان')
  assert.equal(plain('both are of 2024-03-05'), `كلاهما في ${words.day('2024-03-05')}`)
  assert.equal(
    plain('killed: 1 -> 0-1, contested: the ministry (0) against Radio Oru (at least 1)'),
    'القتلى: ١ ← ٠–١، مختلف فيه: the ministry (٠) في مقابل Radio Oru (١ على الأقل)'
  )
  assert.equal(plain('a part: security-forces'), 'جزء من الحصيلة: القوات الأمنية')
  assert.equal(
    plain('The gate does not pass: origins, place; mend it, or give a reason to override it'),
    `شروط النشر غير مستوفاة: ${ar['publish.condition.origins']}، ${ar['publish.condition.place']}؛ أصلحها، أو اذكر سببًا لتجاوزها`
  )
  assert.equal(plain('both name 1998, 2024'), 'كلاهما يذكر ١٩٩٨، ٢٠٢٤')
})

test('a sentence within a sentence is said too, and lists of them', () => {
  const said = words.sentence(
    'never sets the value alone: the army (a side speaks); Oru (the side that did it says so)'
  )
  assert.match(said!, /المتحدث طرف معني/)
  assert.match(said!, /الطرف الذي فعل ذلك يقوله بنفسه/)
})

test('what nobody has put in Arabic stays English: a whole sentence, or one within it', () => {
  assert.equal(words.sentence('the moon was full'), null)
  assert.equal(words.sentence('not independent: the moon was full'), null)
  assert.equal(words.sentence('a part: moon-dwellers'), null)
  assert.equal(words.sentence('both are of Tuesday'), null)
  assert.equal(words.sentence(''), null)
  assert.equal(words.sentence(`over ${'a and '.repeat(5000)}`), null)
  assert.equal(wordsOf('en', en).sentence('only sides speak'), null)
})

test('what is said for a sentence uses all its slots and no others, and every form of a number', () => {
  const slots = (text: string) => new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!))
  for (const [english, said] of Object.values(sentences).flat()) {
    const wanted = slots(english)
    const forms = typeof said === 'string' ? [said] : Object.values(said)
    for (const form of forms) assert.deepEqual([...slots(form).difference(wanted)], [], english)
    assert.deepEqual([...wanted.difference(slots(forms.at(-1)!))], [], english)
    if (typeof said !== 'string')
      assert.deepEqual(Object.keys(said).toSorted(), ['few', 'many', 'one', 'other', 'two', 'zero'], english)
  }
})

test('the words of every sentence in the sources are in the list', () => {
  const listed = Object.values(sentences)
    .flat()
    .map(([english]) => ` ${english.replace(/\{[^}]*\}/g, '{}')} `)
  const missing = globSync(sources).flatMap(path =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        chunksOf(line)
          .filter(chunk => !listed.some(english => english.includes(chunk.replace(/\{[^}]*\}/g, '{}'))))
          .map(chunk => `${path}:${i + 1}: ${chunk}`)
      )
  )
  assert.deepEqual(missing, [])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a line as it stands in a source
  const line = 'why: n ? `the moon of ${n > 1 ? `${n} towns at` : "one town"} was full` : \'not full\''
  assert.deepEqual(chunksOf(line), ['the moon of', 'towns at', 'one town', 'was full', 'not full'])
})

test('whatever a route refuses is said, and what to do about it', () => {
  const refused = /(?:ProblemError\(\s*\d+,|\btitle:|\bdetail:)\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`$\n]+)`)/g
  const given = globSync('src/api/{*,access/*,routes/*}.ts').flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(refused)].map(([, ...quotes]) => quotes.find(Boolean)!)
  )
  allSaid(given.filter(text => text !== 'Dateline'))
})

test('what an examination of the installation and of its store finds, and what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  const store = await openStore(join(folder, 'store'))
  try {
    const found: string[] = []
    for await (const {says, remedy} of examineOpen(store, folder, {}))
      found.push(says, ...(remedy === null ? [] : [remedy]))
    allSaid(found)
  } finally {
    await store.close()
    rmSync(folder, {recursive: true})
  }
})

test('why something was not received or read, within other sentences too', () => {
  allSaid([
    'leads to https://paper.example/rss, which is not there (404)',
    'is damaged, at byte 4096 of the file: its gzip checksum is wrong',
    'is damaged, at byte 12 of the file: invalid stored block lengths',
    '3 items: is a PDF file, not text; extract its text first',
    'could not be checked: has a certificate that has expired',
    'is refused: paper.example leads to 10.0.0.7, an address of a private network; --allow-address opens a range of your own',
    'is of a host that wants to be left alone for 5 minutes',
    'ended 2 workers that read it, so it was left out; "dateline retry" tries it again',
    'does not exist; check the path',
    'is not an object; write {"text": "..."}'
  ])
})

/** Who gives reasons to a reader, refuses what a person rules, and says what failed. */
const sources = [
  'src/reconcile/{set-aside,statements,tolls,weight,facts,accounts,carriers,rule}.ts',
  'src/reconcile/rules/*.ts',
  'src/link/{compare,day-signs,place-signs,figure-signs,likeness,explain}.ts',
  'src/workflows/{draft-ruling,draft-added,draft-dependence,rulings,publications}.ts',
  'src/review/{link-rulings,redaction,latin-names,arabic-names,name-finder}.ts',
  'src/fetch/{archives,content-encoding,decode,read-bytes,read-shard,read-stream,record,urls}.ts',
  'src/fetch/http/{exchange,fetch-failure,fetcher,robots,walk}.ts',
  'src/fetch/bytes/{gunzip,lines}.ts',
  'src/fetch/archive/*.ts',
  'src/extract/{feed,feed-list,feed-records}.ts',
  'src/extract/feed/{doctype,entry,parse-feed}.ts',
  'src/workflows/{watch,check-feed,coding-pool,doctor,extraction-pool,follow-feed}.ts',
  'src/workflows/intake/intake.ts'
]

/** Two words and more that stand together in quotes, without what is put in. */
function chunksOf(line: string): string[] {
  if (/^\s*(?:\*|\/\/|\/\*|import )|RegExp|String\.raw|\.split\(/.test(line)) return []
  return quotedTexts(line)
    .map(chunk => chunk.replace(/^[ ,:;"()]+|[ ,:;"()]+$/g, ''))
    .filter(chunk => /[a-z]+ [a-z]+/.test(chunk) && chunk !== 'restore test')
}
