import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {z} from 'zod'
import {host, people} from './people.ts'
import {sampleDesk} from './sample-desk.ts'

const unlimited = {burst: 1e6, perMinute: 1e6}
const {store, api} = await sampleDesk(undefined, {
  exposure: 'tls',
  limits: {address: unlimited, asker: unlimited, change: unlimited}
})
test.after(() => store.close())
const {admin} = await people(store)

type Schema = Record<string, unknown>
interface Operation {
  readonly parameters?: readonly {
    name: string
    in: 'query' | 'path' | 'header'
    required?: boolean
    schema: Schema
  }[]
  readonly requestBody?: {content: Record<string, {schema: Schema}>}
  readonly responses: Record<string, {content?: Record<string, {schema: Schema}>}>
}
const document = (await (await api.request('/openapi.json')).json()) as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: {schemas: Record<string, Schema>}
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({path, method, operation}))
)

/** A JSON Schema of the document as something that checks. */
function checkerOf(schema: Schema): z.ZodType {
  const whole = {...schema, $defs: document.components.schemas}
  const local = JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'))
  return z.fromJSONSchema(local)
}

const ids = (await store.incidents()).map(({id}) => id)
const reports = (await store.listings.reports({}, {limit: 500, after: null})).rows.map(({id}) => id)

/** Values as the document asks for them, and others. */
const values = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...ids, ...reports.slice(0, 3), ...reports.slice(0, 3).map(id => `${id}/c1`))
  },
  fc.string({unit: 'binary', maxLength: 20}),
  fc.constantFrom(
    'true',
    '2024-03-05',
    '2024-03-05T09:30:00Z',
    '-1',
    '500',
    '1e9',
    '0,0,10,10',
    'NaN',
    '',
    '\u202e',
    "' or 1=1 --"
  )
)

function valueFor(schema: Schema): fc.Arbitrary<unknown> {
  const {
    type,
    enum: options,
    properties,
    items,
    required = []
  } = schema as {
    type?: string | string[]
    enum?: unknown[]
    properties?: Record<string, Schema>
    items?: Schema
    required?: string[]
  }
  const ref = schema.$ref as string | undefined
  if (ref) return valueFor(document.components.schemas[ref.replace('#/components/schemas/', '')]!)
  if (options) return fc.oneof({weight: 4, arbitrary: fc.constantFrom(...options)}, values)
  if (properties)
    return fc.record(
      Object.fromEntries(Object.entries(properties).map(([key, own]) => [key, valueFor(own)])),
      {requiredKeys: required}
    )
  if (items) return fc.array(valueFor(items), {maxLength: 4})
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer' || type === 'number') return fc.integer()
  return values
}

test('the document is OpenAPI 3.1 and names every route with what it answers', async () => {
  assert.equal(document.openapi, '3.1.0')
  assert.ok(operations.length >= 10)
  for (const {path, operation} of operations) assert.ok(operation.responses['200'], path)
  assert.match(await (await api.request('/api')).text(), /GET \/api\/incidents/)
})

for (const {path, method, operation} of operations.filter(({path}) => !path.endsWith('/events'))) {
  test(`${method.toUpperCase()} ${path}: whatever is asked, the answer is one that the document names`, async () => {
    const parameters = fc.record(
      Object.fromEntries((operation.parameters ?? []).map(({name, schema}) => [name, valueFor(schema)])),
      {requiredKeys: (operation.parameters ?? []).filter(({required}) => required).map(({name}) => name)}
    )
    const [[sentAs, content] = []] = Object.entries(operation.requestBody?.content ?? {})
    const schema = content?.schema
    const body =
      sentAs === 'application/octet-stream'
        ? fc.string({unit: 'binary', maxLength: 300})
        : schema
          ? fc.oneof({weight: 5, arbitrary: valueFor(schema)}, fc.json())
          : fc.constant(undefined)
    await fc.assert(
      fc.asyncProperty(parameters, body, async (given, sent) => {
        const {status, type, text} = await ask(path, method, operation, given, sent, sentAs)
        assert.ok(status < 500, `${status} ${text}`)
        const answer = operation.responses[status]
        assert.ok(answer, `${status} is not in the document: ${text}`)
        const told = answer.content?.[type]
        if (answer.content) assert.ok(told, `${type} is not in the document`)
        if (told && /json/.test(type)) checkerOf(told.schema).parse(JSON.parse(text))
      }),
      {numRuns: 40, seed: 7}
    )
  })
}

async function ask(
  path: string,
  method: string,
  {parameters = []}: Operation,
  given: Record<string, unknown>,
  sent: unknown,
  sentAs = 'application/json'
) {
  let address = path
  const query = new URLSearchParams()
  // A session of its own: some requests end theirs.
  const headers = await admin.session()
  for (const {name, in: place} of parameters) {
    if (!(name in given)) continue
    const value = String(given[name])
    if (place === 'path')
      address = address.replace(`{${name}}`, encodeURIComponent(value.toWellFormed()) || '%20')
    else if (place === 'query') query.set(name, value)
    else if (/^[\x20-\x7e]+$/.test(value)) headers[name] = value
  }
  if (sent !== undefined) headers['content-type'] = sentAs
  const answer = await api.request(`https://${host}${address}?${query}`, {
    method: method.toUpperCase(),
    headers,
    ...(sent === undefined ? {} : {body: typeof sent === 'string' ? sent : JSON.stringify(sent)})
  })
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  return {status: answer.status, type, text: await answer.text()}
}
