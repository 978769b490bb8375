import assert from 'node:assert/strict'
import test from 'node:test'
import type {
  ListedSource,
  SourceFigure,
  SourceGraph,
  SourceReport,
  TiePassage
} from '../../src/model/source.ts'
import {sampleDesk} from './sample-desk.ts'

const {store, api} = await sampleDesk()
test.after(() => store.close())

interface Page<Row> {
  readonly total: number
  readonly next: string | null
  readonly rows: readonly Row[]
}
const json = async <T>(path: string) => (await (await api.request(path)).json()) as T
const all = () => json<Page<ListedSource>>('/api/sources?limit=500')
const named = async (name: string) => (await all()).rows.find(source => source.name === name)!

test('sources are counted as the store holds them, whatever they are sorted by, page by page', async () => {
  const {total, rows} = await all()
  assert.equal(total, rows.length)
  const reports = await json<Page<object>>('/api/reports')
  assert.equal(
    rows.reduce((sum, {published}) => sum + published, 0),
    reports.total
  )
  const claims = (
    await store.codedReports(
      (await store.listings.reports({}, {limit: 500, after: null})).rows.map(({id}) => id)
    )
  ).flatMap(report => report.claims)
  assert.equal(
    rows.reduce((sum, own) => sum + own.claims, 0),
    claims.length
  )
  for (const sort of ['name', 'reports', 'claims', 'first', 'last', 'figures', 'revised'])
    for (const order of ['up', 'down']) {
      const whole = await json<Page<ListedSource>>(`/api/sources?limit=500&sort=${sort}&order=${order}`)
      const ids: string[] = []
      let cursor = ''
      do {
        const page = await json<Page<ListedSource>>(
          `/api/sources?limit=3&sort=${sort}&order=${order}${cursor}`
        )
        assert.equal(page.total, total)
        ids.push(...page.rows.map(({id}) => id))
        cursor = page.next === null ? '' : `&cursor=${page.next}`
      } while (cursor)
      assert.deepEqual(
        ids,
        whole.rows.map(({id}) => id),
        `${sort} ${order}`
      )
    }
})

test('a source is found by its name, its kind, and what it does', async () => {
  const found = async (query: string) => (await json<Page<ListedSource>>(`/api/sources?${query}`)).rows
  assert.deepEqual(
    (await found('text=plateau')).map(({name}) => name),
    ['The Plateau Daily']
  )
  assert.ok((await found('kind=medical')).every(({kind}) => kind === 'medical'))
  assert.ok((await found('role=agency')).every(({credited}) => credited > 0))
  assert.equal((await api.request('/api/sources?cursor=WyJhIiwiYiJd')).status, 400)
  assert.equal((await api.request('/api/sources/none')).status, 400)
  assert.equal((await api.request('/api/sources/0')).status, 404)
})

test('a source has its reports with its own words, and what became of its figures', async () => {
  const {id, reports, claims, figures, superseded, setAside} = await named('regional hospital')
  const told = await json<Page<SourceReport>>(`/api/sources/${id}/reports`)
  assert.equal(told.total, reports)
  assert.equal(told.rows.flatMap(row => row.claims).length, claims)
  const numbers = await json<Page<SourceFigure>>(`/api/sources/${id}/figures`)
  assert.equal(numbers.total, figures)
  const inState = (state: string) => numbers.rows.filter(row => row.state === state).length
  assert.deepEqual([inState('superseded'), inState('set-aside')], [superseded, setAside])
  assert.ok(superseded > 0, 'its toll rose')
  const [most] = (await json<Page<ListedSource>>('/api/sources?sort=figures&limit=1')).rows
  const whole = await json<Page<SourceFigure>>(`/api/sources/${most!.id}/figures`)
  assert.ok(whole.total > 1)
  const first = await json<Page<SourceFigure>>(`/api/sources/${most!.id}/figures?limit=1`)
  const rest = await json<Page<SourceFigure>>(`/api/sources/${most!.id}/figures?cursor=${first.next}`)
  assert.deepEqual([...first.rows, ...rest.rows], whole.rows)
})

test('who carries whom is told with the words that show it', async () => {
  const graph = await json<SourceGraph>('/api/ties')
  assert.equal(graph.total, graph.ties.length)
  const copy = graph.ties.find(({kind}) => kind === 'copies')!
  const {total, rows} = await json<Page<TiePassage>>(
    `/api/ties/passages?from=${copy.from}&to=${copy.to}&kind=copies`
  )
  assert.equal(total, copy.reports)
  for (const {report, quote} of rows.flatMap(({evidence}) => evidence)) {
    const coded = (await store.report(report))!
    assert.equal(coded.report.text.slice(quote.from, quote.to), quote.text)
  }
  const {id} = await named('Global Morning Post')
  const own = await json<SourceGraph>(`/api/ties?source=${id}`)
  assert.ok(own.total > 0 && own.ties.every(({from, to}) => from === id || to === id))
})

test('a ruling moves what became of a figure, and its undo brings it back', async () => {
  const before = await all()
  const incident = (await store.incidents()).find(({accounts}) =>
    accounts.some(({kind}) => kind === 'medical')
  )!
  const hospital = incident.accounts.find(({kind, claims}) => kind === 'medical' && claims.length > 5)!
  const post = (path: string, body: object) =>
    api.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'content-type': 'application/json'}
    })
  const made = await post('/api/rulings', {
    kind: 'reject',
    on: [`${incident.id}/${hospital.id}`],
    reason: 'a test'
  })
  const {ruling} = (await made.json()) as {ruling: {id: string}}
  const after = await named('regional hospital')
  assert.equal(after.setAside, after.figures)
  await post(`/api/rulings/${ruling.id}/undo`, {})
  assert.deepEqual(await all(), before)
})
