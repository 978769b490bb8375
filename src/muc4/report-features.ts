/** What is seen of a whole report: its words, what it tells, how it is headed. */
import {hashString} from '../algorithms/hash.ts'
import type {ReadItem} from './item.ts'

const content = /^(NOUN|VERB|ADJ|PROPN|ADV)$/

export function reportFeatures({item, report}: ReadItem): Int32Array {
  const found = new Set<number>()
  const add = (feature: string) => {
    found.add(hashString(feature))
  }
  add('1')
  const {syntax} = report
  const early = syntax.sentences[3]?.from ?? report.text.length
  for (const token of syntax.tokens) {
    const next = syntax.tokens[token.index + 1]
    if (next && next.sentence === token.sentence) add(`${token.lemma}_${next.lemma}`)
    const head = syntax.head(token)
    if (!content.test(token.upos)) continue
    add(token.lemma)
    if (token.from < early) add(`early=${token.lemma}`)
    if (head && content.test(head.upos)) add(`${head.lemma}>${token.relation}>${token.lemma}`)
  }
  for (const {type, realis, polarity, token, retold} of report.events) {
    const tail = `${realis}/${polarity}`
    add(`event=${type}`)
    add(`event=${type}/${tail}`)
    add(`event=${type}/${syntax.tokens[token]!.lemma}`)
    if (!retold) add(`told=${type}`)
    if (syntax.tokens[token]!.from < early) add(`early=${type}/${tail}`)
  }
  for (const {outcome, group, polarity, background} of report.casualties) {
    add(`harm=${outcome}/${polarity}`)
    add(`harm=${outcome}/${group}/${background}`)
  }
  for (const {kind, known} of report.actors) add(`actor=${kind}/${known}`)
  for (const {name, country} of report.places) {
    add(`place=${name}`)
    add(`in=${country}`)
  }
  for (const {token} of report.events) {
    const {type} = report.events.find(event => event.token === token)!
    for (const place of report.places)
      if (place.mentions.some(({from}) => syntax.sentenceAt(from)?.index === syntax.tokens[token]!.sentence))
        add(`event.in=${type}/${place.country}`)
  }
  for (const tag of item.tags) for (const word of tag.split(/\W+/)) add(`tag=${word}`)
  add(`tag=${item.tags[0]}`)
  add(`tags=${item.tags.length}`)
  add(`from=${item.headerPlace}`)
  add(`abroad=${item.headerCountry}`)
  add(`by=${item.headerSource}`)
  add(`length=${Math.round(Math.log2(report.text.length))}`)
  return Int32Array.from(found).sort()
}
