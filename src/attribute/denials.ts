/**
 * What somebody denies of himself: codebook/lexicons/en/denied-words.csv.
 *
 *     "denied any involvement in the attack"     his own part; the attack itself is not denied
 *     "denied that troops had killed anybody"    no word of the list: all of it is denied
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Syntax, Token} from '../model/syntax.ts'

/** The object of a verb of denying that names one's own part. */
export function ownPartFinder(codebook: Codebook): (syntax: Syntax, verb: Token) => Token | undefined {
  const words = new Set(codebook.column('lexicons/en/denied-words.csv', 'form'))
  return (syntax, verb) => syntax.children(verb, 'obj').find(({lemma}) => words.has(lemma))
}
