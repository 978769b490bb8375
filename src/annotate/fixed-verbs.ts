/**
 * Puts right a verb that the network took for a noun, where the word behind it leaves no doubt.
 *
 *     "Members of the front set ablaze a bus"   members set it ablaze; no "front set"
 *     "a stage set for the show"                left alone
 *
 * The pairs are in codebook/lexicons/en/fixed-verbs.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {OpenTree} from './past-tenses.ts'

const isNominal = (tag: string | undefined) => /\|(?:NOUN|PROPN)$/.test(tag ?? '')

export function fixedVerbs(codebook: Codebook): (forms: readonly string[], tree: OpenTree) => void {
  const pairs = new Set(
    codebook.table('lexicons/en/fixed-verbs.csv', ['form', 'next']).map(({form, next}) => `${form} ${next}`)
  )
  const firsts = new Set([...pairs].map(pair => pair.split(' ')[0]))
  return (forms, tree) => {
    for (let i = 1; i < forms.length - 1; i++) {
      const form = forms[i]!.toLowerCase()
      if (!firsts.has(form) || tree.tags[i]!.startsWith('VB')) continue
      if (pairs.has(`${form} ${forms[i + 1]!.toLowerCase()}`)) becomeVerb(tree, i)
    }
  }
}

/** The noun before is the verb's subject, or the last word of it; what hung on the two words behind hangs on the verb. */
function becomeVerb({tags, heads, relations}: OpenTree, verb: number): void {
  const noun = verb - 1
  const root = relations.indexOf('root')
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
  hang(verb + 1, 'advmod')
  tags[verb] = 'VBD|VERB'
  heads[verb] = 0
  relations[verb] = 'root'
}
