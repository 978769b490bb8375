/**
 * Puts right a past tense that the network took for a participle behind a noun: the newspaper habit of "X did A, sources said".
 *
 *     "The forces deployed trucks, sources said."      the forces deployed; sources said so
 *     "Police said a bomb wounded four men"            the bomb wounded them
 *     "In a separate incident, a bomb wounded four men"
 *     "The standoff worsened after farmers threw bricks"   it worsened, after they threw
 *     "a town called Oru", "the men wounded in the raid"    left alone
 *
 * A participle behind a noun is passive: with an object of its own it is none.
 */
import type {Codebook} from '../codebook/codebook.ts'

const subjects = new Set(['nsubj', 'nsubj:pass'])
const relatives = new Set(['who', 'which', 'that', 'whom', 'whose'])
const adpositions = new Set(['after', 'before', 'as', 'until', 'since', 'when', 'while'])

/** Tags, heads (counted from 1) and relations of a sentence, which it changes. */
export interface OpenTree {
  readonly tags: string[]
  readonly heads: number[]
  readonly relations: string[]
}

export function pastTenses(
  codebook: Codebook
): (forms: readonly string[], tree: OpenTree, isCue: (i: number) => boolean) => void {
  const rows = codebook.table('lexicons/en/participle-words.csv', ['form', 'part'])
  const formsOf = (wanted: string) => new Set(rows.filter(({part}) => part === wanted).map(({form}) => form))
  const takesObject = formsOf('object')
  const wantsTo = formsOf('infinitive')

  return (forms, tree, isCue) => {
    for (let verb = 1; verb < forms.length; verb++) {
      if (tree.relations[verb] === 'acl' && isPast(forms, tree, verb)) raise(forms, tree, verb, isCue)
    }
  }

  function isPast(forms: readonly string[], {tags, heads, relations}: OpenTree, verb: number): boolean {
    const noun = heads[verb]! - 1
    const below = [...forms.keys()].filter(i => heads[i] === verb + 1)
    const isClause = below.some(i => subjects.has(relations[i]!) || relatives.has(forms[i]!.toLowerCase()))
    if (noun > verb || isClause || relatives.has(forms[verb - 1]!.toLowerCase())) return false
    if (tags[verb]!.startsWith('VBD')) return true
    const form = forms[verb]!.toLowerCase()
    if (!tags[verb]!.startsWith('VBN') || below.some(i => relations[i]!.startsWith('aux'))) return false
    if (wantsTo.has(form)) return forms[verb + 1]?.toLowerCase() === 'to'
    return /ed$/.test(form) && !takesObject.has(form) && below.some(i => relations[i] === 'obj' && i > verb)
  }
}

/** The participle becomes the verb of its noun; the verb that had the noun for its subject gets the place that is left. */
function raise(
  forms: readonly string[],
  {tags, heads, relations}: OpenTree,
  verb: number,
  isCue: (i: number) => boolean
): void {
  const noun = heads[verb]! - 1
  const other = heads[noun]! - 1
  const isSubject = subjects.has(relations[noun]!) && other > verb
  const object = relations.findIndex((relation, i) => i > verb && relation === 'obj' && heads[i] === verb + 1)
  // "counted 40 injured: 20 miners": what stands behind a colon is no object.
  const isNext =
    object > 0 && noun === verb - 1 && !forms.slice(verb, object).some(form => /^[:;,]$/.test(form))
  const isSaid = isNext && relations[noun] === 'obj' && isCue(other)
  const isOpened =
    isNext && relations[noun] === 'appos' && relations[other] === 'root' && /^NN/.test(tags[other]!)
  if (other >= 0 && !isSubject && !isSaid && !isOpened) return
  tags[verb] = 'VBD|VERB'
  const move = (i: number, head: number, relation: string) => {
    heads[i] = head + 1
    relations[i] = relation
  }
  if (other < 0) {
    move(verb, -1, 'root')
    move(noun, verb, 'nsubj')
    return
  }
  if (isSaid || isOpened) {
    move(noun, verb, 'nsubj')
    move(verb, isSaid ? other : -1, isSaid ? 'ccomp' : 'root')
    if (isOpened) move(other, verb, 'obl')
    return
  }
  const speaker = relations.findIndex(
    (relation, i) => i > verb && subjects.has(relation) && heads[i] === other + 1
  )
  move(noun, verb, 'nsubj')
  if (speaker >= 0) {
    move(verb, other, 'ccomp')
    return
  }
  move(verb, heads[other]! - 1, relations[other]!)
  const before = other - 1
  const word = forms.findIndex(
    (form, i) => heads[i] === before + 1 && relations[i] === 'case' && adpositions.has(form.toLowerCase())
  )
  if (word > verb && /^(?:NN|PRP)/.test(tags[before]!)) {
    move(before, other, 'nsubj')
    move(word, other, 'mark')
    move(other, verb, 'advcl')
  } else move(other, verb, 'conj')
}
