/**
 * Puts right what the network does to names and to verbs it takes for nouns: a name is one thing, and so is what it owns.
 *
 *     "Amani Juma visited Oru"        Juma belongs to Amani: one subject, not two
 *     "Salim Okoye's wife stayed"     Salim belongs to "wife", whatever the tree says
 *     "Gunmen shot dead two teachers"  shot has subject and object: no noun
 *     "Juma, a nurse, saw"             one subject and what she is, not two
 *     "said that A and that B"         both are said
 *     "met Maria Okello in Oru"       they met in Oru: a person is not told apart by where
 *     "Maria Okello of the union"     left alone
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Analysis} from './analysis.ts'
import {runsOf} from './name-runs.ts'
import {type OpenTree, pastTenses} from './past-tenses.ts'

type Tree = Pick<Analysis, 'tags' | 'heads' | 'relations' | 'labels'>

/** Tags, heads and relations of a sentence, put right. */
export function treeRepairer(
  codebook: Codebook
): (forms: readonly string[], tree: Tree) => Omit<Tree, 'labels'> {
  const raisePastTenses = pastTenses(codebook)
  return (forms, tree) => {
    const open: OpenTree = {
      tags: [...tree.tags],
      heads: Array.from(tree.heads),
      relations: [...tree.relations]
    }
    const {tags, heads, relations} = open
    finite(tags, heads, relations)
    raisePastTenses(forms, open)
    const persons = runsOf(tree.labels.uner!).filter(({label}) => label === 'PER')
    for (const {first, end} of persons) oneThing(heads, relations, first, end)
    for (let i = 1; i < forms.length; i++) if (tags[i]!.startsWith('POS')) owned(tags, heads, relations, i)
    apposed(forms, heads, relations)
    alsoSaid(forms, heads, relations)
    for (const {first, end} of persons) withoutPlace(forms, tags, heads, relations, first, end)
    return {tags: tags.map((tag, i) => verbTag(tag, forms[i]!, i, heads, relations)), heads, relations}
  }
}

/** A noun with a subject and an object is a verb: "Gunmen shot dead two teachers". */
function verbTag(
  tag: string,
  form: string,
  i: number,
  heads: readonly number[],
  relations: readonly string[]
): string {
  if (!/^NNS?\|/.test(tag)) return tag
  const below = relations.filter((_, k) => heads[k] === i + 1)
  if (!below.includes('nsubj') || !below.includes('obj') || below.includes('det') || below.includes('cop'))
    return tag
  return tag.startsWith('NNS') && /s$/i.test(form) ? 'VBZ|VERB' : 'VBD|VERB'
}

/** A sentence without a verb whose only participle stands between two nouns has that for its verb: "The crowd pelted trucks". */
function finite(tags: string[], heads: number[], relations: string[]): void {
  if (tags.some(tag => /^(?:VB[DZP]|MD)\|/.test(tag))) return
  const noun = relations.indexOf('root')
  const verb = tags.findIndex(
    (tag, i) => tag.startsWith('VBN') && relations[i] === 'amod' && heads[i] === noun + 1
  )
  if (verb < 1 || verb > noun || heads[verb - 1] !== noun + 1 || !/^NN/.test(tags[verb - 1]!)) return
  tags[verb] = 'VBD|VERB'
  for (let i = 0; i < verb; i++) if (heads[i] === noun + 1) heads[i] = verb
  for (const [i, head, relation] of [
    [verb, 0, 'root'],
    [verb - 1, verb + 1, 'nsubj'],
    [noun, verb + 1, 'obj']
  ] as const) {
    heads[i] = head
    relations[i] = relation
  }
}

/** Every word of a name that hangs elsewhere hangs on its first word. */
function oneThing(heads: number[], relations: string[], first: number, end: number): void {
  const isInside = (head: number) => head > first && head <= end
  const outside = Array.from({length: end - first}, (_, k) => first + k).filter(i => !isInside(heads[i]!))
  for (const i of outside.slice(1)) {
    heads[i] = outside[0]! + 1
    relations[i] = 'flat'
  }
}

/** Whoever stands before "'s" belongs to the noun behind it. */
function owned(tags: readonly string[], heads: number[], relations: string[], mark: number): void {
  const owner = heads[mark]! - 1
  if (owner < 0 || owner >= mark || relations[owner] === 'nmod:poss') return
  const noun = tags.findIndex((tag, i) => i > mark && /^NN/.test(tag) && !/^NN/.test(tags[i + 1] ?? ''))
  // Only words that tell a noun more closely may stand between.
  const between = tags.slice(mark + 1, noun)
  if (noun < 0 || between.some(tag => !/^(?:NN|JJ|CD|HYPH|VBN|RB)/.test(tag))) return
  if (isAbove(heads, owner, noun)) return
  heads[owner] = noun + 1
  relations[owner] = 'nmod:poss'
}

/** "stressed that A and that B": B is said as A is, not done beside the saying. */
function alsoSaid(forms: readonly string[], heads: number[], relations: string[]): void {
  for (let i = 0; i < heads.length; i++) {
    if (relations[i] !== 'conj') continue
    const hasThat = forms.some(
      (form, k) => heads[k] === i + 1 && relations[k] === 'mark' && form.toLowerCase() === 'that'
    )
    const said = relations.findIndex((relation, k) => relation === 'ccomp' && heads[k] === heads[i] && k < i)
    if (hasThat && said >= 0) heads[i] = said + 1
  }
}

const articles = new Set(['a', 'an', 'the', 'one'])
const subjects = new Set(['nsubj', 'nsubj:pass'])

/** A second subject between commas that begins with an article tells what the first one is. */
function apposed(forms: readonly string[], heads: number[], relations: string[]): void {
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

const places = new Set(['in', 'at', 'near', 'outside', 'inside', 'on'])

/** A place behind a person is where it happened. */
function withoutPlace(
  forms: readonly string[],
  tags: readonly string[],
  heads: number[],
  relations: string[],
  first: number,
  end: number
): void {
  const verb = verbAbove(tags, heads, first)
  if (verb < 0) return
  for (let i = end; i < forms.length; i++) {
    const head = heads[i]! - 1
    if (relations[i] !== 'nmod' || head < first || head >= end) continue
    const isPlace = forms.some(
      (form, k) => heads[k] === i + 1 && relations[k] === 'case' && places.has(form.toLowerCase())
    )
    if (!isPlace) continue
    heads[i] = verb + 1
    relations[i] = 'obl'
  }
}

function verbAbove(tags: readonly string[], heads: readonly number[], from: number): number {
  for (let at = heads[from]! - 1, steps = 0; at >= 0 && steps < tags.length; at = heads[at]! - 1, steps++)
    if (tags[at]!.endsWith('|VERB')) return at
  return -1
}

function isAbove(heads: readonly number[], upper: number, lower: number): boolean {
  for (let at = lower, steps = 0; at >= 0 && steps < heads.length; at = heads[at]! - 1, steps++)
    if (at === upper) return true
  return false
}
