/**
 * Tells which sentences of a text are worth a tree: those with the words of some trigger or casualty, and those near them that credit or tie somebody, or give a motive.
 *
 *     "The crowd threw stones."            read: "throw" with an object it needs
 *     "Officials threw a party."           left alone
 *     "Police said so on Monday."          read when such a sentence stands at most two away
 *
 * Words are looked up by every base form they could have, for nothing is tagged
 * yet. In mixed news this leaves six of ten sentences unread, in news of conflicts two.
 */
import {eventTypes, type Trigger} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {lemmatizerOf} from './lemmatizer.ts'

/** How far from a telling sentence one that credits somebody is read, in sentences. */
const near = 2
const tags = ['VBD', 'VBN', 'VBG', 'VBZ', 'NNS']
const mostKept = 50_000

const silent = 0
const credits = 1
const tells = 2

/** Groups of words of which a sentence must have one each. */
type Needs = readonly ReadonlySet<string>[]

/** For the sentences of a text, as rows of words: whether each is to be read. */
export function sentencesToRead(
  knowledge: Pick<Knowledge, 'codebook' | 'models'>
): (sentences: readonly (readonly string[])[]) => boolean[] {
  const {codebook} = knowledge
  const telling = new Map<string, {readonly needs: Needs; readonly kind: number}[]>()
  const add = (phrase: readonly string[], others: Needs, kind = tells) => {
    const [first, ...rest] = phrase.flatMap(word => word.split('-'))
    const needs = [...rest.map(word => new Set([word])), ...others]
    telling.set(first!, [...(telling.get(first!) ?? []), {needs, kind}])
  }
  // What only surrounds violence (rank 0: talks, demands) is read near it, like words that credit.
  for (const {rank, triggers} of eventTypes(codebook))
    for (const trigger of triggers)
      for (const phrase of (trigger.verb ?? trigger.noun)!)
        add(phrase, needsOf(trigger), rank > 0 ? tells : credits)
  for (const name of ['outcome-words', 'harm-words'])
    for (const form of codebook.column(`lexicons/en/${name}.csv`, 'form')) add(form.split(' '), [])
  const crediting = new Set(
    ['attribution-cues', 'affiliation-words', 'motive-words'].flatMap(name =>
      codebook.column(`lexicons/en/${name}.csv`, 'form').map(form => form.split(' ')[0]!)
    )
  )
  // "no official confirmation", "denied any part in it": all the words of the phrase, but "not" is also "n't".
  for (const name of ['no-confirmation', 'denials'])
    for (const form of codebook.column(`lexicons/en/${name}.csv`, 'form')) {
      const words = form.split(' ').filter(word => word !== 'not')
      if (form.includes(' ')) add(words, [], credits)
    }
  const lemmaOf = lemmatizerOf(knowledge)
  const known = new Map<string, readonly string[]>()

  return sentences => {
    const kinds = sentences.map(kindOf)
    const isNearTelling = (i: number) => kinds.slice(Math.max(0, i - near), i + near + 1).includes(tells)
    return kinds.map((kind, i) => kind === tells || (kind === credits && isNearTelling(i)))
  }

  function kindOf(forms: readonly string[]): number {
    const words = new Set(forms.flatMap(lemmasOf))
    let kind = silent
    for (const word of words) {
      if (crediting.has(word)) kind = credits
      for (const {needs, kind: own} of telling.get(word) ?? []) {
        if (own <= kind || !needs.every(group => !group.isDisjointFrom(words))) continue
        if (own === tells) return tells
        kind = own
      }
    }
    return kind
  }

  function lemmasOf(form: string): readonly string[] {
    const found = known.get(form)
    if (found) return found
    const word = form.toLowerCase()
    const lemmas = [...new Set([word, ...tags.map(tag => lemmaOf(word, tag))])]
    if (known.size >= mostKept) known.clear()
    known.set(form, lemmas)
    return lemmas
  }
}

function needsOf(trigger: Trigger): Needs {
  return [trigger.object, trigger.with, trigger.agent, trigger.does, trigger.complement]
    .filter(phrases => phrases !== undefined)
    .map(phrases => new Set(phrases.map(([first]) => first!.split('-')[0]!)))
}
