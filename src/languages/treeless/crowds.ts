/** Reads how many people gathered, by the rules of `patterns/ID/crowds.yaml`. */
import type {CrowdMention} from '../../model/layers.ts'
import {quote} from '../../model/span.ts'
import type {LayerReader} from '../language.ts'
import {clauseFinder} from './clauses.ts'
import {groupFinder} from './groups.ts'
import {standingFinder} from './standing.ts'
import type {Tongue} from './tongue.ts'

/** Fewer people than this are no crowd. */
const fewest = 2

export function crowdReader(tongue: Tongue): LayerReader<'crowds'> {
  const rules = tongue.rules('crowds')
  const groupOf = groupFinder(tongue)
  const clauseOf = clauseFinder(tongue)
  const standing = standingFinder(tongue)

  return (report, sentences) => {
    const {text, quantities, casualties} = report
    const taken = new Set(casualties.map(({quantity}) => quantity))
    const found: CrowdMention[] = []
    for (const sentence of sentences) {
      const field = tongue.field(report, sentence)
      for (const {named, name, ...match} of rules.find(field)) {
        const at = named.count
        if (!at?.span || taken.has(at.span.index)) continue
        const {index, head} = at.span
        const quantity = quantities[index]!
        if ((quantity.max ?? quantity.min) < fewest) continue
        taken.add(index)
        const told = match.anchor
        const group = groupOf(text, field, at, head, [], false)
        const {realis, polarity, reasons} = standing.of(text, field, told)
        const words = field.words[told.first]!
        found.push({
          quantity: index,
          token: quantity.head,
          of: quantity.of,
          group: group.group,
          clause: clauseOf(field, match),
          realis,
          polarity,
          rule: name,
          reasons: [
            {value: 'about', rule: name, words: [quote(text, words)]},
            {value: 'crowd.count', rule: 'quantities', words: [quote(text, quantity)]},
            ...reasons
          ]
        })
      }
    }
    return found.sort((a, b) => a.of.from - b.of.from)
  }
}
