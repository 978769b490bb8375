/**
 * Mends trees and tags where a verb was taken for something else, or something else for a verb.
 *
 *     "Gunmen shot dead two teachers"   shot has subject and object: no noun
 *     "put the injured at 80"           the injured are people
 *     "The crowd pelted trucks"         a sentence has a verb
 *     "killed three and wounded 17 others"   a participle does not stand before a number
 *     "arrested at least 16 marchers"        the marchers are the object
 *     "Police fire on marchers"       a headline has a verb
 *     "it had regained control"              behind "had" a participle before a noun is a perfect
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
  // "United Nations": what is a name by one tag is no verb by the other.
  if (/^NNPS?\|VERB/.test(tag)) return tag.replace('VERB', 'PROPN')
  const has = (relation: string) => relations.some((other, k) => other === relation && heads[k] === i + 1)
  // "Youths smashed cars": no adjective has a subject and an object.
  if (/^JJ\|/.test(tag) && /ed$/i.test(form) && has('obj') && has('nsubj') && !has('cop')) return 'VBD|VERB'
  // "counted 40 people injured": what hangs on an object without a subject of its own is no past tense.
  const isOfObject = relations[i] === 'acl' && relations[heads[i]! - 1] === 'obj'
  if (tag.startsWith('VBD') && isOfObject && !has('nsubj') && !has('nsubj:pass')) return 'VBN|VERB'
  if (/^(?:VBN|VBD|JJ)\|/.test(tag)) return nominal.has(relations[i]!) && has('det') ? 'NNS|NOUN' : tag
  if (!/^NNS?\|/.test(tag) || !has('obj') || !has('nsubj') || has('det') || has('cop')) return tag
  return tag.startsWith('NNS') && /s$/i.test(form) ? 'VBZ|VERB' : 'VBD|VERB'
}

/** A sentence without a verb whose only participle stands between two nouns has that for its verb: "The crowd pelted trucks". */
export function finite(tags: string[], heads: number[], relations: string[]): void {
  // "The army struck targets": a past tense that describes a noun is no finite verb yet.
  if (tags.some((tag, i) => /^(?:VB[DZP]|MD)\|/.test(tag) && relations[i] !== 'amod')) return
  const noun = relations.indexOf('root')
  const verb = tags.findIndex(
    (tag, i) => /^VB[DN]/.test(tag) && relations[i] === 'amod' && heads[i] === noun + 1
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

/** "The worse of the two struck three villages": in a sentence without a verb the participle behind "of the two" is its verb. */
export function struckByOne(tags: string[], heads: number[], relations: string[]): void {
  if (tags.some((tag, i) => /^(?:VB[DZP]|MD)\|/.test(tag) && relations[i] !== 'amod')) return
  const one = relations.indexOf('root')
  const verb = tags.findIndex((tag, i) => /^VB[DN]/.test(tag) && relations[i] === 'amod')
  const noun = (heads[verb] ?? 0) - 1
  if (one < 0 || verb <= one + 1 || noun <= verb || heads[noun] !== one + 1) return
  if (!/^(?:JJ|CD)/.test(tags[one]!) || !/^CD/.test(tags[verb - 1]!) || !/^IN/.test(tags[one + 1]!)) return
  tags[verb] = 'VBD|VERB'
  for (let i = one + 1; i < heads.length; i++) {
    if (i < verb && heads[i] === noun + 1) heads[i] = verb
    else if (heads[i] === one + 1) heads[i] = verb + 1
  }
  for (const [i, head, relation] of [
    [verb, 0, 'root'],
    [one, verb + 1, 'nsubj'],
    [verb - 1, one + 1, 'nmod'],
    [noun, verb + 1, 'obj']
  ] as const) {
    heads[i] = head
    relations[i] = relation
  }
}

/** "Killed three people and wounded 17 others": the number behind it shows that the second word is a verb too, with an object. */
export function secondVerb(tags: string[], heads: number[], relations: string[]): void {
  for (let i = 1; i + 1 < tags.length; i++) {
    if (relations[i - 1] !== 'cc' || !/^VB[ND]/.test(tags[i]!) || !/^(?:amod|conj)$/.test(relations[i]!))
      continue
    const number = tags.findIndex((tag, k) => k > i && k <= i + numberWithin && /^CD/.test(tag))
    const noun = (heads[number] ?? 0) - 1
    if (number < 0 || noun <= number) continue
    const isSecondObject = relations[noun] === 'obj' && heads[noun] === heads[i]
    if (relations[noun] !== 'conj' && !isSecondObject) continue
    const object = isSecondObject
      ? relations.findIndex((relation, k) => k < i && relation === 'obj' && heads[k] === heads[i])
      : heads[noun]! - 1
    if (object < 0) continue
    const verb = (heads[object] ?? 0) - 1
    const isOfNouns = isSecondObject || heads[i] === noun + 1 || heads[i] === object + 1
    if (!isOfNouns || !/^(?:obj|obl)$/.test(relations[object]!) || !/^VB/.test(tags[verb] ?? '')) continue
    tags[i] = tags[verb]!
    for (const [word, head, relation] of [
      [i, verb + 1, 'conj'],
      [noun, i + 1, 'obj'],
      [i - 1, i + 1, 'cc']
    ] as const) {
      heads[word] = head
      relations[word] = relation
    }
  }
}

/** Words from the verb to the number: "wounded at least 17". */
const numberWithin = 3

const bounds = new Set(
  'at least most more than fewer less up to as many about around some nearly almost another over roughly approximately'.split(
    ' '
  )
)
const measures =
  /^(?:second|minute|hour|day|night|week|month|year|time|metre|meter|kilometre|kilometer|mile|percent)s?$/

/** "arrested at least 16 marchers": the marchers are whom it was done to, no place or time, and whoever stands before the verb did it. */
export function countedObject(
  forms: readonly string[],
  tags: string[],
  heads: readonly number[],
  relations: string[]
): void {
  for (let i = 2; i < heads.length; i++) {
    const verb = heads[i]! - 1
    if (relations[i] !== 'obl' || verb < 0 || verb >= i || !/^VB[DN]\|/.test(tags[verb]!)) continue
    if (relations[verb] === 'acl' || !/^NN/.test(tags[i]!) || measures.test(forms[i]!.toLowerCase())) continue
    const has = (relation: string, of: number) =>
      relations.some((other, k) => other === relation && heads[k] === of + 1)
    const number = relations.findIndex((relation, k) => relation === 'nummod' && heads[k] === i + 1)
    const between = forms.slice(verb + 1, number)
    const isCounted = number > verb + 1 && number < i && between.every(form => bounds.has(form.toLowerCase()))
    if (!isCounted || has('case', i) || has('obj', verb) || has('aux:pass', verb)) continue
    relations[i] = 'obj'
    tags[verb] = 'VBD|VERB'
    for (let k = 0; k < verb; k++)
      if (relations[k] === 'nsubj:pass' && heads[k] === verb + 1) relations[k] = 'nsubj'
  }
}

/** "The army said it had regained control": a participle between "had" and a bare noun is the verb, the noun its object. */
export function perfect(
  forms: readonly string[],
  tags: string[],
  heads: number[],
  relations: string[]
): void {
  for (let verb = 1; verb + 1 < tags.length; verb++) {
    const have = verb - 1
    const noun = verb + 1
    if (relations[verb] !== 'amod' || heads[verb] !== noun + 1 || !/^VBN\|/.test(tags[verb]!)) continue
    if (!/^(?:had|has|have)$/i.test(forms[have]!) || relations[noun] !== 'obj') continue
    const isOver = heads[noun] === have + 1
    // "had regained control, a spokesman said": the tree hangs all on what is said last.
    const isBeside = relations[have] === 'aux' && heads[have] === heads[noun]
    if (!isOver && !isBeside && heads[have] !== verb + 1) continue
    const from = isOver ? have : noun
    heads[verb] = heads[from]!
    relations[verb] = isOver ? relations[have]! : 'ccomp'
    for (let k = 0; k < heads.length; k++) {
      const isSubject = isBeside && k < have && relations[k] === 'nsubj' && heads[k] === heads[noun]
      if ((isOver && heads[k] === have + 1) || isSubject) heads[k] = verb + 1
    }
    for (const [word, relation] of [
      [have, 'aux'],
      [noun, 'obj']
    ] as const) {
      heads[word] = verb + 1
      relations[word] = relation
    }
    tags[have] = tags[have]!.replace('|VERB', '|AUX')
  }
}

/**
 * "Police fire on marchers in Oruro, five dead": in a headline's opening a verb between those who do it and a preposition.
 * `isDeed`: whether the word at an index is a verb of a happening too.
 */
export function headlineVerb(
  forms: readonly string[],
  tags: string[],
  heads: number[],
  relations: string[],
  isDeed: (i: number) => boolean
): void {
  const stop = forms.findIndex(form => /^[,:;.–—-]$/.test(form))
  const end = stop < 0 ? forms.length : stop
  if (tags.slice(0, end).some(tag => /^(?:VB[DZP]|MD)\|/.test(tag))) return
  const verb = tags.findIndex(
    (tag, i) =>
      i > 0 &&
      i < end &&
      /^NN\|/.test(tag) &&
      /^IN/.test(tags[i + 1] ?? '') &&
      (/^NNS/.test(tags[i - 1]!) || /^police$/i.test(forms[i - 1]!)) &&
      heads[i - 1] === i + 1 &&
      isDeed(i)
  )
  if (verb < 0 || !tags.slice(0, verb).every(tag => /^(?:NN|JJ|CD|DT)/.test(tag))) return
  tags[verb] = 'VBP|VERB'
  relations[verb - 1] = 'nsubj'
  if (relations[verb] !== 'root') relations[verb] = 'parataxis'
  for (let i = verb + 1; i < end; i++)
    if (heads[i] === verb + 1 && relations[i] === 'nmod') relations[i] = 'obl'
}
