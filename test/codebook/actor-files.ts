/**
 * A codebook with a few rows of actors of its own, for tests of the registry.
 *
 *     withActors(['a-front,A Front,rebel-group,ML,,,,'], ['a-front,part-of,b-front,2014,,'])
 */
import {readdirSync, readFileSync} from 'node:fs'
import {actorColumns, affiliationColumns} from '../../src/codebook/actor-rows.ts'
import {Codebook} from '../../src/codebook/codebook.ts'

const shipped = new Map(
  (readdirSync('codebook', {recursive: true}) as string[])
    .filter(path => /\.(?:csv|yaml)$/.test(path))
    .filter(path => !/^(?:actors|affiliations)\/(?!state-bodies)/.test(path))
    .map(path => [path, readFileSync(`codebook/${path}`, 'utf8')])
)

export function withActors(actors: readonly string[], affiliations: readonly string[] = []): Codebook {
  const table = (columns: readonly string[], rows: readonly string[]) =>
    `${[columns.join(','), ...rows].join('\n')}\n`
  return new Codebook(
    new Map([
      ...shipped,
      ['actors/test.csv', table(actorColumns, actors)],
      ['affiliations/test.csv', table(affiliationColumns, affiliations)]
    ])
  )
}
