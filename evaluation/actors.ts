/**
 * Suite `actors`: bodies on raw text. Splits: re3d-NAME.
 *
 *     dateline eval actors --data DIR --split re3d-dev
 *     dateline eval actors --data DIR --split re3d-train,re3d-dev --folds 5
 */
import {organisations} from './organisations.ts'
import type {Suite} from './suite.ts'

export const actors: Suite = {
  run(task) {
    const unknown = task.splits.find(split => !split.startsWith('re3d-'))
    if (unknown !== undefined) throw new Error(`No split "${unknown}"; names begin with re3d-`)
    const names = task.splits.map(split => split.slice('re3d-'.length))
    const {figures, predictions} = organisations(task, names)
    return {figures: {[`re3d-${names.join('+')}`]: figures}, predictions}
  }
}
