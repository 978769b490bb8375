/** Which words of several to give for a thing: "CAR BOMBS", "BOMBS", "CAR BOMBS OF THE FMLN". */
import {hashString} from '../algorithms/hash.ts'
import type {FormKind} from './mentions.ts'
import type {Role} from './model.ts'
import {roles} from './model.ts'
import {bestMention, type Candidate, type Reading} from './reading.ts'

export interface SeenForm {
  readonly core: string
  readonly text: string
  readonly features: Int32Array
}

interface Gathered {
  readonly core: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly mention: number
  readonly kinds: Set<FormKind>
  readonly isFirst: boolean
  times: number
  isBest: boolean
}

export function formsOf(reading: Reading, candidate: Candidate, role: Role): SeenForm[] {
  const {mentions, report} = reading
  const chances = candidate.told[roles.indexOf(role)]!
  const enough = 0.25 * Math.max(...chances)
  const best = bestMention(candidate, role)
  const found = new Map<string, Gathered>()
  for (const [k, i] of candidate.mentions.entries()) {
    if (chances[k]! < enough) continue
    for (const {core, text, kind, from, to} of mentions[i]!.forms) {
      const known = found.get(core)
      if (known) {
        known.times++
        known.kinds.add(kind)
        known.isBest ||= i === best
      } else
        found.set(core, {
          core,
          text,
          from,
          to,
          mention: i,
          kinds: new Set([kind]),
          isFirst: k === 0,
          times: 1,
          isBest: i === best
        })
    }
  }
  const all = [...found.values()]
  const lengths = all.map(({core}) => core.split(' ').length)
  const [shortest, longest, often] = [
    Math.min(...lengths),
    Math.max(...lengths),
    Math.max(...all.map(({times}) => times))
  ]
  const mostly = all.filter(({times}) => times === often).length === 1
  const keyWords = candidate.key.split(' ')
  return all.map(form => {
    const features = new Set<number>()
    const add = (feature: string) => features.add(hashString(feature))
    const words = form.core.split(' ')
    const kinds = [...form.kinds].sort().join('+')
    const {isName} = mentions[form.mention]!
    for (const kind of form.kinds) {
      add(`kind=${kind}`)
      add(`kind=${kind}|${isName}`)
    }
    for (const word of keyWords) if (!words.includes(word)) add(`drop=${word}`)
    for (const word of words.slice(0, -1)) add(`in=${word}`)
    if (/\bOF\b/i.test(form.text)) add('of')
    if (/[[(]/.test(form.text)) add('bracket')
    if (form.text.includes(',')) add('comma')
    if (/ AND /i.test(form.text)) add('and')
    add('1')
    add(`words=${Math.min(7, words.length)}`)
    add(`first=${words[0]}`)
    add(`last=${words.at(-1)}`)
    add(`times=${Math.min(3, form.times)}`)
    add(`best=${form.isBest}`)
    add(`best=${form.isBest}|${kinds}`)
    add(`early=${form.isFirst}`)
    add(`longer=${words.length - keyWords.length}`)
    add(`key=${form.core === candidate.key}`)
    add(`kinds=${kinds}|${form.core === candidate.key}`)
    add(`odd=${/^[^A-Z]/i.test(form.text)}`)
    add(`longest=${words.length === longest}`)
    add(`shortest=${words.length === shortest}`)
    add(`mostly=${form.times === often}|${mostly}`)
    const tokens = report.syntax.within(form)
    if (tokens.length) {
      add(`tag=${tokens[0]!.upos}`)
      add(`relation=${tokens[0]!.relation}`)
      add(
        `tags=${tokens
          .slice(0, 5)
          .map(({upos}) => upos)
          .join(' ')}`
      )
    }
    return {core: form.core, text: form.text.toUpperCase(), features: Int32Array.from(features).sort()}
  })
}
