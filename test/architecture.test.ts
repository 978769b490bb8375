import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import test from 'node:test'

const knowing = ['model', 'algorithms', 'languages', 'codebook']
const steps = ['extract', 'annotate', 'attribute', 'coding', 'link', 'reconcile', 'review', 'export']

/** What each folder of `src` may import from. A folder may always import from itself. */
const mayImport: Record<string, readonly string[]> = {
  model: [],
  algorithms: [],
  messages: [],
  languages: ['model', 'algorithms'],
  codebook: ['model', 'algorithms', 'languages'],
  ...Object.fromEntries(steps.map(step => [step, knowing])),
  export: [...knowing, 'messages'],
  'pipeline.ts': [...knowing, ...steps],
  muc4: knowing,
  fetch: ['model'],
  store: ['model'],
  workflows: [...knowing, ...steps, 'messages', 'fetch', 'store', 'pipeline.ts'],
  api: ['workflows', 'model', 'messages'],
  cli: ['workflows', 'model', 'messages', 'api'],
  'library.ts': ['workflows', 'model']
}

/** Folders whose code may touch files, network, clock or chance. */
const impure = new Set(['fetch', 'store', 'workflows', 'api', 'cli', 'codebook'])

const files = (readdirSync('src', {recursive: true}) as string[]).filter(file => file.endsWith('.ts'))
const source = (file: string) => readFileSync(join('src', file), 'utf8')

test('imports follow the direction drawn in docs/architecture.md', () => {
  const broken: string[] = []
  for (const file of files) {
    const [from] = file.split('/') as [string]
    for (const [, specifier] of source(file).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
      const [to] = relative('src', join('src', dirname(file), specifier!)).split('/') as [string]
      if (to !== from && !mayImport[from]?.includes(to)) broken.push(`${file} imports ${specifier}`)
    }
  }
  assert.deepEqual(broken, [])
})

test('the pure layers touch no file, network, clock or chance', () => {
  const broken: string[] = []
  for (const file of files) {
    if (impure.has(file.split('/')[0]!)) continue
    const code = source(file)
    for (const [found] of code.matchAll(
      /Math\.random|Date\.now|new Date\(\)|performance\.now|'node:(?!buffer)[^']+'|\bfetch\(|\bprocess\./g
    )) {
      broken.push(`${file} uses ${found}`)
    }
  }
  assert.deepEqual(broken, [])
})

test('the network is loaded only where something is fetched', () => {
  const eager = /^import (?!type\b)[^\n]*'[^'\n]*fetch\/http\/|^import[^\n]*'undici'/m
  const found = files.filter(file => !file.startsWith('fetch/http/') && eager.test(source(file)))
  assert.deepEqual(found, [])
})

test('only store contains SQL', () => {
  const sql = /\bsql`|\bSELECT\b[^'"`]+\bFROM\b|\bINSERT INTO\b/
  const found = files.filter(file => !file.startsWith('store/') && sql.test(source(file)))
  assert.deepEqual(found, [])
})

test('names of files say what is inside', () => {
  const banned = /(^|\/)(utils?|helpers?|common|misc|manager|v\d+)(\.ts|\/)/
  assert.deepEqual(
    files.filter(file => banned.test(file) || !/^[a-z0-9/.-]+$/.test(file)),
    []
  )
})
