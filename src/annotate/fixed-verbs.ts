/**
 * Puts right a verb that the network took for a noun, where the word behind it leaves no doubt.
 *
 *     "Members of the front set ablaze a bus"   members set it ablaze; no "front set"
 *     "Blast at a mosque kills 12, wounds 30"   it killed and wounded people
 *     "a stage set for the show"                left alone
 *
 * The pairs are in codebook/lexicons/en/fixed-verbs.csv; "#" stands for a number.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {OpenTree} from './past-tenses.ts'

const isNominal = (tag: string | undefined) => /\|(?:NOUN|PROPN)$/.test(tag ?? '')

export function fixedVerbs(codebook: Codebook): (forms: readonly string[], tree: OpenTree) => void {
  const pairs = new Set(
    codebook.table('lexicons/en/fixed-verbs.csv', ['form', 'next']).map(({form, next}) => `${form} ${next}`)
  )
  const vague = new Set(codebook.column('counts.csv', 'form'))
  const firsts = new Set([...pairs].map(pair => pair.split(' ')[0]))
  return (forms, tree) => {
    for (let i = 1; i < forms.length - 1; i++) {
      const form = forms[i]!.toLowerCase()
      if (!firsts.has(form) || tree.tags[i]!.startsWith('VB')) continue
      const next = forms[i + 1]!.toLowerCase()
      const isNumber = tree.tags[i + 1]!.startsWith('CD') || vague.has(next)
      if (pairs.has(`${form} ${next}`)) becomeVerb(tree, i, false)
      else if (isNumber && pairs.has(`${form} #`)) becomeVerb(tree, i, true)
    }
  }
}

/** The noun before is the verb's subject, or the last word of it; what hung on the two words behind hangs on the verb. */
function becomeVerb({tags, heads, relations}: OpenTree, verb: number, isCounting: boolean): void {
  const noun = verb - 1
  const root = relations.indexOf('root')
  // "wounds 30" behind "kills 12" is a second verb.
  const first = /^VB[DZ]/.test(tags[root]!) && root < verb ? root : null
  const number = isCounting ? verb + 1 : null
  if (first !== null && number !== null) {
    const counted =
      relations[number] === 'nummod' && heads[number]! - 1 > number ? heads[number]! - 1 : number
    heads[counted] = verb + 1
    relations[counted] = 'obj'
    for (let k = first + 1; k < number; k++) if (relations[k] === 'punct') heads[k] = verb + 1
    heads[verb] = first + 1
    relations[verb] = 'conj'
    tags[verb] = 'VBZ|VERB'
    return
  }
  const own = relations.findIndex((relation, i) => i < noun && relation === 'nsubj' && heads[i] === verb + 1)
  const subject = root !== verb ? root : own >= 0 ? own : noun
  if (!isNominal(tags[noun]) || !isNominal(tags[subject]) || subject > verb) return
  for (let k = 0; k < heads.length; k++) {
    const head = heads[k]! - 1
    if (k < noun && k !== subject && head === verb) heads[k] = noun + 1
    if (k > verb + 1 && (head === verb + 1 || head === subject)) heads[k] = verb + 1
  }
  if (subject !== noun) {
    heads[noun] = own >= 0 ? own + 1 : heads[verb]!
    relations[noun] = own >= 0 ? 'nmod' : relations[verb]!
  }
  const hang = (word: number, relation: string) => {
    heads[word] = verb + 1
    relations[word] = relation
  }
  hang(subject, 'nsubj')
  const counted = number !== null && relations[number] === 'nummod' ? heads[number]! - 1 : number
  hang(counted !== null && counted > verb ? counted : verb + 1, number === null ? 'advmod' : 'obj')
  tags[verb] = number === null ? 'VBD|VERB' : 'VBZ|VERB'
  heads[verb] = 0
  relations[verb] = 'root'
}
