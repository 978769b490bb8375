/** What a suite is given, and what it gives back. */
import type {Knowledge} from '../src/codebook/knowledge.ts'

export interface Task {
  readonly knowledge: Knowledge
  /** Folder that holds the suites' folders. */
  readonly data: string
  readonly splits: readonly string[]
  /** Train anew on all but one part of the data, for each of so many parts; 0: measure what ships. */
  readonly folds: number
  /** Reports in this language alone, where a suite has several. */
  readonly language: string | null
  /** Split to learn from before measuring (attribution); left out: measure what ships. */
  readonly train?: string | undefined
  readonly log: (line: string) => void
}

export interface Result {
  readonly figures: object
  /** Lines of the file of predictions. */
  readonly predictions: readonly string[]
}

export interface Suite {
  run(task: Task): Result | Promise<Result>
}
