import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import test from 'node:test'

const folder = 'web/src'
const files = (readdirSync(folder, {recursive: true}) as string[]).filter(file =>
  /\.(?:css|tsx?)$/.test(file)
)
const source = (file: string) => readFileSync(join(folder, file), 'utf8')

test('the page mirrors by itself: no property or class names left or right', () => {
  const physical =
    /\b(?:margin|padding|border)-(?:left|right)\b|(?:^|[{;])\s*(?:left|right):|text-align:\s*(?:left|right)|float:\s*(?:left|right)|[\s"'`:](?:-?[mp][lr]-|-?left-|-?right-|text-left|text-right|border-[lr]\b|rounded-[lr]\b)/
  const found = files.flatMap(file =>
    source(file)
      .split('\n')
      .flatMap((line, i) => (physical.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : []))
  )
  assert.deepEqual(found, [])
})

test('of src the page takes types, words and drawing, and nothing of it runs on the server alone', () => {
  const imports = (text: string, from: RegExp) =>
    [...text.matchAll(/^(?:import|export) (type )?(?:[^'\n]|\n(?!import|export))*?(?:from )?'([^']+)'/gm)]
      .filter(([, type, path]) => !type && from.test(path!))
      .map(([, , path]) => path!)
  const taken = files.flatMap(file =>
    imports(source(file), /^(?:\.\.\/)+src\//).map(path => join(folder, dirname(file), path))
  )
  assert.ok(taken.length > 0)
  const forThePage = /^src\/(?:messages|model|algorithms|export\/drawing)\/|^src\/export\/words-around\.ts$/
  const seen = new Set<string>()
  for (let rest = taken; rest.length; ) {
    const file = rest.pop()!
    if (seen.has(file)) continue
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    assert.deepEqual(imports(text, /^node:/), [], `${file} needs Node`)
    rest = [...rest, ...imports(text, /^\./).map(path => join(dirname(file), path))]
  }
  assert.deepEqual(
    [...seen].filter(file => !forThePage.test(file)),
    []
  )
})

test('no colour stands outside the tokens', () => {
  const found = files.filter(
    file => file.endsWith('.tsx') && !/place-map/.test(file) && /#[0-9a-f]{3,6}\b/i.test(source(file))
  )
  assert.deepEqual(found, [])
})
