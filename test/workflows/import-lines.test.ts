/** A lossless export into an empty store gives the same incidents, reports and rulings, to the hash (SAFETY C8). */
import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {gzipSync} from 'node:zlib'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import {uncaptured} from '../../src/model/document.ts'
import type {IncidentFilter} from '../../src/store/store.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import type {Draft} from '../../src/workflows/draft-ruling.ts'
import {createExporter} from '../../src/workflows/export.ts'
import {type Imported, importLines} from '../../src/workflows/import-lines.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {linkPending} from '../../src/workflows/link-reports.ts'
import {rule, undo} from '../../src/workflows/rulings.ts'
import {verify} from '../../src/workflows/verify.ts'
import {arrivalOf, codedReport, type Overrides} from '../coded-report.ts'
import {embedded, server, type Target} from '../store/targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
const folder = mkdtempSync(join(tmpdir(), 'dateline-import-'))
after(() => {
  for (const target of targets) target.stop()
  rmSync(folder, {recursive: true})
})

const codebook = loadOwnCodebook()
const exporter = createExporter(codebook)
const link = createLinker(codebook)
const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')

/** Under the hash of its text, or of the page it was read from. */
function reportFrom(overrides: Overrides, page?: string): CodedReport {
  const coded = codedReport(overrides)
  return {...coded, report: {...coded.report, sha256: sha256(page ?? coded.report.text)}}
}

/** Two versions of one page, which differ in their bytes and in when they were received. */
const pages = ['<p>Gunmen attacked a bus.</p>', '<p>Gunmen attacked a bus. It burnt.</p>'] as const
const reports = [
  reportFrom({id: 'a', outlet: 'Radio Oru'}),
  reportFrom({id: 'b', outlet: 'Canal Uno', before: '\u{1F6A8} '}),
  reportFrom({id: 'c', outlet: 'Diario Sur', publishedOn: '2024-03-06', on: '2024-03-05'}),
  reportFrom({id: 'd', outlet: 'Radio Oru', town: 'Jos', publishedOn: '2024-03-15'}),
  reportFrom({id: 'e', outlet: 'Canal Uno', town: 'Jos', publishedOn: '2024-03-15'}),
  reportFrom({id: 'f', outlet: 'The Courier', publishedOn: '2024-04-20'}),
  reportFrom({id: 'g', outlet: 'The Courier', town: 'Minna', publishedOn: '2024-05-01'}, pages[0]),
  reportFrom(
    {id: 'h', outlet: 'The Courier', town: 'Minna', publishedOn: '2024-05-02', on: '2024-05-01'},
    pages[1]
  )
]

function ticking(from = Date.parse('2024-06-01T10:00:00Z')): () => Date {
  let at = from
  return () => new Date((at += 1000))
}

async function filled(target: Target): Promise<Store> {
  const store = await openStore(await target.make(), {who: 'ada', now: ticking()})
  const url = 'https://courier.example/bus?a=1'
  for (const [i, page] of pages.entries()) {
    const bytes = Buffer.from(page)
    const capture = {
      ...uncaptured,
      requestedUrl: url,
      finalUrl: url,
      status: 200,
      headers: [['etag', `"${i}"`]] as [string, string][],
      fetchedAt: `2024-05-0${i + 1}T10:00:00.000Z`
    }
    const document = {origin: url, sha256: sha256(page), bytes, mediaType: 'text/html', capture}
    await store.captures.keep([document], 'dateline 0')
  }
  await store.saveOriginals(
    reports.slice(0, 6).map(({report}) => ({sha256: report.sha256, bytes: Buffer.from(report.text)}))
  )
  await store.saveArrivals(
    reports.map(coded => ({
      ...arrivalOf(coded),
      given: {
        url: coded.report.url,
        outlet: coded.report.outlet!.name,
        title: null,
        publishedOn: coded.report.publishedOn as never,
        ...('gh'.includes(coded.report.id) && {made: {by: 'page 0', entry: null}})
      }
    }))
  )
  await linkPending(store, link)
  return store
}

