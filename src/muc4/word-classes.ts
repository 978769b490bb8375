/** Words by the company they keep: in general text, and in the news that the keys are of. */
import type {WordGroups} from '../codebook/models.ts'

export interface WordClasses {
  readonly groups: WordGroups
  /** Lemma -> its class in this news; words without one are left out. */
  readonly own: ReadonlyMap<string, number>
}
