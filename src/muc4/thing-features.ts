/**
 * What answers questions of a thing. What sort of thing it is, its own words tell and those beside them: heads, titles before a name,
 * what is said behind a comma. What became of it, the sentence that tells most of it.
 */
import {hashString} from '../algorithms/hash.ts'
import type {Question} from './codebook.ts'
import type {Candidate, Reading} from './reading.ts'

const sorts: ReadonlySet<Question> = new Set(['target', 'victim', 'instrument'])
const fates: ReadonlySet<Question> = new Set(['harm', 'damage'])

export const isSort = (question: Question) => sorts.has(question)

export function thingFeatures(reading: Reading, one: Candidate, question: Question): Int32Array {
  if (sorts.has(question)) return sortFeatures(reading, one)
  return fates.has(question) ? fateFeatures(reading, one) : one.features
}

const naming = /^(NOUN|PROPN|ADJ)$/

function sortFeatures({report, mentions, classes: {groups}, seen}: Reading, one: Candidate): Int32Array {
  const found = new Set<number>()
  const add = (feature: string) => found.add(hashString(`sort:${feature}`))
  const {syntax} = report
  const cluster = (word: string) => groups.clusters[groups.numbers.get(word.replace(/\d/g, '0')) ?? 0]
  const both = (place: string, at: number) => {
    const token = syntax.tokens[at]!
    if (!naming.test(token.upos)) return
    add(`${place}=${token.lemma}`)
    add(`${place}.cluster=${cluster(token.lower)}`)
  }
  add('1')
  for (const i of one.mentions) {
    const {head, first, last, forms, isName} = mentions[i]!
    const sentence = syntax.sentences[head.sentence]!
    add(`name=${isName}`)
    add(`head=${head.lemma}`)
    add(`head.cluster=${cluster(head.lower)}`)
    add(`head.family=${groups.families[groups.numbers.get(head.lower) ?? 0]}`)
    for (const kind of seen.kinds.get(head.index) ?? []) add(`kind=${kind}`)
    const span = {from: Math.min(...forms.map(({from}) => from)), to: Math.max(...forms.map(({to}) => to))}
    for (const {index} of syntax.within(span)) both('in', index)
    for (let at = Math.max(sentence.first, first - 3); at < Math.min(sentence.end, last + 4); at++)
      add(`near=${syntax.tokens[at]!.lemma}`)
    if (!isName) continue
    for (let at = Math.max(sentence.first, first - 4); at < first; at++) both('title', at)
    if (!/^[,(]$/.test(syntax.tokens[last + 1]?.text ?? '')) continue
    for (let at = last + 2; at < Math.min(sentence.end, last + 9); at++) {
      if (/^[,)]$/.test(syntax.tokens[at]!.text)) break
      both('behind', at)
    }
  }
  return Int32Array.from(found).sort()
}

const telling = /^(NOUN|VERB|ADJ|ADV|PROPN)$/

function fateFeatures({report, mentions}: Reading, one: Candidate): Int32Array {
  const found = new Set<number>(one.features)
  const {syntax} = report
  const {head, first, last} = mentions[one.main]!
  for (const {index, upos, lemma} of syntax.tokensOf(syntax.sentences[head.sentence]!)) {
    if (!telling.test(upos)) continue
    found.add(hashString(`told:${lemma}`))
    found.add(hashString(`told${index < first ? '<' : index > last ? '>' : '='}${lemma}`))
  }
  return Int32Array.from(found).sort()
}
