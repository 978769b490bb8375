/**
 * The client of the app has its types from the routes; other people's are generated from the document. Types are
 * generated from the document here, and the compiler says whether both are the same.
 */
import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import test from 'node:test'
import {type Schema, typeOf} from './document-types.ts'
import {emptyDesk} from './sample-desk.ts'

type Content = Readonly<Record<string, {readonly schema?: Schema}>>
interface Operation {
  readonly parameters?: readonly {readonly name: string; readonly in: string; readonly required?: boolean}[]
  readonly requestBody?: {readonly content: Content}
  readonly responses: Readonly<Record<string, {readonly content?: Content}>>
}
interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>}
}

const {store, api} = await emptyDesk()
const document = (await (await api.request('/openapi.json')).json()) as ApiDocument
await store.close()

const head = (source: string) => `import type {Hono} from 'hono'
import type {JSONValue} from 'hono/utils/types'
import type {Api} from '${source}/api/api.ts'
import type {IsoDate} from '${source}/model/date.ts'
type Routes = Api extends Hono<any, infer Own, any> ? Own : never
/** Days are told from other texts by the compiler alone. */
type Plain<T> = T extends IsoDate ? string : T extends object ? {[Key in keyof T]: Plain<T[Key]>} : T
type Same<A, B> = Like<A, B> extends true ? true : Like<Plain<A>, B>
type Like<A, B> = [A] extends [B] ? ([B] extends [A] ? true : {client: A; document: B}) : {client: A; document: B}
type Call<Path extends keyof Routes, Method> = Method extends keyof Routes[Path] ? Routes[Path][Method] : never
type Good<One> = One extends {status: 200; outputFormat: 'json'; output: infer Output} ? Output : never
type Sent<One> = One extends {input: {json: infer Json}} ? Json : never
type Asked<One> = One extends {input: {query: infer Query}} ? keyof Query : never
declare function check<Is extends true>(): Is
`

function checks(): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const call = `Call<${JSON.stringify(path.replace(/\{(\w+)\}/g, ':$1'))}, '$${method}'>`
      const answer = operation.responses['200']?.content?.['application/json']?.schema
      const body = operation.requestBody?.content['application/json']?.schema
      const asked = (operation.parameters ?? [])
        .filter(({in: place}) => place === 'query')
        .map(({name}) => name)
      return [
        ...(answer ? [`check<Same<Good<${call}>, ${typeOf(answer)}>>()`] : []),
        ...(body ? [`check<Same<Sent<${call}>, ${typeOf(body)}>>()`] : []),
        ...(asked.length
          ? [`check<Same<Asked<${call}>, ${asked.map(name => JSON.stringify(name)).join(' | ')}>>()`]
          : [])
      ]
    })
  )
}

test('what the client of the app is typed by is what the document says: answers, bodies, parameters', () => {
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `  ${JSON.stringify(name)}: ${typeOf(schema)}`
  )
  const all = checks()
  assert.ok(all.length > 100, `${all.length}`)
  // Inside the checkout, where its modules are found.
  const folder = mkdtempSync(join('test', 'client-types-'))
  try {
    const components = `interface Components {\n${schemas.join('\n')}\n}\n`
    writeFileSync(join(folder, 'client.ts'), `${head('../../src')}${components}${all.join('\n')}\n`)
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.json',
        compilerOptions: {exactOptionalPropertyTypes: false, noErrorTruncation: true},
        include: ['client.ts']
      })
    )
    const {stdout} = spawnSync('node_modules/.bin/tsc', ['-p', folder], {encoding: 'utf8'})
    // Under this setting others say something too.
    assert.deepEqual(
      stdout.split('\n').filter(line => line.startsWith(folder)),
      []
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
})