/** Every kind of ruling, some of them undone, an undo undone. */
async function ruleAll(store: Store): Promise<void> {
  const ruled = async (kind: Draft['kind'], on: string[], more: Partial<Draft> = {}) =>
    (await rule(store, link, {kind, on, reason: 'so it is', ...more})).ruling.id
  const idOf = async (report: string) => (await store.holderOf(report, 'i1'))!
  const text = reports[0]!.report.text
  const words = 'attacked a bus'
  const from = text.indexOf(words)
  const claim = {
    quote: words,
    from,
    to: from + words.length,
    about: 'casualties',
    outcome: 'injured',
    min: 3
  } as const
  await ruled('cut', [`${await idOf('a')}/a1`, 'b'])
  await ruled('confirm', [`${await idOf('a')}/a1`, `${await idOf('a')}/a2`])
  await ruled('cut', [await idOf('a'), 'c', 'copies', 'a'])
  const added = await ruled('add', ['a'], {claim: {...claim, source: {words: 'Police', kind: 'security'}}})
  await ruled('add', ['a'], {claim: {...claim, min: 5}})
  await ruled('correct', [`a/p${added}`], {correction: {min: 4, max: 4}})
  // Of an account that others carry too: what is ruled on them later has nothing to do with it.
  await ruled('add', ['a'], {claim: {...claim, account: `${await idOf('a')}/a1`}})
  await ruled('accept', ['c/c1'])
  await ruled('prefer', ['b/c1'])
  await undo(store, link, await ruled('reject', ['b/c1']))
  await ruled('settle', ['e'])
  await ruled('split', [await idOf('a'), 'c'])
  await ruled('chain', [await idOf('a'), await idOf('f')])
  const merged = await ruled('merge', [await idOf('d'), await idOf('c')])
  await undo(store, link, merged)
  await undo(store, link, null)
  await ruled('unlink', ['e', await idOf('e')])
  await ruled('link', ['e', await idOf('d')])
  await ruled('not-the-same', [await idOf('g'), await idOf('f')])
  await ruled('discard', ['b'], {ground: 'wrong'})
  await store.access.restrictedNames.add('Karim Haddad', 'so he asked', 'ada')
  await store.access.restrictedNames.add('gunmen', 'stands in all', 'ada')
  await store.access.clearedNames.add('Lina Aziz', null, 'she speaks for them', 'ada')
  await store.access.clearedNames.add('Omar Said', await idOf('d'), 'he was named in court', 'ada')
}

let files = 0
const page = {limit: 9, after: null}
async function exported(store: Store, {filter = {} as IncidentFilter, redacted = false} = {}) {
  const file = join(folder, `${files++}.jsonl`)
  const wish = {format: exporter.formatOf('jsonl'), filter, redacted}
  const manifest = await exporter.exportTo(store, file, wish, {now: () => new Date('2024-07-01')})
  return {file, manifest, lines: readFileSync(file, 'utf8').split('\n')}
}

const withLines = (lines: readonly string[]) => {
  const file = join(folder, `${files++}.jsonl`)
  writeFileSync(file, lines.join('\n'))
  return file
}

/** Lines with an end that fits them, as somebody who alters a file with care would leave it. */
function ended(lines: readonly string[]): string {
  const own = lines.slice(0, -2)
  const hash = sha256(own.map(line => `${line}\n`).join(''))
  return withLines([...own, JSON.stringify({kind: 'end', lines: own.length, sha256: hash}), ''])
}

const names = async ({access}: Store) => ({
  restricted: await access.restrictedNames.all(),
  cleared: await access.clearedNames.all()
})
const faults = async (store: Store) => {
  const all: string[] = []
  for await (const {item, what} of verify(store)) all.push(`${item}: ${what}`)
  return all
}
const take = (store: Store, file: string, add = false) => importLines(store, file, {link, add})
const sums = ({reports, captures, rulings, names}: Imported) =>
  Object.values({reports, captures, rulings, names}).map(({items, done, skipped}) => {
    assert.equal(done + skipped, items)
    return [done, skipped]
  })

const received = async (store: Store) =>
  (await store.captures.of('https://courier.example/bus?a=1')).map(({number: _number, ...rest}) => rest)
const of = (lines: readonly string[], kind: string) =>
  lines
    .filter(line => line.startsWith(`{"kind":"${kind}"`))
    .map(line => JSON.parse(line) as Record<string, unknown>)

