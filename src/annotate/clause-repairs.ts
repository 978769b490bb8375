/**
 * Mends trees where clauses hang on the wrong word.
 *
 *     "Juma, a nurse, saw"               one subject and what she is, not two
 *     "A nurse and a driver were hurt"  one subject of two, as in longer rows
 *     "one died and scores were hurt"   two verbs, a subject each
 *     "after the farmers threw bricks"   the farmers threw them
 */

const articles = new Set(['a', 'an', 'the', 'one'])
const subjects = new Set(['nsubj', 'nsubj:pass'])

/** A second subject between commas that begins with an article tells what the first one is. */
export function apposed(forms: readonly string[], heads: number[], relations: string[]): void {
  let before = -1
  for (let i = 0; i < heads.length; i++) {
    if (!subjects.has(relations[i]!)) continue
    const comma = forms.indexOf(',', before + 1)
    const isAside =
      comma > before && comma < i && articles.has(forms[comma + 1]!.toLowerCase()) && forms[i + 1] === ','
    if (before >= 0 && heads[before] === heads[i] && isAside) {
      heads[i] = before + 1
      relations[i] = 'appos'
    } else before = i
  }
}

/** "one died and scores were hurt": a subject behind its verb and an "and" belongs to the verb that follows. */
export function nextSubject(tags: readonly string[], heads: number[], relations: string[]): void {
  for (let i = 1; i < heads.length; i++) {
    const verb = heads[i]! - 1
    if (!subjects.has(relations[i]!) || verb < 0 || verb > i) continue
    const and = relations.findIndex(
      (relation, k) => relation === 'cc' && heads[k] === i + 1 && k > verb && k < i
    )
    const auxiliary = relations.findIndex(
      (relation, k) => k > i && relation.startsWith('aux') && heads[k]! - 1 > k
    )
    const other =
      auxiliary < 0 ? tags.findIndex((tag, k) => k > i && /^VB[DZP]\|VERB/.test(tag)) : heads[auxiliary]! - 1
    if (and < 0 || other < 0 || relations.slice(verb + 1, i).some(relation => subjects.has(relation)))
      continue
    relations[i] = relations[auxiliary] === 'aux:pass' ? 'nsubj:pass' : 'nsubj'
    heads[i] = other + 1
    heads[and] = other + 1
    heads[other] = verb + 1
    relations[other] = 'conj'
  }
}

/** "A nurse and a driver were hurt": two subjects with "and" between them are one row. */
export function coordinated(forms: readonly string[], heads: number[], relations: string[]): void {
  let before = -1
  for (let i = 0; i < heads.length; i++) {
    if (!subjects.has(relations[i]!)) continue
    const and =
      before < 0 ? -1 : forms.findIndex((form, k) => k > before && k < i && form.toLowerCase() === 'and')
    if (and > 0 && heads[before] === heads[i] && relations[and] === 'cc' && heads[i]! > i + 1) {
      heads[i] = before + 1
      relations[i] = 'conj'
      heads[and] = i + 1
    } else before = i
  }
}

/** "Radio Oru, a priest and a nurse said so": who stands last in a row of subjects does not do it alone. */
export function rowOfSubjects(tags: readonly string[], heads: number[], relations: string[]): void {
  const first = relations.indexOf('root')
  const verb = relations.findIndex(
    (relation, i) => relation === 'conj' && heads[i] === first + 1 && tags[i]!.endsWith('|VERB')
  )
  const last = relations.findIndex(
    (relation, i) => subjects.has(relation) && heads[i] === verb + 1 && i < verb
  )
  const hasAnd = relations.some((relation, i) => relation === 'cc' && heads[i] === last + 1)
  if (verb < 0 || last < first || !hasAnd || !/\|(?:NOUN|PROPN)$/.test(tags[first]!)) return
  relations[first] = relations[last]!
  heads[first] = verb + 1
  relations[last] = 'conj'
  heads[last] = first + 1
  relations[verb] = 'root'
  heads[verb] = 0
}

/** The word over the one before, of those that stand before: "nurses" of "nurses in Oru". */
function topBefore(heads: readonly number[], i: number): number {
  let top = i - 1
  while (heads[top]! > 0 && heads[top]! - 1 < top) {
    if (heads[top] === heads[i]) break
    top = heads[top]! - 1
  }
  return top
}

/** "staged a sit-in at the gate": three tokens are one object of the verb before, whatever "in" is taken for. */
export function satIn(
  forms: readonly string[],
  tags: readonly string[],
  heads: number[],
  relations: string[]
): void {
  for (let i = 1; i + 2 < forms.length; i++) {
    const isSitIn = /^sit$/i.test(forms[i]!) && forms[i + 1] === '-' && /^ins?$/i.test(forms[i + 2]!)
    if (!isSitIn || !tags[i]!.startsWith('NN') || heads[i] !== i + 3 || relations[i] !== 'compound') continue
    const verb = tags.findLastIndex((tag, k) => k < i && k >= i - furthestVerb && /^VB/.test(tag))
    if (verb < 0 || relations[i + 2] === 'obj') continue
    heads[i] = verb + 1
    relations[i] = 'obj'
    heads[i + 2] = i + 1
    relations[i + 2] = 'compound'
    for (let k = 0; k < heads.length; k++) if (heads[k] === i + 3 && k !== i) heads[k] = i + 1
  }
}

/** "staged a short, angry sit-in" */
const furthestVerb = 4

/** "disperse protesters demonstrating at the gate": the participle says what the people before it do. */
export function doneByNoun(
  forms: readonly string[],
  tags: readonly string[],
  heads: number[],
  relations: string[],
  isOfNoun: (form: string) => boolean
): void {
  for (let i = 1; i < heads.length; i++) {
    const noun = i - 1
    if (!tags[i]!.startsWith('VBG') || !/^(?:advcl|xcomp|ccomp)$/.test(relations[i]!)) continue
    if (!/^NNS/.test(tags[noun]!) || !/^(?:obj|obl|nmod|conj)$/.test(relations[noun]!)) continue
    if (!isOfNoun(forms[i]!.toLowerCase()) || heads[noun] === i + 1) continue
    heads[i] = noun + 1
    relations[i] = 'acl'
  }
}

const openers = new Set(['after', 'before', 'as', 'until', 'since', 'while', 'when'])

/** "worsened after the farmers threw bricks", "as nurses in Oru took to the streets": a noun between "after" and a past tense without subject is its subject. */
export function openedClause(
  forms: readonly string[],
  tags: readonly string[],
  heads: number[],
  relations: string[]
): void {
  for (let i = 2; i < heads.length; i++) {
    if (relations[i] !== 'advcl' || !/^VB[DZP]\|/.test(tags[i]!)) continue
    const noun = topBefore(heads, i)
    if (!/^(?:NN|PRP)/.test(tags[noun]!)) continue
    const below = [...heads.keys()].filter(k => heads[k] === i + 1)
    if (below.some(k => subjects.has(relations[k]!) || relations[k] === 'mark') || heads[noun] !== heads[i])
      continue
    const opener = forms.findIndex(
      (form, k) => heads[k] === noun + 1 && relations[k] === 'case' && openers.has(form.toLowerCase())
    )
    if (opener < 0) continue
    heads[noun] = heads[opener] = i + 1
    relations[noun] = 'nsubj'
    relations[opener] = 'mark'
  }
}
