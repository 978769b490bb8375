/** The dossier has all that an incident has: every claim in its words, every report with its hash, and what people decided. */
import assert from 'node:assert/strict'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {rule, undo} from '../../src/workflows/rulings.ts'
import {sampleDesk, type TestDesk} from '../api/sample-desk.ts'
import {dossierOf, exporter, read} from './dossier-of.ts'

let desk: TestDesk
let main: LinkedIncident

before(async () => {
  let at = Date.parse('2024-03-08T08:00:00Z')
  const now = () => new Date((at += 60_000))
  const paths = ['samples/station-square/reports.jsonl', graphicReport()]
  desk = await sampleDesk(undefined, {paths, clerk: {who: 'ada', now}})
  main = (await desk.store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)[0]!
})
after(() => desk.store.close())

function graphicReport(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'dateline-graphic-')), 'reports.jsonl')
  const title = 'Beheaded bodies found in Tarija'
  const text = `${title}\n\nFour people were killed in Tarija, Bolivia, on Sunday, police said. Their beheaded bodies lay in the road.`
  writeFileSync(
    path,
    `${JSON.stringify({text, title, outlet: 'The Plateau Daily', publishedOn: '2024-06-03'})}\n`
  )
  return path
}

for (const language of ['en', 'ar'] as const)
  test(`${language}: every claim in its words, every report with its hash`, async () => {
    const {document, all} = read(await dossierOf(desk.store, {ids: [main.id], language}))
    assert.equal(document.documentElement.getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr')
    // Places by their Arabic names, with those of the gazetteer beside.
    if (language === 'ar') {
      assert.match(document.querySelector('h1')!.textContent!, /أورورو/)
      assert.equal(all('.map .name').join(), 'أورورو')
      assert.ok(all('dl.facts dd').includes('أورورو (Oruro)'))
    }
    const [words, refs, page] = [new Set(all('mark')), new Set(all('.claims .ref')), all('main').join()]
    const numbers = new Map(all('.reports .who').map((who, i) => [who.match(/\b[0-9a-f]{16}\b/)![0], i + 1]))
    assert.deepEqual([...numbers.keys()].toSorted(), main.reports.map(({id}) => id).toSorted())
    for (const {id, report, quote} of main.claims) {
      assert.ok(words.has(quote.text), quote.text)
      assert.ok(refs.has(`R${numbers.get(report)}/${id}`), `${report}/${id}`)
    }
    for (const {report} of await desk.store.codedReports(main.reports.map(({id}) => id)))
      assert.ok(page.includes(report.sha256) && page.includes(report.url!), report.id)
    assert.ok(page.includes(await desk.store.auditHead()))
    for (const drawn of ['svg.map .there', 'svg.plot .mark', 'svg.plot .best'])
      assert.ok(document.querySelector(drawn), drawn)
    // Whatever leads somewhere leads somewhere.
    for (const link of document.querySelectorAll('a[href^="#"]'))
      assert.ok(document.getElementById(link.getAttribute('href')!.slice(1)), link.outerHTML)
    // What the server says in English is said in the language of the dossier.
    assert.deepEqual(all('bdi[lang="en"]'), [])
  })

test('the same store gives the same bytes, and the words around a quote are those of the report', async () => {
  const [one, other] = [await dossierOf(desk.store), await dossierOf(desk.store)]
  assert.equal(one, other)
  const reports = await desk.store.codedReports(main.reports.map(({id}) => id))
  for (const told of read(one).document.querySelectorAll('.chapter .claim .q')) {
    const text = told.textContent!.replace(/^… |\s…$/g, '')
    assert.ok(
      [
        ...reports,
        ...(await desk.store.codedReports(
          (await desk.store.incidents()).flatMap(own => own.reports.map(({id}) => id))
        ))
      ].some(({report}) => report.text.includes(text)),
      text
    )
  }
})

test('of several incidents it has a list that leads to each, and it says no to too many', async () => {
  const {document} = read(await dossierOf(desk.store))
  const ids = (await desk.store.incidents()).map(({id}) => id)
  const listed = [...document.querySelectorAll('.contents a')].map(link =>
    link.getAttribute('href')!.slice(1)
  )
  assert.deepEqual(listed.toSorted(), ids.toSorted())
  for (const id of ids) assert.equal(document.getElementById(id)!.className, 'chapter')
  const format = {...exporter.formatOf('dossier'), most: 1}
  await assert.rejects(dossierOf(desk.store, {format}), /\d incidents match.* at most 1; narrow the filter/)
})

test('over HTTP: by ids, in a language, named for what it is', async () => {
  const ask = (query: string) => desk.api.request(`http://localhost/api/exports/dossier?${query}`)
  const answer = await ask(`ids=${main.id}&lang=ar`)
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type')!, /^text\/html/)
  assert.match(answer.headers.get('content-disposition')!, new RegExp(`"dossier-${main.id}\\.html"`))
  assert.match(await answer.text(), /<html lang="ar" dir="rtl">/)
  assert.equal((await ask('ids=nothing')).status, 404)
  assert.equal((await ask('ids=%3C')).status, 400)
  assert.equal((await ask('lang=fr')).status, 400)
})

test('what people decided stands with who, when and why, also when it is undone; for anybody without who', async () => {
  const link = createLinker(loadOwnCodebook())
  await desk.store.access.users.add('ada', 'reviewer', null)
  const told = main.claims.filter(({casualties}) => casualties)
  const [first, second] = told.map(({key}) => key)
  await rule(desk.store, link, {kind: 'reject', on: [first!], reason: 'the paper took it back'})
  await rule(desk.store, link, {kind: 'accept', on: [second!], reason: 'seen by us, says Karim Haddad'})
  await undo(desk.store, link, null, 'too early')
  const rows = (html: string) => read(html).all('table.rulings tbody tr')
  const [rejected, accepted] = rows(await dossierOf(desk.store, {ids: [main.id]}))
  assert.match(rejected!, /8 Mar 2024.*ada.*reviewer.*rejected: R\d+\/c\d+.*the paper took it back/)
  assert.match(accepted!, /accepted.*undone 8 Mar 2024.*Karim Haddad/)
  const page = await dossierOf(desk.store, {ids: [main.id], redacted: true})
  assert.match(rows(page)[1]!, /reviewer.*says \[name\]/)
  assert.doesNotMatch(page, /\bada\b|Haddad/)
  assert.match(page, /the paper took it back/)
})

test('for anybody the place is a cell, and no coordinate is finer than it', async () => {
  const {document, all} = read(await dossierOf(desk.store, {ids: [main.id], redacted: true}))
  assert.equal(document.querySelector('svg.map .there')!.tagName.toLowerCase(), 'rect')
  assert.match(all('dl.facts').join(), /-17\.95, -67\.15 \(±0\.05°\)/)
  assert.doesNotMatch(all('main').join(), /-17\.98|geonames:/)
})

test('words about bodies and wounds are folded, unless they are asked for', async () => {
  const folded = async (graphic: boolean) =>
    read(await dossierOf(desk.store, {graphic})).document.querySelectorAll('details.graphic').length
  assert.ok((await folded(false)) > 0)
  assert.equal(await folded(true), 0)
})
