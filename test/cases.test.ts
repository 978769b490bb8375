import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import test from 'node:test'
import {loadKnowledge} from '../src/codebook/load.ts'
import {isoDate} from '../src/model/date.ts'
import {createPipeline} from '../src/pipeline.ts'
import {readCases, table} from './case-file.ts'
import {projections} from './projections.ts'

// Invented actors stand in for a user's own registry.
const annotate = createPipeline(loadKnowledge({registry: 'cases/registry'}))

for (const path of (readdirSync('cases', {recursive: true}) as string[]).sort()) {
  if (!path.endsWith('.md') || path.endsWith('README.md')) continue
  // Cases of several reports have runners of their own.
  if (/^(?:accounts|dossiers|pages|reconcile)\//.test(path)) continue
  for (const {name, line, facts, text, columns, rows} of readCases(
    readFileSync(join('cases', path), 'utf8'),
    path
  )) {
    // A case that is known to fall short says so: `todo: why`.
    test(`cases/${path}:${line} ${name}`, {todo: facts.todo ?? false}, () => {
      const project = projections[columns[0]!]
      assert.ok(
        project,
        `the first column is "${columns[0]}"; write one of ${Object.keys(projections).join(', ')}`
      )
      const published = facts.published
      const found = project(
        annotate({
          id: path,
          sha256: '',
          url: null,
          outlet: facts.outlet ?? null,
          title: facts.title ?? null,
          publishedOn: published ? isoDate(published) : null,
          ...(facts.regions && {regions: facts.regions.split(' ')}),
          text
        })
      )
      const only = facts.only?.split(', ')
      const shown = only ? found.filter(row => only.includes(row[columns[0]!]!)) : found
      assert.equal(table(columns, shown), table(columns, rows))
    })
  }
}
