import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import fc from 'fast-check'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import {isoDate} from '../../src/model/date.ts'
import {accountFinder} from '../../src/reconcile/accounts.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {type ReportCase, readReportCases, table} from '../case-file.ts'

const knowledge = loadKnowledge({registry: 'cases/registry'})
const coder = createCoder(knowledge)
const accountsOf = accountFinder(knowledge.codebook)
const paths = ['cases/accounts/accounts.md', 'cases/accounts/two-languages.md']

const codedOf = (texts: ReportCase['reports']) =>
  texts.map(({facts, text}, i) =>
    coder.code({
      id: `r${i}`,
      sha256: '',
      url: null,
      outlet: facts.outlet!,
      title: null,
      publishedOn: isoDate(facts.published!),
      text
    })
  )
const claimsOf = (reports: readonly CodedReport[]) =>
  reports.flatMap(({report, claims}) =>
    claims.map(claim => ({...claim, key: `${report.id}/${claim.id}`, report: report.id}))
  )

const cases = paths.flatMap(path =>
  readReportCases(readFileSync(path, 'utf8'), path).map(one => ({...one, path}))
)

for (const {path, name, line, reports: texts, columns, rows} of cases) {
  const reports = codedOf(texts)
  const claims = claimsOf(reports).filter(({about}) => about === 'casualties')

  test(`${path}:${line} ${name}`, () => {
    const found = accountsOf(claims, reports).list.map(({origin, reports: own}) => ({
      account: origin,
      reports: own.map(id => reports.find(({report}) => report.id === id)!.report.outlet!.name).join(', ')
    }))
    assert.equal(table(columns, found), table(columns, rows))
  })

  test(`${path}:${line} ${name}: in any order of reports and claims`, () => {
    const expected = accountsOf(claims, reports)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(reports, {minLength: reports.length}),
        fc.shuffledSubarray(claims, {minLength: claims.length}),
        (otherReports, otherClaims) => {
          const {list, of} = accountsOf(otherClaims, otherReports)
          const groups = (ids: ReadonlyMap<string, string>) =>
            [...Map.groupBy(ids, ([, id]) => id).values()].map(own => own.map(([key]) => key).sort()).sort()
          assert.deepEqual(groups(of), groups(expected.of))
          assert.deepEqual(
            list.map(({reports: own}) => own),
            expected.list.map(({reports: own}) => own)
          )
        }
      ),
      {seed: 5, numRuns: 20}
    )
  })
}

test('every edge of the graph of origins stands on words of a report, or on the registry', () => {
  for (const {reports: texts} of cases) {
    const reports = codedOf(texts)
    const {origins} = accountsOf(claimsOf(reports), reports)
    const ids = new Set(origins.nodes.map(({id}) => id))
    for (const {from, to, kind, evidence} of origins.edges) {
      assert.ok(ids.has(from) && ids.has(to), `${from} ${kind} ${to}`)
      if (kind !== 'owned-by') assert.ok(evidence.length > 0, `${from} ${kind} ${to} shows no words`)
      for (const {report, quote} of evidence) {
        const {text} = reports.find(other => other.report.id === report)!.report
        assert.equal(text.slice(quote.from, quote.to), quote.text)
      }
    }
  }
})

test('the copy and the original are tied in the graph, whichever of one day has the smaller id', () => {
  const {reports: texts} = cases[0]!
  const [one, other] = codedOf(texts) as [CodedReport, CodedReport]
  const besides = {
    ...other,
    report: {...other.report, id: 'r9', text: 'River Post says no more of it.'},
    claims: []
  }
  for (const reports of [
    [one, other],
    [one, other, besides]
  ])
    assert.equal(
      accountsOf(claimsOf(reports), reports).origins.edges.filter(({kind}) => kind === 'copies').length,
      1
    )
})
