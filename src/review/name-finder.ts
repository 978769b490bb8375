/** Finds names of private persons in texts of reports (SAFETY D2). */
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import type {FindNames} from './private-names.ts'

/** `registered`: outlets and agencies of the page. */
export function nameFinder(
  _codebook: Codebook,
  _gazetteer: Gazetteer
): (registered: readonly string[]) => FindNames {
  return () => (text, seen) =>
    (seen?.people ?? []).map(({from, to}) => ({
      from,
      to,
      name: text.slice(from, to),
      why: 'the recogniser reads it as the name of a person'
    }))
}
