/** What people said of who depends on whom makes accounts one or several, and stays to be seen in the graph. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import {isoDate} from '../../src/model/date.ts'
import type {RuledTie, TieAnchor, TieRulings} from '../../src/model/ruling.ts'
import {type Accounts, accountFinder} from '../../src/reconcile/accounts.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {type ReportCase, readReportCases, table} from '../case-file.ts'

const knowledge = loadKnowledge({registry: 'cases/registry'})
const coder = createCoder(knowledge)
const accountsOf = accountFinder(knowledge.codebook)
const path = 'cases/accounts/ruled.md'
const word = {ruling: 'r', by: 'ada', reason: null}

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
const outletOf = (id: string, reports: readonly CodedReport[]) =>
  reports.find(({report}) => report.id === id)!.report.outlet!.name

/** As a person would name them, from the accounts as they were read. */
function rulingsOf(
  texts: ReportCase['reports'],
  reports: readonly CodedReport[],
  {list, origins}: Accounts
): TieRulings {
  const parted = new Map<string, typeof word>()
  const joined: TieRulings['joined'][number][] = []
  const ties: RuledTie[] = []
  for (const [i, {facts}] of texts.entries())
    for (const verdict of ['cut', 'confirm'] as const) {
      const [, kind, name] = /^(\S+) (.+)$/.exec(facts[verdict] ?? '') ?? []
      if (!kind || !name) continue
      const own = list
        .filter(({reports: carriers}) => carriers.includes(`r${i}`))
        .flatMap(({claims}) => claims)
      if (kind === 'quotes')
        for (const key of own.filter(claim => claim.startsWith(`r${i}/`))) parted.set(key, word)
      else if (kind === 'account')
        joined.push({
          claims: [...own, ...list.filter(({origin}) => origin === name).flatMap(({claims}) => claims)],
          word
        })
      else {
        const node = origins.nodes.find(node => node.name === name)!
        const on =
          kind === 'credits'
            ? name
            : kind === 'copies'
              ? reports.find(({report}) => outletOf(report.id, reports) === name)!.report.id
              : node.id.replace('owner:', '')
        const tie = {report: `r${i}`, kind: kind as TieAnchor['kind'], on, name}
        ties.push({tie, verdict: verdict === 'cut' ? 'cut' : 'confirmed', word})
      }
    }
  return {parted, joined, ties}
}

for (const {name, line, reports: texts, columns, rows} of readReportCases(readFileSync(path, 'utf8'), path)) {
  const reports = codedOf(texts)
  const all = claimsOf(reports)
  const claims = all.filter(({about}) => about === 'casualties')
  const read = accountsOf(claims, reports)
  const rulings = rulingsOf(texts, reports, accountsOf(all, reports))

  test(`${path}:${line} ${name}`, () => {
    const {list} = accountsOf(claims, reports, rulings)
    const found = list.map(({origin, reports: own}) => ({
      account: origin,
      reports: own.map(id => outletOf(id, reports)).join(', ')
    }))
    assert.equal(table(columns, found), table(columns, rows))
    const wasRead = list.length === read.list.length
    assert.equal(wasRead, name === 'Both still quote one ministry', 'the ruling changes nothing')
  })

  test(`${path}:${line} ${name}: a tie that was ruled on stays in the graph, with who said so`, () => {
    const {origins} = accountsOf(all, reports, rulings)
    for (const {tie, verdict} of rulings.ties) {
      const edge = origins.edges.find(({kind, ruled}) => kind === tie.kind && ruled)
      assert.deepEqual(edge?.ruled, {verdict, ...word})
      for (const end of [edge!.from, edge!.to]) assert.ok(origins.nodes.some(({id}) => id === end))
    }
  })
}
