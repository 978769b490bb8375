/**
 * Suite `cameo`: who acts on whom in a sentence, and whether they speak or act, with or against each other. Splits: names of DIR/cameo_conflibert.
 *
 *     dateline eval cameo --data DIR --split train
 */
import {quadClasses} from './quad-classes.ts'
import {roleSpans} from './role-spans.ts'
import type {Suite} from './suite.ts'

export const cameo: Suite = {
  run(task) {
    const results = task.splits.flatMap(name => [
      {name, part: 'roles', ...roleSpans(task, name)},
      {name, part: 'quad', ...quadClasses(task, name)}
    ])
    return {
      figures: Object.fromEntries(results.map(({name, part, figures}) => [`${name} ${part}`, figures])),
      predictions: results.flatMap(({predictions}) => predictions)
    }
  }
}
