import assert from 'node:assert/strict'
import test from 'node:test'
import type {FoundClaim} from '../../src/model/found-claim.ts'
import {sampleDesk} from './sample-desk.ts'

const {store, api} = await sampleDesk()
test.after(() => store.close())

type Page = {total: number; next: string | null; rows: FoundClaim[]}
const found = async (query: Record<string, string>) =>
  (await (await api.request(`/api/claims?${new URLSearchParams(query)}`)).json()) as Page

const ids = (await store.listings.reports({}, {limit: 500, after: null})).rows.map(({id}) => id)
const all = (await store.codedReports(ids)).flatMap(({report, claims}) =>
  claims.map(claim => ({key: `${report.id}/${claim.id}`, report: report.id, claim}))
)
const keysOf = ({rows}: Page) => rows.map(({claim}) => claim.key).toSorted()

test('all claims are found, those of the newest reports first, page after page', async () => {
  const keys: string[] = []
  let cursor: string | null = ''
  const days: string[] = []
  while (cursor !== null) {
    const page: Page = await found({limit: '7', ...(cursor && {cursor})})
    assert.equal(page.total, all.length)
    keys.push(...page.rows.map(({claim}) => claim.key))
    days.push(...page.rows.map(({report}) => report.publishedOn!))
    cursor = page.next
  }
  assert.deepEqual(keys.toSorted(), all.map(({key}) => key).toSorted())
  assert.equal(new Set(keys).size, keys.length)
  assert.deepEqual(days, days.toSorted().reverse())
})

test('claims are found by what they are about and by who makes them, each with its report and incidents', async () => {
  const filters: readonly [Record<string, string>, (claim: (typeof all)[number]) => boolean][] = [
    [{about: 'casualties', outcome: 'killed'}, ({claim}) => claim.casualties?.outcome === 'killed'],
    [{polarity: 'denied'}, ({claim}) => claim.polarity === 'denied'],
    [{interest: 'party'}, ({claim}) => claim.interest === 'party'],
    [{kind: 'medical'}, ({claim}) => claim.attribution.at(-1)!.kind === 'medical'],
    [{source: 'HOSPITAL'}, ({claim}) => /hospital/i.test(claim.attribution.at(-1)!.source)],
    [{text: 'wounded'}, ({claim}) => /\bwounded/i.test(claim.quote.text)],
    [{report: ids[0]!}, ({report}) => report === ids[0]],
    [
      {outcome: 'injured', polarity: 'affirmed', source: 'ministry'},
      ({claim}) =>
        claim.casualties?.outcome === 'injured' &&
        claim.polarity === 'affirmed' &&
        /ministry/i.test(claim.attribution.at(-1)!.source)
    ]
  ]
  for (const [filter, isMeant] of filters) {
    const expected = all.filter(isMeant).map(({key}) => key)
    const page = await found({limit: '500', ...filter})
    assert.deepEqual(keysOf(page), expected.toSorted(), JSON.stringify(filter))
    assert.ok(expected.length > 0, JSON.stringify(filter))
    assert.equal(page.total, expected.length)
  }
  const [incident] = (await store.incidents()).toSorted((a, b) => b.reports.length - a.reports.length)
  const page = await found({limit: '500', incident: incident!.id})
  assert.deepEqual(keysOf(page), incident!.claims.map(({key}) => key).toSorted())
  assert.ok(page.rows.every(({incidents}) => incidents.includes(incident!.id)))
})

test('claims are found by the incidents that their reports tell of: where, when, what, who, and whether accounts differ', async () => {
  const incidents = await store.incidents()
  const filters: readonly [Record<string, string>, (incident: (typeof incidents)[number]) => boolean][] = [
    [{place: 'oruro'}, ({place}) => /oruro/i.test(place?.name ?? '')],
    [
      {since: '2024-03-05', until: '2024-03-05'},
      ({when}) => when.from <= '2024-03-05' && when.to >= '2024-03-05'
    ],
    [{type: incidents[0]!.type}, ({type}) => type === incidents[0]!.type],
    [{actor: 'POLICE'}, ({sides: {a, b}}) => [...a, ...b].some(side => /police/i.test(side))]
  ]
  for (const [filter, isMeant] of filters) {
    const reports = new Set(incidents.filter(isMeant).flatMap(({reports}) => reports.map(({id}) => id)))
    const expected = all.filter(({report}) => reports.has(report)).map(({key}) => key)
    assert.deepEqual(
      keysOf(await found({limit: '500', ...filter})),
      expected.toSorted(),
      JSON.stringify(filter)
    )
    assert.ok(expected.length > 0, JSON.stringify(filter))
  }
  const [contested, agreed] = [await found({contested: 'true'}), await found({contested: 'false'})]
  assert.ok(contested.total > 0 && contested.total <= all.length)
  assert.ok(contested.rows.every(({incidents}) => incidents.length > 0))
  assert.ok(agreed.total < all.length)
  const both = await found({contested: 'true', source: 'ministry', limit: '500'})
  assert.ok(both.rows.every(({claim}) => /ministry/i.test(claim.attribution.at(-1)!.source)))
})

test('what is looked for is never taken for an operator, and what cannot be asked is named', async () => {
  for (const text of ["' or 1=1 --", '!!! & |', '\u202e'])
    assert.equal((await api.request(`/api/claims?${new URLSearchParams({text})}`)).status, 200)
  assert.equal((await api.request('/api/claims?polarity=maybe')).status, 400)
  const other = Buffer.from('["2024-03-05","a"]').toString('base64url')
  assert.equal((await api.request(`/api/claims?cursor=${other}`)).status, 400)
})
