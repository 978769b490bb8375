/** How many a phrase means, as keys write it: "3", "6 -" (at least), "5 - 7", "PLURAL". */
import type {Option} from './details.ts'
import {draftRoles} from './draft.ts'
import type {ReadItem} from './item.ts'
import type {Mention} from './mentions.ts'
import {bestMention, type Candidate, type Reading} from './reading.ts'

const words: Readonly<Record<string, string>> = {
  ONE: '1',
  TWO: '2',
  THREE: '3',
  FOUR: '4',
  FIVE: '5',
  SIX: '6',
  SEVEN: '7',
  EIGHT: '8',
  NINE: '9',
  TEN: '10',
  ELEVEN: '11',
  TWELVE: '12'
}

export function numberOf({report}: ReadItem, {head}: Mention, text: string): string {
  const quantity = report.quantities.find(entry => entry.head === head.index)
  if (quantity) {
    const {min, max, stated} = quantity
    if (/DOZENS|HUNDREDS|SEVERAL|SOME|MANY|FEW/i.test(stated)) return 'PLURAL'
    if (max === null) return min > 1 ? `${min} -` : 'PLURAL'
    if (min === max) return String(min)
    return min > 1 && max - min < 20 ? `${min} - ${max}` : 'PLURAL'
  }
  const counted = report.syntax
    .child(report.syntax.tokens[head.index]!, 'nummod')
    ?.text.toUpperCase()
    .replaceAll(',', '')
  if (counted && words[counted]) return words[counted]
  if (counted && /^\d+$/.test(counted)) return counted
  const isPlural =
    /^(NNS|NNPS)$/.test(head.xpos) || /(PEOPLE|POLICE|PERSONNEL|MEN|CHILDREN|CATTLE|[^SI]S)$/.test(text)
  return isPlural ? 'PLURAL' : '1'
}

/** Numbers that a thing may have: what its best phrase says, what others of it and those of the same word say, one, many. */
export function numberOptions(
  reading: Reading,
  one: Candidate,
  list: 'targets' | 'names' | 'descriptions',
  seen: readonly number[]
): Option[] {
  const {role} = draftRoles[list]
  const {mentions, candidates} = reading
  const said = (i: number) => numberOf(reading, mentions[i]!, mentions[i]!.key.toUpperCase())
  const own = list === 'names' ? '1' : numberOf(reading, mentions[bestMention(one, role)]!, one.words[role]!)
  const last = one.key.split(' ').at(-1)
  const others = candidates
    .filter(other => other !== one && other.key.split(' ').at(-1) === last)
    .flatMap(other => other.mentions.map(said))
  const all = one.mentions.map(said)
  const isExact = (value: string) => /^[2-9]|^1\d/.test(value)
  const share = (values: readonly string[], value: string) => values.filter(other => other === value).length
  return [...new Set([own, '1', 'PLURAL', ...all.filter(isExact), ...others.filter(isExact)])].map(value => ({
    value,
    row: Float32Array.from([
      value === own ? 1 : 0,
      value === '1' ? 1 : value === 'PLURAL' ? 2 : 3,
      own === '1' ? 1 : own === 'PLURAL' ? 2 : 3,
      value.includes('-') ? 1 : 0,
      share(all, value),
      share(others, value),
      all.filter(isExact).length,
      others.filter(isExact).length,
      list === 'targets' ? 1 : 0,
      ...one.kinds.number,
      ...seen
    ])
  }))
}
