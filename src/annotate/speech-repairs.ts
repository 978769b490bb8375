/**
 * Mends trees around verbs of saying and seeing.
 *
 *     "said that A and that B"               both are said
 *     "said they held two and seized arms"   so are both of these
 *     "denied on Wednesday that ..."         what is denied, not what Wednesday is
 *     "The forces sent trucks, sources said" the forces sent them, the sources said so
 *     "officials said ten were among the dead" the ten were, the officials said so
 *     "witnessed the soldiers firing"        the soldiers fired, not the witness
 */

const subjects = new Set(['nsubj', 'nsubj:pass'])

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

/**
 * "Police said they held two men and seized rifles": what is done beside a saying is mostly said, unless it is a saying itself.
 * `says`: whether a word is one of saying.
 */
export function didAsSaid(
  tags: readonly string[],
  heads: number[],
  relations: string[],
  says: (word: number) => boolean
): void {
  for (let i = 1; i < heads.length; i++) {
    const verb = heads[i]! - 1
    if (relations[i] !== 'conj' || !tags[i]!.startsWith('VBD') || says(i) || verb < 0 || !says(verb)) continue
    const below = (word: number, relation: string) =>
      relations.findIndex((other, k) => other === relation && heads[k] === word + 1)
    const said = below(verb, 'ccomp')
    const isBehind = said > verb && said < i
    if (!isBehind || !tags[said]!.startsWith('VBD') || below(i, 'nsubj') >= 0 || below(i, 'nsubj:pass') >= 0)
      continue
    heads[i] = said + 1
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

/** "The forces sent trucks, sources said": of two who seem to say it, the first is who did it. */
export function lostSubject(heads: number[], relations: string[]): void {
  for (let i = 0; i < heads.length; i++) {
    if (relations[i] !== 'ccomp') continue
    const below = (verb: number) =>
      [...heads.keys()].filter(k => subjects.has(relations[k]!) && heads[k] === verb + 1)
    const speakers = below(heads[i]! - 1)
    const [first, last] = [speakers[0]!, speakers.at(-1)!]
    if (speakers.length < 2 || first > i || last < i || below(i).length > 0) continue
    heads[first] = i + 1
  }
}

/** "officials said ten were among the dead": of two who seem to say it, the one behind the verb is who the clause tells of. */
export function subjectOfSaid(heads: number[], relations: string[], says: (word: number) => boolean): void {
  for (let i = 0; i < heads.length; i++) {
    const verb = heads[i]! - 1
    if (relations[i] !== 'ccomp' || verb < 0 || verb > i || !says(verb)) continue
    const below = (word: number) =>
      [...heads.keys()].filter(k => subjects.has(relations[k]!) && heads[k] === word + 1)
    const speakers = below(verb)
    const last = speakers.at(-1)!
    if (speakers.length < 2 || speakers[0]! > verb || last < verb || last > i || below(i).length > 0) continue
    heads[last] = i + 1
  }
}
