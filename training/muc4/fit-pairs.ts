/** Learns which things are of one template, and who did what is told of another. */
import {doerValues, pairValues} from '../../src/muc4/pair-values.ts'
import type {Trees} from '../../src/muc4/trees.ts'
import {boost} from './boosting.ts'
import {coreFillers, fillersGiven, type Learnt} from './learnt.ts'

export function fitPairs(learners: readonly Learnt[]): Trees {
  const rows: Float32Array[] = []
  const truths: number[] = []
  for (const report of learners) {
    const core = report.candidates.filter(candidate => coreFillers(report, candidate).length)
    for (const [i, one] of core.entries()) {
      for (const other of core.slice(0, i)) {
        rows.push(pairValues(report, other, one))
        truths.push(Number(shareTemplate(coreFillers(report, one), coreFillers(report, other))))
      }
    }
  }
  return boost(rows, Float32Array.from(truths), {trees: 150, depth: 3, rows: 0.7, columns: 0.5, bags: 4})
}

export function fitDoers(learners: readonly Learnt[]): Trees {
  const rows: Float32Array[] = []
  const truths: number[] = []
  for (const report of learners) {
    if (report.templates.length < 2) continue
    const core = report.candidates.filter(candidate => coreFillers(report, candidate).length)
    for (const doer of report.candidates) {
      const did = fillersGiven(report, doer, 'individual', 'organisation')
      if (!did.length) continue
      for (const one of core) {
        rows.push(doerValues(report, doer, one))
        truths.push(Number(shareTemplate(did, coreFillers(report, one))))
      }
    }
  }
  return boost(rows, Float32Array.from(truths), {
    bags: 4,
    trees: 300,
    depth: 3,
    rate: 0.03,
    leaf: 40,
    penalty: 10,
    rows: 0.6,
    columns: 0.3
  })
}

const shareTemplate = (
  one: readonly {readonly templates: readonly number[]}[],
  other: readonly {readonly templates: readonly number[]}[]
) => one.some(a => other.some(b => a.templates.some(i => b.templates.includes(i))))
