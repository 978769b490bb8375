/**
 * Mends trees where clauses hang on the wrong word.
 *
 *     "Juma, a nurse, saw"               one subject and what she is, not two
 *     "said that A and that B"           both are said
 *     "denied on Wednesday that ..."     what is denied, not what Wednesday is
 *     "A nurse and a driver were hurt"  one subject of two, as in longer rows
 *     "one died and scores were hurt"   two verbs, a subject each
 *     "witnessed the soldiers firing"    the soldiers fired, not the witness
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

/** "stressed that A and that B", "A and B, sources said": B is said as A is, not done beside the saying. */
export function alsoSaid(forms: readonly string[], heads: number[], relations: string[]): void {
  for (let i = 0; i < heads.length; i++) {
    if (relations[i] !== 'conj' && relations[i] !== 'ccomp') continue
    const hasBelow = (relation: string, word: string | null) =>
      forms.some(
        (form, k) =>
          heads[k] === i + 1 && relations[k] === relation && (word === null || form.toLowerCase() === word)
      )
    if (!(relations[i] === 'conj' ? hasBelow('mark', 'that') : hasBelow('cc', null))) continue
    const said = relations.findIndex((relation, k) => relation === 'ccomp' && heads[k] === heads[i] && k < i)
    if (said < 0) continue
    heads[i] = said + 1
    relations[i] = 'conj'
  }
}

/** "witnessed the soldiers firing": they fired whom somebody saw. `sees`: whether a word is a verb of seeing or showing. */
export function seen(
  tags: readonly string[],
  heads: number[],
  relations: string[],
  sees: (word: number) => boolean
): void {
  for (let i = 1; i < heads.length; i++) {
    const verb = heads[i]! - 1
    if (relations[i] !== 'advcl' || !tags[i]!.startsWith('VBG') || verb < 0 || verb > i || !sees(verb))
      continue
    const whom = relations.findIndex((relation, k) => relation === 'obj' && heads[k] === verb + 1)
    if (whom < 0 || whom !== i - 1) continue
    heads[i] = whom + 1
    relations[i] = 'acl'
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

/** "denied on Wednesday that police fired": what follows "that" is denied, and tells nothing of Wednesday. */
export function saidThat(
  forms: readonly string[],
  heads: number[],
  relations: string[],
  says: (word: number) => boolean
): void {
  for (let i = 1; i < heads.length; i++) {
    const noun = heads[i]! - 1
    const verb = noun < 0 ? -1 : heads[noun]! - 1
    if (
      relations[i] !== 'acl' ||
      !['obl', 'obj', 'iobj'].includes(relations[noun] ?? '') ||
      verb < 0 ||
      !says(verb)
    )
      continue
    const below = (relation: string) =>
      forms.findIndex((_, k) => heads[k] === i + 1 && relations[k] === relation)
    const mark = below('mark')
    const isClause =
      mark >= 0 && forms[mark]!.toLowerCase() === 'that' && below('nsubj') + below('nsubj:pass') > -2
    const isSaid = relations.some((relation, k) => relation === 'ccomp' && heads[k] === verb + 1)
    if (!isClause || isSaid) continue
    heads[i] = verb + 1
    relations[i] = 'ccomp'
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
