/**
 * Mends trees and tags where a verb was taken for something else, or something else for a verb.
 *
 *     "Gunmen shot dead two teachers"   shot has subject and object: no noun
 *     "put the injured at 80"           the injured are people
 *     "The crowd pelted trucks"         a sentence has a verb
 */

const nominal = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'nmod'])

/** The tag that the tree asks for: a verb has a subject and an object, people have an article. */
export function tagInTree(
  tag: string,
  form: string,
  i: number,
  heads: readonly number[],
  relations: readonly string[]
): string {
  const below = relations.filter((_, k) => heads[k] === i + 1)
  if (/^(?:VBN|VBD|JJ)\|/.test(tag) && below.includes('det') && nominal.has(relations[i]!)) return 'NNS|NOUN'
  if (!/^NNS?\|/.test(tag)) return tag
  if (!below.includes('nsubj') || !below.includes('obj') || below.includes('det') || below.includes('cop'))
    return tag
  return tag.startsWith('NNS') && /s$/i.test(form) ? 'VBZ|VERB' : 'VBD|VERB'
}

/** A sentence without a verb whose only participle stands between two nouns has that for its verb: "The crowd pelted trucks". */
export function finite(tags: string[], heads: number[], relations: string[]): void {
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
