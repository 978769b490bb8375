/**
 * Finds the stretches of text that coreference may join.
 *
 *     "Basra police said they attacked ..."   Basra police; Basra; they; attacked
 *
 * A name that the parser has torn is whole here; "Turkish police" names no Turks, and "it is
 * unclear" nothing at all.
 */
import type {EntityMention} from '../model/layers.ts'
import {overlaps, type Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type CoreferenceWords, eventVerb} from './coreference-words.ts'
import {emptyIt} from './empty-it.ts'
import {inName, isTitle, listOf, phraseOf} from './mention-phrases.ts'

export interface MentionSpan extends Span {
  readonly head: Token
}

/** All mentions of the passages that are read. */
export function mentionSpans(words: CoreferenceWords) {
  const isEmpty = emptyIt(words)

  return (
    syntax: Syntax,
    entities: readonly EntityMention[],
    isRead: (passage: number) => boolean
  ): MentionSpan[] =>
    syntax.sentences.flatMap(sentence =>
      sentence.parsed && isRead(sentence.passage)
        ? inSentence(syntax, sentence, syntax.inSentence(entities, sentence))
        : []
    )

  function inSentence(syntax: Syntax, sentence: Sentence, entities: readonly EntityMention[]): MentionSpan[] {
    const found: MentionSpan[] = []
    const names = entities.filter(({named, type}) => named && type !== 'nationality')
    const national = entities.filter(({type}) => type === 'nationality')
    const torn = names.flatMap(name => tornName(syntax, name) ?? [])
    for (let i = sentence.first; i < sentence.end; i++) {
      const head = syntax.tokens[i]!
      if (words.pronouns.has(head.lower) && /^(?:PRP|DT)/.test(head.xpos)) {
        const stands = head.upos === 'PRON' && head.relation !== 'expl' && !isEmpty(syntax, head)
        if (stands) found.push({from: head.from, to: head.to, head})
      } else if (head.upos === 'VERB') {
        if (eventVerb(syntax, words, head)) found.push({from: head.from, to: head.to, head})
      } else if (head.upos === 'NOUN' || head.upos === 'PROPN') {
        const whole = torn.find(name => overlaps(name, head))
        if (whole) {
          if (whole.head === head) found.push(whole)
        } else if (inName.has(head.relation) || head.relation === 'fixed' || isTitle(syntax, head)) {
          const name = names.find(
            entity => syntax.headOf(entity) === head && standsAlone(syntax, entity, head)
          )
          const isNational = national.some(entity => overlaps(entity, head))
          const isOwn = head.upos === 'PROPN' && syntax.head(head)?.upos === 'NOUN' && !isNational
          if (name) found.push({from: name.from, to: name.to, head})
          else if (isOwn) found.push({...phraseOf(syntax, head), head})
        } else {
          found.push({...phraseOf(syntax, head), head})
          const list = listOf(syntax, head)
          if (list) found.push({...list, head})
        }
      }
    }
    return found
  }
}

/** A name of which the parser has hung two words on words outside: its last one heads it. */
function tornName(syntax: Syntax, name: Span): MentionSpan | null {
  const inside = syntax.within(name)
  const isOutside = (token: Token) => !inside.some(({index}) => index === token.head)
  const outer = inside.filter(token => token.upos !== 'PUNCT' && isOutside(token))
  if (outer.length < 2) return null
  const articles = outer.flatMap(token => syntax.children(token, 'det'))
  return {...spanOf([...inside, ...articles])!, head: outer.at(-1)!}
}

/** A name inside another noun's phrase, for itself: "Basra" in "Basra police", not "Maria" in "Maria Okello". */
function standsAlone(syntax: Syntax, {from, to}: Span, head: Token): boolean {
  const governor = syntax.head(head)
  return governor === undefined || governor.to <= from || governor.from >= to
}
