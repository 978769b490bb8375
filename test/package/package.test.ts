import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {dirname, join} from 'node:path'
import test from 'node:test'
import {publint} from 'publint'
import {type Manifest, packedFiles, staged} from './packed.ts'

const folder = staged()
const files = packedFiles(folder)
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest

test('publint finds nothing to say about it', async () => {
  const packed = files.map(name => ({name: join(folder, name), data: readFileSync(join(folder, name))}))
  const {messages} = await publint({
    pkgDir: folder,
    level: 'suggestion',
    strict: true,
    pack: {files: packed}
  })
  assert.deepEqual(messages, [])
})

test('it holds what it reads at run time, and nothing that is only for making it', () => {
  const needed = [
    manifest.bin.dateline!,
    'codebook/VERSION',
    'gazetteer/gazetteer.bin',
    'kernels/matrix.wasm',
    'models/syntax.bin',
    'models/ner.bin',
    'models/clusters.bin',
    'models/syntax.md',
    'samples/station-square/reports.jsonl',
    'src/api/access/common-passwords.txt',
    'web/dist/index.html',
    'dist/store/embedded-worker.js',
    'dist/workflows/coding-worker.js',
    'dist/workflows/extraction-worker.js',
    'LICENSE',
    'NOTICE'
  ]
  assert.deepEqual(
    needed.filter(path => !files.includes(path)),
    []
  )
  // Weights that were learnt from the texts of MUC-4 may not be given on.
  const strange = /^(test|training|evaluation|docs|cases|web\/src|web\/dist\/\.vite)\/|\.map$|^models\/muc/
  assert.deepEqual(
    files.filter(path => strange.test(path) || (path.endsWith('.ts') && !path.endsWith('.d.ts'))),
    []
  )
})

/** As the compiler writes them, each in a line. */
const imports =
  /^(?:(?:import|export)\b[^'"\n]* from|import) ['"]([^'"\n]+)['"];$|import\(['"]([^'"]+)['"]\)/gm

test('its modules and types name only what is in it, what it depends on, and Node', () => {
  const lost: string[] = []
  for (const path of files.filter(path => /^dist\/.*\.(js|d\.ts)$/.test(path)))
    for (const [, named, loaded] of read(path).matchAll(imports)) {
      const specifier = (named ?? loaded)!
      if (isBuiltin(specifier)) continue
      const [scope, name] = specifier.split('/') as [string, string]
      const dependency = scope.startsWith('@') ? `${scope}/${name}` : scope
      const file = join(dirname(path), specifier)
      const found = specifier.startsWith('.')
        ? files.includes(path.endsWith('.d.ts') ? file.replace(/\.ts$/, '.d.ts') : file)
        : dependency in manifest.dependencies
      if (!found) lost.push(`${path} imports ${specifier}`)
    }
  assert.deepEqual(lost, [])
})
