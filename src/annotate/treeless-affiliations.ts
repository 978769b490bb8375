/**
 * What a report in a language without trees says of who belongs to whom.
 *
 *     "قناة الساحل المقربة من حزب النهر"      قناة الساحل allied-with حزب النهر
 *     "إذاعة الميناء التابعة لحزب النهر"      إذاعة الميناء affiliated-with حزب النهر
 *     "قاعدة تابعة للجيش"                     nothing: a base is no actor
 *
 * Lists: lexicons/ID/affiliation-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {languagesOf, sentencesIn} from '../languages/readers.ts'
import type {Annotated} from '../model/layers.ts'
import type {Span} from '../model/span.ts'

export interface TreelessAffiliation {
  /** Where the words begin: a mention ends right before them that names whose tie is told. */
  readonly behind: number
  readonly relation: string
  /** Where the other body begins, behind what is joined to its first word. */
  readonly to: Span
  readonly rule: string
}

export function treelessAffiliations(
  codebook: Codebook
): (report: Annotated<'passages' | 'syntax'>) => TreelessAffiliation[] {
  const languages = languagesOf(codebook).filter(({tieAt}) => tieAt)
  return report =>
    languages.flatMap(language =>
      sentencesIn(report, language.id).flatMap(sentence => {
        const words = language.words(report.syntax, sentence)
        return words.flatMap((word, i) => {
          const cue = i > 0 ? language.tieAt!(words, i) : null
          if (!cue) return []
          const {from, to} = words[cue.to]!
          return [
            {behind: word.from, relation: cue.relation, to: {from, to}, rule: `affiliation-words/${cue.id}`}
          ]
        })
      })
    )
}
