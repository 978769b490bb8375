/**
 * Suite `actors`: who acts on whom. Splits: cameo-NAME (roles), re3d-NAME (bodies).
 *
 *     dateline eval actors --data DIR --split cameo-train,re3d-dev
 *     dateline eval actors --data DIR --split re3d-train,re3d-dev --folds 5
 */
import {organisations} from './organisations.ts'
import {roleSpans} from './role-spans.ts'
import type {Result, Suite} from './suite.ts'

export const actors: Suite = {
  run(task) {
    const parts = task.splits.map(split => split.split('-') as [string, string])
    const unknown = parts.findIndex(([folder]) => !['cameo', 're3d'].includes(folder))
    if (unknown >= 0) throw new Error(`No split "${task.splits[unknown]}"; names begin with cameo- or re3d-`)
    const named = (wanted: string) => parts.filter(([folder]) => folder === wanted).map(([, name]) => name)
    const results: [string, Result][] = [
      ...named('cameo').map(name => [`cameo-${name}`, roleSpans(task, name)] as [string, Result])
    ]
    const reports = named('re3d')
    if (reports.length) results.push([`re3d-${reports.join('+')}`, organisations(task, reports)])
    return {
      figures: Object.fromEntries(results.map(([name, {figures}]) => [name, figures])),
      predictions: results.flatMap(([, {predictions}]) => predictions)
    }
  }
}