/** Of each kind of store one that holds all of it. */
const sources = new Map<Target, Store>()
for (const target of targets) {
  const source = await filled(target)
  await ruleAll(source)
  sources.set(target, source)
}
after(() => Promise.all([...sources.values()].map(source => source.close())))
const kept = sources.get(embedded)!
const whole = await exported(kept)

for (const [from, source] of sources)
  for (const into of targets.filter(target => target === embedded || from === embedded))
    test(`from ${from.name} into ${into.name}: the same incidents, rulings, captures and names, to the hash`, async () => {
      const {manifest, file} = await exported(source)
      const store = await openStore(await into.make(), {who: 'bob', now: ticking()})
      const imported = await take(store, file)
      assert.deepEqual([imported.same, imported.unlike], [true, []])
      assert.equal(await store.contentHash(), await source.contentHash())
      assert.equal(imported.incidents, (await source.incidents()).length)
      assert.deepEqual(await store.incidents(), await source.incidents())
      assert.deepEqual(await names(store), await names(source))
      assert.deepEqual(await received(store), await received(source))
      assert.equal((await received(store)).length, 2)
      assert.equal((await store.listings.reports({decision: 'discarded'}, page)).total, 1)
      assert.deepEqual(await faults(store), await faults(source))
      // What comes out of it is what went in.
      assert.equal((await exported(store)).manifest.sha256, manifest.sha256)
      await store.close()
    })

test('into a store that holds something: refused, or what it has is skipped and the sums agree', async () => {
  const {file} = whole
  const store = await openStore(await embedded.make(), {who: 'bob', now: ticking()})
  const [a] = reports as [CodedReport]
  await store.saveOriginals([{sha256: a.report.sha256, bytes: Buffer.from(a.report.text)}])
  await store.saveArrivals([arrivalOf(a)])
  await linkPending(store, link)
  await assert.rejects(
    take(store, file),
    /Cannot import .*: the store is not empty \(it holds reports\); give an empty one, or add to this one with --add; nothing was imported/
  )
  const first = await take(store, file, true)
  const rulings = (await kept.rulings()).length
  assert.deepEqual(sums(first), [
    [7, 1],
    [2, 0],
    [rulings, 0],
    [4, 0]
  ])
  assert.equal(first.same, null)
  assert.deepEqual(first.unlike, [])
  const second = await take(store, file, true)
  assert.deepEqual(sums(second), [
    [0, 8],
    [0, 2],
    [0, rulings],
    [0, 4]
  ])
  assert.deepEqual(await store.incidents(), await kept.incidents())
  const {done, skipped} = await store.itemCounts()
  assert.deepEqual([done, skipped], [1 + 7, 1 + 8])
  await store.close()
})

test('a filter takes some incidents with all their reports, the rulings on them and the names in their texts', async () => {
  const id = (await kept.holderOf('d', 'i1'))!
  const incident = (await kept.incident(id))!
  const {file, lines, manifest} = await exported(kept, {filter: {place: 'Jos'}})
  const told = new Set(incident.reports.map(report => report.id))
  const reportIds = of(lines, 'report').map(({coded}) => (coded as CodedReport).report.id)
  assert.deepEqual(reportIds.sort(), [...told].sort())
  assert.deepEqual([manifest.incidents, manifest.filter], [1, {place: 'Jos'}])
  const known = of(lines, 'ruling').map(({ruling}) => (ruling as {id: string}).id)
  const about = await kept.rulings([...told])
  assert.deepEqual(
    known,
    about.map(({ruling}) => ruling.id)
  )
  assert.ok(known.length > 0 && known.length < (await kept.rulings()).length)
  // Of the names only those that stand there, or are cleared for the incident.
  const given = [...of(lines, 'restricted-name'), ...of(lines, 'cleared-name')].map(({name}) => name)
  assert.deepEqual(given, ['gunmen', 'Omar Said'])
  const store = await openStore(await embedded.make(), {now: ticking()})
  const imported = await take(store, file)
  assert.deepEqual([imported.reports.done, imported.unlike], [told.size, []])
  assert.deepEqual(await store.incident(id), incident)
  await store.close()
})

