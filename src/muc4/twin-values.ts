/** What the trees see of two candidates for one slot that may be the same thing in other words: "GUERRILLAS", "THE REBELS". */
import {lettersFit} from './entities.ts'
import {type Role, roles} from './model.ts'
import {numberOf} from './numbers.ts'
import {coreOf} from './phrase-words.ts'
import {bestMention, type Candidate, type Reading} from './reading.ts'

export function twinValues(reading: Reading, one: Candidate, other: Candidate, role: Role): Float32Array {
  const {report, mentions, candidates, classes, seen} = reading
  const {syntax, text} = report
  const both = [one, other]
  const row: number[] = roles.map(name => Number(name === role))
  const [a, b] = both.map(candidate => mentions[bestMention(candidate, role)]!) as [
    (typeof mentions)[number],
    (typeof mentions)[number]
  ]
  row.push(one.chances[role], other.chances[role], one.chances[role] - other.chances[role])
  row.push(candidates.filter(({chances}) => chances[role] > 0.2).length)
  const [words, others] = both.map(({key}) => key.split(' ')) as [string[], string[]]
  const shared = words.filter(word => others.includes(word)).length
  row.push(words.length, others.length, shared, shared / Math.min(words.length, others.length))
  row.push(Number(words.at(-1) === others.at(-1)), Number(words[0] === others[0]))
  row.push(Number(lettersFit(one.key, other.key) || lettersFit(other.key, one.key)))
  const given = both.map(candidate => coreOf(candidate.words[role] ?? candidate.key).split(' '))
  row.push(Number(given[0]!.at(-1) === given[1]!.at(-1)), given[0]!.length - given[1]!.length)
  row.push(Number(one.isName), Number(other.isName), one.mentions.length, other.mentions.length)
  // Where they stand.
  const heads = both.map(candidate => candidate.mentions.map(i => mentions[i]!.head))
  let least = 99
  let closest = 999
  for (const x of heads[0]!)
    for (const y of heads[1]!) {
      least = Math.min(least, Math.abs(x.sentence - y.sentence))
      closest = Math.min(closest, Math.abs(x.index - y.index))
    }
  row.push(least, closest, a.head.sentence - b.head.sentence, a.first - b.first)
  row.push(heads[0]![0]!.index - heads[1]![0]!.index, Math.min(a.head.sentence, b.head.sentence))
  row.push(Number(syntax.firstConjunct(a.head) === syntax.firstConjunct(b.head)))
  row.push(
    Number(
      heads[0]!.some(x => heads[1]!.some(y => x !== y && syntax.firstConjunct(x) === syntax.firstConjunct(y)))
    )
  )
  row.push(
    Number(
      heads[0]!.some(x =>
        heads[1]!.some(
          y =>
            (x.head === y.index && x.relation === 'appos') || (y.head === x.index && y.relation === 'appos')
        )
      )
    )
  )
  row.push(Number(a.head.head === b.head.head && a.head.relation === b.head.relation))
  const [first, second] = a.first <= b.first ? [a, b] : [b, a]
  const between = text.slice(first.forms[0]!.to, second.forms[0]!.from).toUpperCase()
  row.push(Number(/MEANWHILE|ANOTHER|OTHER|SEPARATE|ALSO|IN ADDITION|ELSEWHERE/.test(between)))
  row.push(between.split('\n\n').length - 1)
  // "the gunmen" takes up what was told, "another group" does not.
  const later = heads[0]![0]!.index > heads[1]![0]!.index ? 0 : 1
  for (const list of [heads[later]!, heads[1 - later]!]) {
    const before = list.map(
      head =>
        text
          .slice(Math.max(0, head.from - 30), head.from)
          .toUpperCase()
          .split(/[.,;]/)
          .at(-1)!
    )
    row.push(Number(/\b(THE|THESE|THOSE|THIS|THAT|SAID|HIS|HER|THEIR)\b/.test(before[0]!)))
    row.push(
      before.filter(words => /\b(THE|THESE|THOSE|THIS|THAT|SAID)\b/.test(words)).length / before.length
    )
    row.push(Number(before.some(words => /\b(OTHER|ANOTHER|MORE|SECOND|ALSO)\b/.test(words))))
    row.push(
      Number(before.some(words => /\b(A|AN|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVERAL|SOME|\d+)\b/.test(words)))
    )
  }
  // What the coder takes for one.
  const indices = heads.map(list => new Set(list.map(({index}) => index)))
  row.push(
    Number(
      report.coreference.some(
        chain =>
          chain.of === 'entity' && indices.every(own => chain.mentions.some(({token}) => own.has(token)))
      )
    )
  )
  row.push(
    Number(
      report.actors.some(actor =>
        heads.every(list =>
          actor.mentions.some(span => list.some(({from, to}) => from >= span.from && to <= span.to))
        )
      )
    )
  )
  for (const parts of [seen.partOf, seen.did]) {
    const [had, has] = heads.map(list => new Set(list.flatMap(({index}) => parts.get(index) ?? [])))
    row.push(had!.intersection(has!).size, Math.min(had!.size, has!.size))
  }
  // What kind of thing and how many.
  const numbers = [a, b].map(mention => numberOf(reading, mention, mention.key))
  row.push(Number(numbers[0] === numbers[1]), Number((numbers[0] === '1') === (numbers[1] === '1')))
  row.push(Number(numbers.includes('PLURAL')))
  const groupsOf = both.map((_, k) => {
    const {lower, lemma} = [a, b][k]!.head
    const number = classes.groups.numbers.get(lower.replace(/\d/g, '0')) ?? 0
    return [
      classes.groups.clusters[number] ?? 0,
      classes.groups.families[number] ?? 0,
      classes.own.get(lemma.replace(/\d/g, '0')) ?? 0
    ]
  })
  for (let k = 0; k < 3; k++)
    row.push(groupsOf[0]![k] === groupsOf[1]![k] ? (groupsOf[0]![k] === 0 ? 0.5 : 1) : 0)
  for (const question of [
    'type',
    'victim',
    'harm',
    'target',
    'damage',
    'instrument',
    'confidence',
    'category'
  ] as const) {
    const [mine, yours] = [one.kinds[question], other.kinds[question]]
    row.push(mine.reduce((sum, value, k) => sum + value * yours[k]!, 0))
  }
  for (const name of roles) row.push(Math.min(one.chances[name], other.chances[name]))
  return Float32Array.from(row)
}
