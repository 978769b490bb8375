/** Which words of several to give for a thing: "CAR BOMBS", "TWO CAR BOMBS", "CAR BOMBS OF THE FMLN". */
import {hashString} from '../algorithms/hash.ts'
import type {Token} from '../model/syntax.ts'
import type {Mention} from './mentions.ts'
import type {Role} from './model.ts'
import {roles} from './model.ts'
import {type Cut, cutsOf, plainWords} from './phrase-cuts.ts'
import {coreOf} from './phrase-words.ts'
import type {Candidate, Reading} from './reading.ts'

export interface SeenForm {
  readonly text: string
  readonly plain: string
  readonly features: Int32Array
}

interface Gathered extends Cut {
  readonly mention: number
  readonly isFirst: boolean
  readonly isElsewhere: boolean
  readonly kinds: Set<string>
  times: number
  chance: number
}

export function formsOf(reading: Reading, candidate: Candidate, role: Role): SeenForm[] {
  const all = gathered(reading, candidate, role)
  const often = Math.max(...all.map(({times}) => times))
  const text = ` ${plainText(reading)} `
  const cores = all.map(({plain}) => coreOf(plain))
  const names = all.filter(({kinds}) => kinds.has('name')).map(({plain}) => plain)
  const lengths = all.map(({plain}) => plain.split(' ').length)
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)]
  return all.map((form, n) => {
    const features = new Set<number>()
    const add = (feature: string) => {
      features.add(hashString(feature))
      features.add(hashString(`${role} ${feature}`))
    }
    const {tokens, sentences} = reading.report.syntax
    const {first, last, head, plain} = form
    const words = plain.split(' ')
    const {isName} = reading.mentions[form.mention]!
    const kinds = [...form.kinds].sort().join('+')
    for (const kind of form.kinds) {
      add(`kind=${kind}`)
      add(`kind=${kind}|${isName}`)
    }
    add(`kinds=${kinds}|${isName}`)
    add(`words=${Math.min(7, words.length)}|${isName}`)
    add(`longest=${words.length === longest}|${isName}`)
    add(`shortest=${words.length === shortest}|${isName}`)
    add(`times=${Math.min(4, form.times)}`)
    add(`often=${form.times === often}`)
    add(`said=${bucket(text.split(` ${plain} `).length - 1)}|${Math.min(4, words.length)}`)
    add(`chance=${Math.round(form.chance * 4)}`)
    add(`first=${form.isFirst}`)
    add(`elsewhere=${form.isElsewhere}`)
    add(`key=${cores[n] === candidate.key}`)
    add(`longer=${Math.max(-4, Math.min(4, cores[n]!.split(' ').length - candidate.key.split(' ').length))}`)
    add(`in names=${isName && names.some(name => name !== plain && ` ${name} `.includes(` ${plain} `))}`)
    add(`has name=${isName && names.some(name => name !== plain && ` ${plain} `.includes(` ${name} `))}`)
    add(`whole=${plain}`)
    // Where it begins.
    const {first: begin, end} = sentences[head.sentence]!
    const [start, before] = [tokens[first]!, first > begin ? tokens[first - 1]! : null]
    add(`start=${words[0]}`)
    for (const sort of sorts(start, reading)) add(`start ${sort}|${isName}`)
    if (before) for (const sort of sorts(before, reading)) add(`before ${sort}|${isName}`)
    add(`start tag=${start.upos}|${start.relation}`)
    add(`before tag=${before?.upos}|${before?.relation}`)
    add(`cut tags=${before?.upos} ${start.upos}`)
    add(`before=${before?.lower}`)
    add(`left=${Math.min(5, head.index - first)}`)
    if (before && before.head >= first && before.head <= last)
      add(`left out=${before.upos}|${before.relation}`)
    // Where it ends.
    const after = last + 1 < end ? tokens[last + 1]! : null
    add(`end=${words.at(-1)}`)
    for (const sort of sorts(tokens[last]!, reading)) add(`end ${sort}|${isName}`)
    if (after) for (const sort of sorts(after, reading)) add(`after ${sort}|${isName}`)
    add(`end tag=${tokens[last]!.upos}`)
    add(`after=${after?.lower}`)
    add(`after tag=${after?.upos}|${after?.relation}`)
    add(`right=${Math.min(5, last - head.index)}`)
    if (last > head.index) {
      add(`follows=${tokens[head.index + 1]!.lower}`)
      add(`follows=${tokens[head.index + 1]!.lower}|${head.lower}`)
      for (let at = head.index + 2; at <= last; at++) add(`behind=${tokens[at]!.lower}`)
    } else if (head.index + 1 < end) add(`nothing of=${tokens[head.index + 1]!.lower}`)
    for (let at = first; at < head.index; at++) {
      add(`with=${tokens[at]!.lower}`)
      for (const sort of sorts(tokens[at]!, reading)) add(`with ${sort}|${isName}`)
      add(`with tag=${tokens[at]!.upos}|${tokens[at]!.relation}`)
    }
    for (let at = Math.max(begin, head.index - 5); at < first; at++)
      if (inPhrase(tokens[at]!.head, head.index, reading)) {
        add(`without=${tokens[at]!.lower}`)
        for (const sort of sorts(tokens[at]!, reading)) add(`without ${sort}|${isName}`)
        add(`without tag=${tokens[at]!.upos}|${tokens[at]!.relation}`)
      }
    add(`head=${head.lower}|${first === head.index}|${last === head.index}`)
    add(
      `tags=${tokens
        .slice(first, Math.min(last + 1, first + 5))
        .map(({upos}) => upos)
        .join(' ')}`
    )
    if (/[[(]/.test(form.text)) add('bracket')
    if (form.text.includes(',')) add('comma')
    if (/ AND /.test(form.text)) add('and')
    for (const {from, to, named} of reading.report.entities) {
      if (!named) continue
      if (from < start.from && to > start.from) add('cuts a name before')
      if (from < tokens[last]!.to && to > tokens[last]!.to) add('cuts a name behind')
    }
    return {text: form.text, plain, features: Int32Array.from(features).sort()}
  })
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

const inPhrase = (governor: number, head: number, {report}: Reading) =>
  governor === head || (governor >= 0 && report.syntax.tokens[governor]!.head === head)

const bucket = (count: number) => (count > 4 ? 5 : count)

const plainTexts = new WeakMap<object, string>()

/** The whole text as cuts are compared; kept, for it is asked for every thing. */
function plainText({report}: Reading): string {
  const text = plainTexts.get(report) ?? plainWords(report.text)
  plainTexts.set(report, text)
  return text
}

function gathered(reading: Reading, candidate: Candidate, role: Role): Gathered[] {
  const {mentions, report} = reading
  const chances = candidate.told[roles.indexOf(role)]!
  const most = Math.max(...chances)
  const found = new Map<string, Gathered>()
  const gather = (i: number, chance: number, isFirst: boolean, isElsewhere: boolean) => {
    for (const cut of cutsOf(report.syntax, report.text, mentions[i]!)) {
      const known = found.get(cut.plain)
      if (known) {
        if (cut.kind) {
          known.times++
          known.kinds.add(cut.kind)
        }
        known.chance = Math.max(known.chance, chance)
      } else
        found.set(cut.plain, {
          ...cut,
          mention: i,
          isFirst,
          isElsewhere,
          kinds: new Set([cut.kind ?? 'none']),
          times: cut.kind ? 1 : 0,
          chance
        })
    }
  }
  for (const [k, i] of candidate.mentions.entries())
    if (chances[k]! >= 0.25 * most || mentions[i]!.isName) gather(i, chances[k]! / most, k === 0, false)
  if (candidate.isName)
    for (const [i, mention] of mentions.entries())
      if (!candidate.mentions.includes(i) && isLonger(mention, candidate.key)) gather(i, 0, false, true)
  return [...found.values()]
}

/** "HECTOR OQUELI COLINDRES" for "OQUELI COLINDRES". */
function isLonger({isName, key}: Mention, name: string): boolean {
  if (!isName || key.length <= name.length || key.length > name.length + 25) return false
  return key.endsWith(` ${name}`) || key.startsWith(`${name} `)
}