test('without what is restricted it says so, and is not imported', async () => {
  const {file, lines, manifest} = await exported(kept, {redacted: true})
  assert.match(manifest.note!, /cannot be imported/)
  for (const words of ['Gunmen', 'Karim Haddad', 'Lina Aziz', 'etag', '"original"'])
    assert.ok(!lines.join('\n').includes(words), words)
  const at = await embedded.make()
  const store = await openStore(at)
  await assert.rejects(take(store, file), /line 1: it was exported without what is restricted, .*--redact/)
  await store.close()
})

test('a line that is not as it was written ends it with its number and what to do, and nothing is in', async () => {
  const {lines} = whole
  const at = (kind: string) => lines.findIndex(line => line.startsWith(`{"kind":"${kind}"`))
  const changed = (kind: string, change: (line: string) => string) =>
    ended(lines.with(at(kind), change(lines[at(kind)]!)))
  const line = (kind: string) => at(kind) + 1
  const tries: [RegExp, string][] = [
    [
      new RegExp(`line ${lines.length - 1}: the file ends before its last line`),
      withLines([...lines.slice(0, -2), ''])
    ],
    [
      /: is no JSON: it was cut or altered; take another copy/,
      withLines(lines.slice(0, -3).concat(lines.at(-3)!.slice(0, 40)))
    ],
    [/the lines before it are not those that were written/, withLines(lines.toSpliced(at('capture'), 1))],
    [
      new RegExp(`line ${lines.length}: something stands behind`),
      withLines([...lines.slice(0, -1), '{}', ''])
    ],
    [
      new RegExp(`line ${line('report')}: coded.report.text: .*string`),
      changed('report', own => own.replace(/"text":"Gunmen[^"]*"/, '"text":7'))
    ],
    [
      /lines? \d+ to \d+: claim c1 of report \w+: the words at \d+ to \d+ are not "\w+"/,
      changed('report', own => own.replace('"text":"two"', '"text":"six"'))
    ],
    [
      new RegExp(`line ${line('original')}: the bytes of original \\w+ have another SHA-256`),
      changed('original', own => own.replace(/"bytes":"..../, '"bytes":"AAAA'))
    ],
    [
      /line \d+: the original \w+ of report g is not before it/,
      ended(
        lines.filter(own => !own.startsWith('{"kind":"original"') && !own.startsWith('{"kind":"capture"'))
      )
    ],
    [
      /line \d+: ruling \w+, which it undoes, is not before it/,
      ended(lines.filter(own => !/"kind":"ruling".*"kind":"reject"/.test(own)))
    ],
    [/line \d+: report \w+ is there twice/, ended(lines.toSpliced(at('report'), 0, lines[at('report')]!))],
    [
      /line \d+: holds NUL or broken surrogates/,
      changed('restricted-name', own => own.replace('so he asked', 'so \\u0000'))
    ],
    [
      /line 1: it was made by a newer version \(dateline 9\); update Dateline/,
      ended(lines.with(0, '{"kind":"header","version":2,"made":{"by":"dateline 9"}}'))
    ],
    [
      /line 1: this is no lossless export; "dateline export --format jsonl" writes one/,
      withLines(['event_id,notes', ''])
    ],
    [/it is empty/, withLines([''])],
    [/ENOENT/, join(folder, 'none.jsonl')]
  ]
  const store = await openStore(await embedded.make())
  for (const [expected, damaged] of tries) {
    await assert.rejects(take(store, damaged), expected)
    assert.match(await store.auditHead(), /^0:/)
  }
  const packed = join(folder, 'whole.jsonl.gz')
  const bytes = gzipSync(lines.join('\n'))
  writeFileSync(packed, bytes.subarray(0, bytes.length / 2))
  await assert.rejects(take(store, packed), /line \d+: is damaged, at byte \d+ of the file/)
  writeFileSync(packed, bytes)
  assert.equal((await take(store, packed)).same, true)
  await store.close()
})

test('what was imported goes on as the other does', async () => {
  const store = await openStore(await embedded.make(), {who: 'ada', now: ticking()})
  await take(store, whole.file)
  for (const own of [store, kept]) {
    await undo(own, link, null)
    await undo(own, link, null)
    await rule(own, link, {kind: 'accept', on: ['c/c1'], reason: null})
  }
  assert.deepEqual(await store.incidents(), await kept.incidents())
  await store.close()
})
