/** Which rules hold in a report: those sought by words everywhere, those around what is told at each happening and outcome. */
import type {Annotated} from '../../model/layers.ts'
import {overlaps, type Span} from '../../model/span.ts'
import type {Tongue} from './tongue.ts'

const files = ['events', 'casualties', 'crowds', 'contexts', 'statements', 'roles', 'standing']

export function rulesIn(
  tongue: Tongue,
  report: Annotated<'syntax' | 'quantities' | 'actors' | 'places' | 'times' | 'events' | 'casualties'>
): string[] {
  const told: Span[] = [...report.events, ...report.casualties].map(({trigger}) => trigger)
  const sets = files.map(name => tongue.rules(name))
  const names = report.syntax.sentences
    .filter(({language}) => language === tongue.id)
    .flatMap(sentence => {
      const field = tongue.field(report, sentence)
      const stretches = told.flatMap(span => {
        const first = field.words.findIndex(word => overlaps(word, span))
        const end = field.words.findLastIndex(word => overlaps(word, span)) + 1
        return first < 0 ? [] : [{first, end}]
      })
      return sets.flatMap(set => [
        ...set.find(field),
        ...stretches.flatMap(stretch => set.findAt(field, stretch))
      ])
    })
    .map(({name}) => name)
  return [...new Set(names)]
}
