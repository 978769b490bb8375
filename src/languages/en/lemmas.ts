/**
 * Dictionary forms of English words, by tag: irregular ones from a table, the others by spelling.
 *
 *     "hurled" VBD -> hurl    "stopping" VBG -> stop    "parties" NNS -> party    "shot" VBD -> shoot
 */
import {internal} from '../../algorithms/kept-strings.ts'
import {lowerForm} from '../../algorithms/lower-forms.ts'

/** A row of codebook/lexicons/en/irregular-forms.csv. */
export interface IrregularForm {
  readonly form: string
  readonly tag: string
  readonly lemma: string
}

/** Words whose lemma is kept, by tag. */
const mostKept = 20_000

/** `rankOf`: how frequent a lower-case word is, 0 the most; infinite where it is not known. */
export function lemmatizer(
  irregular: readonly IrregularForm[],
  rankOf: (word: string) => number
): (word: string, xpos: string) => string {
  const table = new Map(irregular.map(({form, tag, lemma}) => [`${tag}:${form}`, lemma]))
  const known = new Map<string, Map<string, string>>()
  return (word, xpos) => {
    if (!isInflected(xpos)) return lowerForm(word)
    let words = known.get(xpos)
    if (!words) known.set(xpos, (words = new Map()))
    const found = words.get(word)
    if (found !== undefined) return found
    const lemma = internal(lemmaOf(word.toLowerCase(), xpos, table, rankOf))
    if (words.size >= mostKept) words.clear()
    words.set(word, lemma)
    return lemma
  }
}

/** Tags of words that may have another dictionary form than their own. */
function isInflected(xpos: string): boolean {
  return xpos.startsWith('VB') || xpos === 'MD' || xpos === 'NNS' || xpos === 'NNPS'
}

function lemmaOf(
  word: string,
  xpos: string,
  table: ReadonlyMap<string, string>,
  rankOf: (word: string) => number
): string {
  if (xpos.startsWith('VB') || xpos === 'MD') {
    const irregular =
      table.get(`${xpos}:${word}`) ??
      table.get(`VB:${word}`) ??
      (xpos === 'VBD' ? table.get(`VBN:${word}`) : table.get(`VBD:${word}`))
    if (irregular && xpos !== 'VB' && xpos !== 'VBP') return irregular
    if (irregular && table.has(`VB:${word}`)) return irregular
    return verbLemma(word, xpos, rankOf)
  }
  return table.get(`NNS:${word}`) ?? singular(word)
}

function verbLemma(word: string, xpos: string, rankOf: (word: string) => number): string {
  switch (xpos) {
    case 'VBZ':
      return singular(word)
    case 'VBG':
      return word.endsWith('ing') && word.length > 4 ? stem(word.slice(0, -3), rankOf) : word
    case 'VBD':
    case 'VBN':
      if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
      return word.endsWith('ed') && word.length > 3 ? stem(word.slice(0, -2), rankOf) : word
    default:
      return word
  }
}

/** Spellings of stems that take an "e": detonat(e), seiz(e), dissolv(e), pledg(e), rescu(e), battl(e). */
const takesE = /(?:[^aeo]at|iz|[aeiou]s|rs|v|[^n]c|nc|dg|u|[^oe]ur|(?:^|[nx])cit|[bcdfgkpt]l)$/
/** Double consonants that belong to the stem: "kill", "pass", "buzz", "staff". */
const naturalDouble = /(?:ll|ss|zz|ff)$/
/** Words so short end in two consonants by themselves: "add", "err". */
const shortestDoubled = 3
/** One syllable with a short vowel doubles its consonant: what stands here single has lost an "e" ("not|ed", "cit|ing"). */
const short = /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/

/** The stem before -ed and -ing: a word of the dictionary if one fits, else by spelling. */
function stem(base: string, rankOf: (word: string) => number): string {
  const isKnown = (word: string) => rankOf(word) < Number.POSITIVE_INFINITY
  const isDouble = base.length > shortestDoubled && /([bdgklmnprt])\1$/.test(base)
  const single = isDouble && !naturalDouble.test(base) ? base.slice(0, -1) : null
  // "expelled", "patrolled" double what "killed" has by itself: the dictionary tells.
  if (base.endsWith('ll') && !isKnown(base) && isKnown(base.slice(0, -1))) return base.slice(0, -1)
  if (single !== null && (isKnown(single) || !isKnown(base))) return single
  if (short.test(base)) return `${base}e`
  const [plain, withE] = [rankOf(base), rankOf(`${base}e`)]
  // "named": "nam" is a word of some texts, but "name" is the more frequent.
  if (plain !== withE) return plain < withE ? base : `${base}e`
  return takesE.test(base) ? `${base}e` : base
}

/** What ends so and is no plural of "-man". */
const notMen = /^(?:abdo|acu|exa|hy|o|regi|se|speci|sta|turk|wo|ye)men$/

function singular(word: string): string {
  // "newsmen", "crewmen", "congresswomen"
  if (word.length > 5 && word.endsWith('men') && !notMen.test(word)) return `${word.slice(0, -2)}an`
  if (
    word.length <= 3 ||
    !word.endsWith('s') ||
    word.endsWith('ss') ||
    word.endsWith('us') ||
    word.endsWith('is')
  )
    return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:sses|shes|ches|xes|zzes|oes)$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
