/** What the trees see of two candidates for one slot that may be the same thing in other words: "GUERRILLAS", "THE REBELS". */
import type {Token} from '../model/syntax.ts'
import type {Question} from './codebook.ts'
import {lettersFit} from './entities.ts'
import type {Mention} from './mentions.ts'
import {type Role, roles} from './model.ts'
import {numberOf} from './numbers.ts'
import {coreOf} from './phrase-words.ts'
import {bestMention, type Candidate, type Reading} from './reading.ts'

type Both<T> = readonly [T, T]
/** Heads of all mentions of a candidate. */
type Heads = Both<readonly Token[]>

export function twinValues(reading: Reading, one: Candidate, other: Candidate, role: Role): Float32Array {
  const both = [one, other] as const
  const best = eachOf(both, candidate => reading.mentions[bestMention(candidate, role)]!)
  const heads = eachOf(both, candidate => candidate.mentions.map(i => reading.mentions[i]!.head))
  return Float32Array.from([
    ...roles.map(name => Number(name === role)),
    ...told(reading, both, role),
    ...worded(both, role),
    ...standing(reading, best, heads),
    ...takenUp(reading, heads),
    ...coded(reading, heads),
    ...sorts(reading, both, best)
  ])
}

const eachOf = <T, U>([one, other]: Both<T>, make: (of: T) => U): Both<U> => [make(one), make(other)]

const told = ({candidates}: Reading, [one, other]: Both<Candidate>, role: Role) => [
  one.chances[role],
  other.chances[role],
  one.chances[role] - other.chances[role],
  candidates.filter(({chances}) => chances[role] > 0.2).length
]

function worded(both: Both<Candidate>, role: Role): number[] {
  const [one, other] = both
  const [words, others] = eachOf(both, ({key}) => key.split(' '))
  const [given, rival] = eachOf(both, candidate => coreOf(candidate.words[role] ?? candidate.key).split(' '))
  const shared = words.filter(word => others.includes(word)).length
  return [
    ...[words.length, others.length, shared, shared / Math.min(words.length, others.length)],
    ...[Number(words.at(-1) === others.at(-1)), Number(words[0] === others[0])],
    Number(lettersFit(one.key, other.key) || lettersFit(other.key, one.key)),
    ...[Number(given.at(-1) === rival.at(-1)), given.length - rival.length],
    ...[Number(one.isName), Number(other.isName), one.mentions.length, other.mentions.length]
  ]
}

/** Where they stand, in a row, beside each other, and what stands between. */
function standing({report: {syntax, text}}: Reading, [a, b]: Both<Mention>, [mine, yours]: Heads): number[] {
  let least = 99
  let closest = 999
  for (const x of mine)
    for (const y of yours) {
      least = Math.min(least, Math.abs(x.sentence - y.sentence))
      closest = Math.min(closest, Math.abs(x.index - y.index))
    }
  const some = (test: (x: Token, y: Token) => boolean) => Number(mine.some(x => yours.some(y => test(x, y))))
  const [first, second] = a.first <= b.first ? [a, b] : [b, a]
  const between = text.slice(first.forms[0]!.to, second.forms[0]!.from).toUpperCase()
  return [
    ...[least, closest, a.head.sentence - b.head.sentence, a.first - b.first],
    ...[mine[0]!.index - yours[0]!.index, Math.min(a.head.sentence, b.head.sentence)],
    Number(syntax.firstConjunct(a.head) === syntax.firstConjunct(b.head)),
    some((x, y) => x !== y && syntax.firstConjunct(x) === syntax.firstConjunct(y)),
    some(
      (x, y) =>
        (x.head === y.index && x.relation === 'appos') || (y.head === x.index && y.relation === 'appos')
    ),
    Number(a.head.head === b.head.head && a.head.relation === b.head.relation),
    Number(/MEANWHILE|ANOTHER|OTHER|SEPARATE|ALSO|IN ADDITION|ELSEWHERE/.test(between)),
    between.split('\n\n').length - 1
  ]
}

/** Letters before a phrase in which its article is looked for. */
const reach = 30

/** "the gunmen" takes up what was told, "another group" does not; the later one first. */
function takenUp({report: {text}}: Reading, heads: Heads): number[] {
  const later = heads[0][0]!.index > heads[1][0]!.index ? 0 : 1
  return [heads[later]!, heads[1 - later]!].flatMap(list => {
    const before = list.map(
      ({from}) =>
        text
          .slice(Math.max(0, from - reach), from)
          .toUpperCase()
          .split(/[.,;]/)
          .at(-1)!
    )
    const known = before.filter(words => /\b(THE|THESE|THOSE|THIS|THAT|SAID)\b/.test(words))
    return [
      Number(/\b(THE|THESE|THOSE|THIS|THAT|SAID|HIS|HER|THEIR)\b/.test(before[0]!)),
      known.length / before.length,
      Number(before.some(words => /\b(OTHER|ANOTHER|MORE|SECOND|ALSO)\b/.test(words))),
      Number(before.some(words => /\b(A|AN|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVERAL|SOME|\d+)\b/.test(words)))
    ]
  })
}

/** What the coder takes for one, and happenings that both have a part in. */
function coded({report, seen}: Reading, heads: Heads): number[] {
  const indices = heads.map(list => new Set(list.map(({index}) => index)))
  const oneChain = report.coreference.some(
    ({of, mentions}) => of === 'entity' && indices.every(own => mentions.some(({token}) => own.has(token)))
  )
  const oneActor = report.actors.some(({mentions}) =>
    heads.every(list => mentions.some(span => list.some(({from, to}) => from >= span.from && to <= span.to)))
  )
  const parts = [seen.partOf, seen.did].flatMap(events => {
    const [had, has] = eachOf(heads, list => new Set(list.flatMap(({index}) => events.get(index) ?? [])))
    return [had.intersection(has).size, Math.min(had.size, has.size)]
  })
  return [Number(oneChain), Number(oneActor), ...parts]
}

const asked: readonly Question[] = [
  'type',
  'victim',
  'harm',
  'target',
  'damage',
  'instrument',
  'confidence',
  'category'
]

/** What kind of thing each is, and how many. */
function sorts(reading: Reading, [one, other]: Both<Candidate>, best: Both<Mention>): number[] {
  const {groups, own} = reading.classes
  const numbers = eachOf(best, mention => numberOf(reading, mention, mention.key))
  const [mine, yours] = eachOf(best, ({head: {lower, lemma}}) => {
    const number = groups.numbers.get(lower.replace(/\d/g, '0')) ?? 0
    return [
      groups.clusters[number] ?? 0,
      groups.families[number] ?? 0,
      own.get(lemma.replace(/\d/g, '0')) ?? 0
    ]
  })
  return [
    ...[Number(numbers[0] === numbers[1]), Number((numbers[0] === '1') === (numbers[1] === '1'))],
    Number(numbers.includes('PLURAL')),
    ...mine.map((group, k) => (group !== yours[k] ? 0 : group === 0 ? 0.5 : 1)),
    ...asked.map(question =>
      one.kinds[question].reduce((sum, value, k) => sum + value * other.kinds[question][k]!, 0)
    ),
    ...roles.map(name => Math.min(one.chances[name], other.chances[name]))
  ]
}
