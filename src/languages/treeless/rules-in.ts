/** Which rules hold in a report: those sought by words everywhere, those around what is told at each happening and outcome. */
import type {Annotated} from '../../model/layers.ts'
import type {Tongue} from './tongue.ts'

const files = ['events', 'casualties', 'crowds', 'contexts', 'statements', 'roles', 'standing']

export function rulesIn(
  tongue: Tongue,
  report: Annotated<'syntax' | 'quantities' | 'actors' | 'places' | 'times' | 'events' | 'casualties'>
): string[] {
  const told = new Set([...report.events, ...report.casualties].map(({token}) => token))
  const sets = files.map(name => tongue.rules(name))
  const names = report.syntax.sentences
    .filter(({language}) => language === tongue.id)
    .flatMap(sentence => {
      const field = tongue.field(report, sentence)
      const stretches = field.words.flatMap(({token}, i) => (told.has(token) ? [{first: i, end: i + 1}] : []))
      return sets.flatMap(set => [
        ...set.find(field),
        ...stretches.flatMap(stretch => set.findAt(field, stretch))
      ])
    })
    .map(({name}) => name)
  return [...new Set(names)]
}
