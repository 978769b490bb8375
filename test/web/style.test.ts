import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
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

test('the page imports nothing that runs on the server: of src only types', () => {
  const found = files.flatMap(file =>
    [...source(file).matchAll(/^import (type )?(?:[^'\n]|\n(?!import))*? from '((?:\.\.\/)+src\/[^']+)'/gm)]
      .filter(([, type]) => !type)
      .map(([, , from]) => `${file}: ${from}`)
  )
  assert.deepEqual(found, [])
})

test('no colour stands outside the tokens', () => {
  const found = files.filter(
    file => file.endsWith('.tsx') && !/place-map/.test(file) && /#[0-9a-f]{3,6}\b/i.test(source(file))
  )
  assert.deepEqual(found, [])
})
