/** Which words of several to give for a thing: "CAR BOMBS", "TWO CAR BOMBS", "CAR BOMBS OF THE FMLN". */
import {hashString} from '../algorithms/hash.ts'
import type {Token} from '../model/syntax.ts'
import type {Role} from './model.ts'
import {plainWords} from './phrase-cuts.ts'
import {coreOf} from './phrase-words.ts'
import type {Candidate, Reading} from './reading.ts'
import {type ThingCut, thingCuts} from './thing-cuts.ts'

export interface SeenForm {
  readonly text: string
  readonly plain: string
  readonly features: Int32Array
}

type Add = (feature: string) => void

export function formsOf(reading: Reading, candidate: Candidate, role: Role): SeenForm[] {
  const all = thingCuts(reading, candidate, role)
  return all.map(form => {
    const features = new Set<number>()
    // What holds for all slots is learnt with what holds for one.
    const add = (feature: string) => {
      features.add(hashString(feature))
      features.add(hashString(`${role} ${feature}`))
    }
    tellWhole(reading, candidate, form, all, add)
    tellStart(reading, form, add)
    tellEnd(reading, form, add)
    tellInside(reading, form, add)
    return {text: form.text, plain: form.plain, features: Int32Array.from(features).sort()}
  })
}

/** The words as a whole, beside the others that there are. */
function tellWhole(
  reading: Reading,
  candidate: Candidate,
  {plain, kinds, times, chance, isFirst, isElsewhere, mention, text}: ThingCut,
  all: readonly ThingCut[],
  add: Add
): void {
  const size = (words: string) => words.split(' ').length
  const sizes = all.map(other => size(other.plain))
  const length = size(plain)
  const {isName} = reading.mentions[mention]!
  for (const kind of kinds) {
    add(`kind=${kind}`)
    add(`kind=${kind}|${isName}`)
  }
  add(`kinds=${[...kinds].sort().join('+')}|${isName}`)
  add(`words=${Math.min(7, length)}|${isName}`)
  add(`longest=${length === Math.max(...sizes)}|${isName}`)
  add(`shortest=${length === Math.min(...sizes)}|${isName}`)
  add(`times=${Math.min(4, times)}`)
  add(`often=${times === Math.max(...all.map(other => other.times))}`)
  add(`said=${Math.min(5, ` ${plainText(reading)} `.split(` ${plain} `).length - 1)}|${Math.min(4, length)}`)
  add(`chance=${Math.round(chance * 4)}`)
  add(`first=${isFirst}`)
  add(`elsewhere=${isElsewhere}`)
  const core = coreOf(plain)
  add(`key=${core === candidate.key}`)
  add(`longer=${Math.max(-4, Math.min(4, size(core) - size(candidate.key)))}`)
  const names = all.filter(other => other.kinds.has('name') && other.plain !== plain)
  add(`in names=${isName && names.some(name => ` ${name.plain} `.includes(` ${plain} `))}`)
  add(`has name=${isName && names.some(name => ` ${plain} `.includes(` ${name.plain} `))}`)
  add(`whole=${plain}`)
  if (/[[(]/.test(text)) add('bracket')
  if (text.includes(',')) add('comma')
  if (/ AND /.test(text)) add('and')
}

function tellStart(reading: Reading, {first, last, head, plain, mention}: ThingCut, add: Add): void {
  const {syntax, entities} = reading.report
  const {isName} = reading.mentions[mention]!
  const start = syntax.tokens[first]!
  const before = first > syntax.sentences[head.sentence]!.first ? syntax.tokens[first - 1]! : null
  add(`start=${plain.split(' ')[0]}`)
  for (const sort of sorts(start, reading)) add(`start ${sort}|${isName}`)
  add(`start tag=${start.upos}|${start.relation}`)
  add(`before=${before?.lower}`)
  if (before) for (const sort of sorts(before, reading)) add(`before ${sort}|${isName}`)
  add(`before tag=${before?.upos}|${before?.relation}`)
  add(`cut tags=${before?.upos} ${start.upos}`)
  add(`left=${Math.min(5, head.index - first)}`)
  if (before && before.head >= first && before.head <= last) add(`left out=${before.upos}|${before.relation}`)
  if (entities.some(({named, from, to}) => named && from < start.from && to > start.from))
    add('cuts a name before')
}

function tellEnd(reading: Reading, {first, last, head, plain, mention}: ThingCut, add: Add): void {
  const {syntax, entities} = reading.report
  const {isName} = reading.mentions[mention]!
  const end = syntax.tokens[last]!
  const after = last + 1 < syntax.sentences[head.sentence]!.end ? syntax.tokens[last + 1]! : null
  add(`end=${plain.split(' ').at(-1)}`)
  for (const sort of sorts(end, reading)) add(`end ${sort}|${isName}`)
  add(`end tag=${end.upos}`)
  add(`after=${after?.lower}`)
  if (after) for (const sort of sorts(after, reading)) add(`after ${sort}|${isName}`)
  add(`after tag=${after?.upos}|${after?.relation}`)
  add(`right=${Math.min(5, last - head.index)}`)
  add(`head=${head.lower}|${first === head.index}|${last === head.index}`)
  if (entities.some(({named, from, to}) => named && from < end.to && to > end.to)) add('cuts a name behind')
}

/** What it takes along of what hangs on its head, and what it leaves out. */
function tellInside(reading: Reading, {first, last, head, mention}: ThingCut, add: Add): void {
  const {tokens, sentences} = reading.report.syntax
  const {isName} = reading.mentions[mention]!
  const {first: begin, end} = sentences[head.sentence]!
  const next = head.index + 1 < end ? tokens[head.index + 1]!.lower : null
  if (last > head.index) {
    add(`follows=${next}`)
    add(`follows=${next}|${head.lower}`)
    for (let at = head.index + 2; at <= last; at++) add(`behind=${tokens[at]!.lower}`)
  } else if (next) add(`nothing of=${next}`)
  const modifier = (which: string, token: Token) => {
    add(`${which}=${token.lower}`)
    for (const sort of sorts(token, reading)) add(`${which} ${sort}|${isName}`)
    add(`${which} tag=${token.upos}|${token.relation}`)
  }
  for (let at = first; at < head.index; at++) modifier('with', tokens[at]!)
  const hangs = (governor: number) => governor === head.index || tokens[governor]?.head === head.index
  for (let at = Math.max(begin, head.index - 5); at < first; at++)
    if (hangs(tokens[at]!.head)) modifier('without', tokens[at]!)
  const tags = tokens.slice(first, Math.min(last + 1, first + 5)).map(({upos}) => upos)
  add(`tags=${tags.join(' ')}`)
}

/** Words by the company they keep, and how they are written in other texts. */
function sorts({lower, lemma}: Token, {classes: {groups, own}}: Reading): string[] {
  const number = groups.numbers.get(lower.replace(/\d/g, '0')) ?? 0
  return [
    `cluster=${groups.clusters[number]}`,
    `family=${groups.families[number]}`,
    `case=${groups.cases[number]}`,
    `own=${own.get(lemma.replace(/\d/g, '0')) ?? 0}`
  ]
}

const plainTexts = new WeakMap<object, string>()

/** The whole text as cuts are compared; kept, for it is asked for every thing. */
function plainText({report}: Reading): string {
  const text = plainTexts.get(report) ?? plainWords(report.text)
  plainTexts.set(report, text)
  return text
}
