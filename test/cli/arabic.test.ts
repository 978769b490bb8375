/** What the terminal prints in Arabic, and that English stays as it was. */
import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {Readable} from 'node:stream'
import test from 'node:test'
import {arabic} from '../../src/cli/print/arabic.ts'
import {printIncident} from '../../src/cli/print/incident.ts'
import {printListed, printNone} from '../../src/cli/print/listed.ts'
import {printReport} from '../../src/cli/print/report.ts'
import {english, type Tellings} from '../../src/cli/print/wording.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {FigureAccount, LinkedIncident} from '../../src/model/assessment.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {readReports} from '../../src/workflows/inputs.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {figureOf, madeUpIncident} from '../export/made-up-incident.ts'

const row = (account: string, stated: number, own: Partial<FigureAccount> = {}): FigureAccount => ({
  ...{account, origin: account, interest: 'unknown', claims: [], reports: ['r1']},
  ...{min: stated, max: stated, stated, status: 'latest', weight: 'free'},
  ...own
})

const incident = madeUpIncident({
  accounts: [
    {
      id: 'a1',
      origin: 'the governor',
      kind: 'official',
      interest: 'party',
      claims: [],
      reports: ['r1'],
      why: []
    },
    {
      ...{id: 'a2', origin: 'مستشفى البلدة', kind: 'medical', interest: 'independent'},
      ...{claims: [], reports: ['r1'], why: []}
    }
  ],
  assessments: {
    dateline: {
      killed: {
        ...figureOf(0, null, 7),
        ...{open: true, contested: true, unconfirmed: false},
        accounts: [
          row('a1', 0, {weight: 'interested'}),
          row('a2', 4, {status: 'superseded'}),
          row('a2', 7, {max: null})
        ]
      }
    }
  },
  history: [{report: 'r1', change: 'killed: 4 -> 0-7 or more, contested'}]
})

/** Marks of direction as they would be typed; spaces at the end are none. */
const visible = (text: string) =>
  text.replaceAll('\u2068', '[').replaceAll('\u2069', ']').replaceAll('\u200f', '')

test('an incident in Arabic: figures, days and words as the page writes them, columns aligned', () => {
  assert.equal(
    visible(printIncident(incident, {wording: arabic})),
    `اشتباك مسلح، في [Tambura]، ٦ مايو ٢٠٢٤
[00000000abcd] · تقرير واحد · روايتان

متى      ٦ مايو ٢٠٢٤
أين      [Tambura]، جنوب السودان (إلى البلدة، [5.60 27.48])
من       [soldiers]  في مواجهة  [River Front]

ما الذي يثبت، بكل قاعدة
          [dateline]
  القتلى  من ٠ إلى ٧ فأكثر، لا رقم مرجح، مختلف فيه

من يعطي أي رقم
                          القتلى
  [the governor] (طرف فيه)  (٠)          في [The River; Post]
  [مستشفى البلدة]           ٤ ← ٧ فأكثر  في [The River; Post]

من يقول ماذا

  [a1]  [the governor] (طرف فيه)  في [The River; Post]

  [a2]  [مستشفى البلدة]  في [The River; Post]

كيف تغيّر
  ٧ مايو ٢٠٢٤  [The River; Post]: القتلى: ٤ ← \u2066٠–٧] فأكثر، مختلف فيه
`
  )
})

test('a place is called as reports in Arabic call it', () => {
  const tellings: Tellings = [{precision: 'town', mentions: [{from: 0, to: 6, text: 'طمبورة'}]}]
  const said = visible(printIncident(incident, {wording: arabic, tellings}))
  assert.match(said, /^اشتباك مسلح، في \[طمبورة\]، ٦ مايو ٢٠٢٤$/m)
  assert.match(said, /^أين +\[طمبورة\]، جنوب السودان/m)
  assert.match(printIncident(incident, {tellings}), /^Where {4}Tambura, SS/m)
})

