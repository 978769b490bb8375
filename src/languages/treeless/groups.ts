/**
 * Which group counted people belong to: words of `lexicons/ID/casualty-groups.csv` in the counted phrase, its noun first, then in what
 * says what they are ("من عناصر الشرطة", "معظمهم مدنيون"): an actor named there, else its words. Words for everybody give way.
 */
import type {NamedActor, Reason} from '../../model/layers.ts'
import {overlaps, quote, type Span} from '../../model/span.ts'
import type {Field, Stretch} from './field.ts'
import {isMark, isVerbWord} from './sequence-matcher.ts'
import type {Tongue} from './tongue.ts'

const everybody = 'people'
/** How far behind the phrase its description may go, in words. */
const reach = 4

const ofActors: Readonly<Record<string, string>> = {
  'armed-group': 'militants',
  'state-forces': 'security-forces',
  protesters: 'protesters'
}

export interface PeopleGroup {
  readonly group: string
  readonly reason: Reason | null
}

export function groupFinder({wordLists}: Tongue) {
  const rows = wordLists['casualty-groups'] ?? new Map()
  const links = wordLists['clause-words.whose'] ?? new Map()

  /** `at`: the counted phrase; `head`: its noun; `isPart`: of a total told before, so that what follows says who they are. */
  return (
    text: string,
    field: Field,
    at: Stretch,
    head: number,
    actors: readonly NamedActor[],
    isPart: boolean
  ): PeopleGroup => {
    const {words} = field
    const end = endOfDescription(field, at.end, isPart)
    const inside = Array.from({length: end - at.first}, (_, i) => at.first + i)
    const ordered = [head, ...inside.filter(i => i !== head)]
    const span: Span = {from: words[at.first]!.from, to: words[end - 1]!.to}
    const actor = actors.find(
      ({kind, mentions}) => ofActors[kind] && mentions.some(mention => overlaps(mention, span))
    )
    let weak: PeopleGroup = {group: everybody, reason: null}
    for (const i of ordered) {
      const row =
        words[i]!.readings.map(({lemma}) => rows.get(lemma)).find(Boolean) ?? rows.get(words[i]!.form)
      if (!row) continue
      const {from, to} = words[i]!
      const found = {
        group: row.group!,
        reason: {
          value: 'casualties.group',
          rule: `casualty-groups/${row.id}`,
          words: [quote(text, {from, to})]
        }
      }
      // "عنصرا من قوات ...": whose men they are, an actor says better than the word.
      if (found.group !== everybody && (i === head || !actor)) return found
      weak = found
    }
    return actor
      ? {
          group: ofActors[actor.kind]!,
          reason: {value: 'casualties.group', rule: `actor-kind/${actor.kind}`, words: [quote(text, span)]}
        }
      : weak
  }

  function endOfDescription({words, spans}: Field, from: number, isPart: boolean): number {
    const first = words[from]
    const isLinked =
      first &&
      (links.has(first.form) || first.readings.some(({lemma, enclitic}) => enclitic && links.has(lemma)))
    if (!isLinked && !isPart) return from
    let end = from + (isLinked ? 1 : 0)
    while (
      end < words.length &&
      end < from + reach &&
      !isMark(words[end]!) &&
      !isVerbWord(words[end]!) &&
      !spans.number.some(({first: other}) => other === end)
    )
      end++
    return end
  }
}
