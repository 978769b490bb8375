/** Checks `codebook/patterns/ID/` of languages that are read without trees: docs/languages.md. */
import {SequenceRule} from '../languages/treeless/rules.ts'
import {readSequence} from '../languages/treeless/sequence.ts'
import type {Codebook} from './codebook.ts'
import {DataFileError} from './data-file-error.ts'
import {type Entries, readEntries} from './entries.ts'

/** Whether the rules of a file are over trees (docs/patterns.md). */
export function isOfTrees(path: string): boolean {
  return path.startsWith('patterns/en/')
}

/** The rules of the file; throws a DataFileError for the first that is not as it should be. */
export function sequenceRules(codebook: Codebook, path: string): Entries<SequenceRule>['items'] {
  const {items, mistakes} = readEntries(codebook, path, SequenceRule, 'docs/languages.md')
  if (mistakes[0]) throw mistakes[0]
  for (const {item, at} of items) {
    const mistake = (field: string, message: string) =>
      new DataFileError(`codebook/${path}`, codebook.lineIn(path, [at, field]), message)
    if (items.some(other => other.item.id === item.id && other.at < at))
      throw mistake('id', `"${item.id}" stands twice; join the two rules or rename one`)
    for (const field of ['match', 'unless'] as const)
      for (const text of item[field] ?? []) {
        try {
          readSequence(text, word => word)
        } catch (problem) {
          throw mistake(field, `${item.id}: ${(problem as Error).message}`)
        }
      }
  }
  return items
}