test('the same in English, as it was', () => {
  assert.equal(
    printIncident(incident),
    `Armed clash, in Tambura, 2024-05-06
00000000abcd · 1 reports · 2 accounts

When     2024-05-06
Where    Tambura, SS (town, 5.60 27.48)
Who      soldiers  against  River Front

What holds, by rule
          dateline
  Killed  0 to 7+, no figure holds, contested

Who gives which number
                        Killed
  the governor (party)  (0)     in The River; Post
  مستشفى البلدة         4 → 7+  in The River; Post

Who says what

  a1  the governor (party)  in The River; Post

  a2  مستشفى البلدة  in The River; Post

How it moved
  2024-05-07  The River; Post: killed: 4 -> 0-7 or more, contested
`
  )
})

test('a line of a list, and none, in both languages', () => {
  assert.equal(
    visible(printListed(incident, arabic)),
    '[00000000abcd]  اشتباك مسلح، في [Tambura]، ٦ مايو ٢٠٢٤  تقرير واحد، روايتان  القتلى من ٠ إلى ٧ (مختلف فيه)\n'
  )
  assert.equal(
    printListed(incident, english),
    '00000000abcd  Armed clash, in Tambura, 2024-05-06  1 reports, 2 accounts  killed 0-7 contested\n'
  )
  assert.equal(
    visible(printNone(arabic)),
    'لا حادث يطابق ذلك. الأمر ["dateline ingest FILE"] يقرأ التقارير إلى المخزن.\n'
  )
  assert.equal(printNone(english), 'No incident fits. "dateline ingest FILE" reads reports into the store.\n')
})

test('numbers take all six forms of the plural', () => {
  const said = [0, 1, 2, 3, 11, 100].map(n => arabic.t('terminal.accounts', {n}))
  assert.deepEqual(said, ['لا روايات', 'رواية واحدة', 'روايتان', '٣ روايات', '١١ رواية', '١٠٠ رواية'])
})

test('a cell that is cut keeps its marks of direction closed', () => {
  assert.equal(arabic.cut('\u2068The Harbour Post\u2069', 8), '\u2068The Har\u2069…')
  assert.equal(arabic.width('\u2068قُتلا\u2069'), 4)
})

/** What is wrong with the directions of a line. */
function wrongIn(line: string): string[] {
  if (line === '') return []
  let open = 0
  const outside = [...line].filter(letter => {
    if (/[\u2066-\u2068]/.test(letter)) open++
    if (letter === '\u2069') open--
    return open === 0
  })
  return [
    ...(line.startsWith('\u200f') ? [] : ['no mark of direction']),
    ...(open === 0 ? [] : ['an isolate stays open']),
    ...(/\p{Script=Latin}|[0-9]/u.test(outside.join('')) ? ['foreign words outside an isolate'] : [])
  ]
}

test('of the sample every line says in Arabic what English says in that line, and foreign words keep their direction', async () => {
  const knowledge = loadKnowledge()
  const coder = createCoder(knowledge)
  const read = []
  for await (const input of readReports(['samples/station-square/reports.jsonl'], Readable.from([])))
    if (input.kind === 'report') read.push(input.report)
  const explained = coder.explainBatch(read)
  const incidents: LinkedIncident[] = createLinker(knowledge.codebook)(explained.map(({coded}) => coded))
  const pages = [
    ...incidents.map(one => [
      printIncident(one, {explain: true, wording: arabic}),
      printIncident(one, {explain: true})
    ]),
    ...explained.map(one => [printReport(one.coded, one, arabic), printReport(one.coded, one)])
  ]
  assert.ok(pages.length > 9)
  for (const [said, inEnglish] of pages) {
    const lines = said!.split('\n')
    assert.deepEqual(
      lines.flatMap(line => wrongIn(line).map(what => `${what}: ${line}`)),
      []
    )
    assert.equal(lines.length, inEnglish!.split('\n').length)
  }
})

test('a language that is not spoken is named with those that are', () => {
  for (const command of [['code', 'x.txt'], ['show', 'x'], ['incidents']]) {
    const {status, stderr} = spawnSync(process.execPath, ['src/cli/main.ts', ...command, '--lang', 'fr'], {
      encoding: 'utf8'
    })
    assert.equal(status, 2)
    assert.match(stderr, /fr.*\(en\|ar\)/)
  }
})
