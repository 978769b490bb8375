import assert from 'node:assert/strict'
import test from 'node:test'
import type {Incident, Relation} from '../../src/model/contract.ts'
import {tiesOf} from '../../src/reconcile/ties.ts'
import {codedReport} from '../coded-report.ts'

const words = {from: 0, to: 6, text: 'Gunmen'}
const base = codedReport({id: 'r1'})
const incident = (id: string, relations: readonly Relation[] = []): Incident => ({
  ...base.incidents[0]!,
  id,
  relations: [...relations]
})
const after = (to: string): Relation => ({to, kind: 'after', quote: words, lag: 'hours'})
const report = (id: string, incidents: readonly Incident[]) => ({
  ...codedReport({id}),
  incidents: [...incidents]
})

test('a tie leads to the other incident of its report, whatever that is linked with, and back', () => {
  const told = report('r1', [incident('i1', [after('i2')]), incident('i2')])
  const [clash, threat] = told.incidents as [Incident, Incident]
  assert.deepEqual(tiesOf([{report: told, incident: clash}]), [
    {to: 'r1/i2', kind: 'after', lag: 'hours', told: [{report: 'r1', quote: words}]}
  ])
  assert.deepEqual(tiesOf([{report: told, incident: threat}]), [
    {to: 'r1/i1', kind: 'before', lag: 'hours', told: [{report: 'r1', quote: words}]}
  ])
})

test('what is linked to one incident is not tied to itself', () => {
  const told = report('r1', [incident('i1', [after('i2')]), incident('i2')])
  assert.deepEqual(tiesOf(told.incidents.map(own => ({report: told, incident: own}))), [])
})
