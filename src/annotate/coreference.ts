/**
 * Finds what speaks of the same thing or happening within one report.
 *
 *     "The Ajnad Front said it ... The group"    the Ajnad Front; it; The group
 *     "a fire ... the blaze"                     one happening
 *     "gunmen attacked ... the attack"           attacked; the attack
 *
 * Sieves go over the mentions one after the other, the surest rules first, as in
 * Lee et al. 2013; each sees what those before it have joined. Words, classes and
 * weights are lists in codebook/lexicons/en/. Leaves alone what only overlaps
 * (a group and its members, a war and its battles) and whatever a rule cannot show.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import type {CoreferenceChain, EntityMention} from '../model/layers.ts'
import {stage} from '../model/stage.ts'
import type {Syntax} from '../model/syntax.ts'
import {Clusters} from './coreference-clusters.ts'
import {mentionReader} from './coreference-mentions.ts'
import type {Scene, Sieve} from './coreference-sieve.ts'
import {coreferenceWords} from './coreference-words.ts'
import {sameKind, sameNoun, sameOwner, sameWords} from './description-sieves.ts'
import {events} from './event-sieve.ts'
import {type MentionSpan, mentionSpans} from './mention-spans.ts'
import {acronyms, partOfName, sameName, setBeside} from './name-sieves.ts'
import {pronouns} from './pronoun-sieve.ts'
import {quotedTokens} from './quoted-tokens.ts'
import {speakers} from './speaker-sieve.ts'

/** In the order in which they go over the mentions. */
export const sieves: readonly Sieve[] = [
  speakers,
  sameName,
  setBeside,
  acronyms,
  partOfName,
  sameWords,
  sameNoun,
  sameKind,
  events,
  pronouns,
  sameOwner
]

export const coreference = (knowledge: Knowledge) => {
  const resolver = coreferenceResolver(knowledge)

  return stage({
    name: 'coreference',
    needs: ['passages', 'syntax', 'entities'],
    adds: ['coreference'],
    run: ({passages, syntax, entities}) => {
      const isRead = (passage: number) => passages[passage]!.kind !== 'boilerplate'
      return {coreference: resolver.chains(syntax, entities, resolver.spans(syntax, entities, isRead))}
    }
  })
}

/** The stage's parts, so that an evaluation can give the mentions that chains are made of. */
export function coreferenceResolver(knowledge: Knowledge) {
  const words = coreferenceWords(knowledge)
  const mentionAt = mentionReader(words)
  const spans = mentionSpans(words)

  function sceneOf(syntax: Syntax, entities: readonly EntityMention[], given: readonly MentionSpan[]): Scene {
    const quoted = quotedTokens(syntax)
    // "two men" is about the men, whoever counts them.
    const things = entities.filter(({type}) => type !== 'quantity' && type !== 'time' && type !== 'money')
    const mentions = given
      .toSorted((a, b) => a.from - b.from || b.to - a.to)
      .map(({head, ...span}) =>
        mentionAt(
          syntax,
          span,
          head,
          syntax.inSentence(things, syntax.sentenceOf(head)),
          quoted.has(head.index)
        )
      )
    const inSentence: number[][] = syntax.sentences.map(() => [])
    const ofHead = new Map<number, number>()
    for (const [i, {head, isList}] of mentions.entries()) {
      inSentence[head.sentence]!.push(i)
      if (!isList && !ofHead.has(head.index)) ofHead.set(head.index, i)
    }
    return {syntax, words, mentions, clusters: new Clusters(mentions), inSentence, ofHead}
  }

  return {
    spans,
    /** Every mention of the scene and what each sieve joined. */
    scene: sceneOf,
    chains(
      syntax: Syntax,
      entities: readonly EntityMention[],
      given: readonly MentionSpan[]
    ): CoreferenceChain[] {
      const scene = sceneOf(syntax, entities, given)
      for (const sieve of sieves) sieve(scene)
      return chainsOf(scene)
    }
  }
}

function chainsOf({mentions, clusters}: Scene): CoreferenceChain[] {
  return clusters.chains().map((members, id) => {
    const places = new Map(members.map((member, place) => [member, place]))
    return {
      id,
      of: clusters.of(members[0]!).kind === 'event' ? 'event' : 'entity',
      mentions: members.map(member => {
        const {from, to, head, type} = mentions[member]!
        const link = clusters.links.get(member)
        return {
          from,
          to,
          token: head.index,
          kind: type,
          antecedent: link ? places.get(link.antecedent)! : null,
          rule: link?.rule ?? 'first'
        }
      })
    }
  })
}
