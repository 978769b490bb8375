/**
 * Which earlier claim one confirms, denies, corrects or leaves unconfirmed.
 *
 *     "Radio Oru claimed one was killed. However, there is no confirmation."   the one killed
 *     "Unverified reports said nine had died."                                  the nine, told behind it
 *     "The army denied attacking it."                                           the attack told before, by another
 *     "The ministry revised the toll down to five."                             the toll told before
 *
 * The words that correct are in codebook/lexicons/en/correction-words.csv. No claim is changed by what refers to it.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isVerb} from '../languages/en/clauses.ts'
import type {Claim} from '../model/contract.ts'
import type {ExplainedClaim} from '../model/layers.ts'
import type {Syntax, Token} from '../model/syntax.ts'

/** How many claims back one may refer to another: a long article, not an archive in one file. */
const reach = 60
/** A lack of confirmation follows what it is about at this many sentences' distance. */
const nearSentences = 3

const tellings = new Set<Claim['about']>(['casualties', 'event', 'damage', 'threat', 'crowd'])

/** `isAct`: whether a type is something that was done, not what was said of it ("accused", "condemned"). */
export function referenceFinder(
  codebook: Codebook,
  familyOf: (type: string) => string | undefined,
  isAct: (type: string) => boolean
) {
  const rows = codebook.table('lexicons/en/correction-words.csv', ['id', 'form', 'part'])
  const words = (part: string) => new Set(rows.filter(row => row.part === part).map(({form}) => form))
  const [corrects, corrected, figures] = [words('corrects'), words('corrected'), words('figure')]

  return (syntax: Syntax, explained: readonly ExplainedClaim[]): ExplainedClaim[] => {
    const claims = explained.map(({claim}) => claim)
    const sentences = claims.map(({quote}) => syntax.sentenceAt(quote.from)?.index ?? 0)
    const targets = claims.map((claim, i): string | null => {
      if (claim.about === 'no-confirmation') return unconfirmed(syntax, claims, sentences, i)
      if (claim.about === 'denial' && !claim.event)
        return isOfSomethingElse(syntax, claims, i) ? null : denied(claims, sentences, i)
      if (claim.polarity === 'denied')
        return same(claims, i) ?? (claim.event ? denied(claims, sentences, i) : null)
      return null
    })
    for (const [i, claim] of claims.entries()) correct(syntax, claims, sentences, i, claim, targets)
    return explained.map((entry, i) => ({...entry, claim: {...entry.claim, refersTo: targets[i] ?? null}}))
  }

  /** What is told in the same sentence, else in the few before it: a figure before a happening, somebody's word before the outlet's own. */
  function unconfirmed(
    syntax: Syntax,
    claims: readonly Claim[],
    sentences: readonly number[],
    i: number
  ): string | null {
    const own = syntax.within(claims[i]!.quote)
    const saysFigure = own.some(({lemma}) => figures.has(lemma))
    const weight = (claim: Claim, j: number) => {
      const {event, casualties} = claim
      const isNamed =
        event !== undefined &&
        own.some(({lemma}) => lemma === event.trigger.text.toLowerCase() || lemma === event.type)
      const isInside = sentences[j] === sentences[i]
      return (
        (isInside ? 8 : 0) +
        (isNamed ? 4 : 0) +
        (casualties ? (saysFigure ? 4 : 1) : 0) +
        (claim.attribution.length > 1 ? 2 : 0) +
        (claim.certainty === 'possible' ? 1 : 0)
      )
    }
    let best: {id: string; weight: number} | null = null
    for (let j = Math.max(0, i - reach); j < claims.length && sentences[j]! <= sentences[i]!; j++) {
      const claim = claims[j]!
      if (j === i || !tellings.has(claim.about) || sentences[i]! - sentences[j]! > nearSentences) continue
      const found = weight(claim, j)
      if (!best || found >= best.weight) best = {id: claim.id, weight: found}
    }
    return best?.id ?? null
  }

  /** The happening of the same sentence ("denied involvement in the killing"), else the last told before: of the same family if there is one. */
  function denied(claims: readonly Claim[], sentences: readonly number[], i: number): string | null {
    const claim = claims[i]!
    const family = claim.event && familyOf(claim.event.type)
    const isTold = (other: Claim, j: number) =>
      j !== i && other.event !== undefined && other.polarity === 'affirmed' && other.id !== claim.id
    const inside = claim.event
      ? undefined
      : claims.find((other, j) => sentences[j] === sentences[i] && isTold(other, j))
    if (inside) {
      // "denied a role in the killing" is about the killing told before, where there is one.
      const first = claims
        .slice(Math.max(0, i - reach), i)
        .find(other => other.event?.type === inside.event!.type)
      return (first ?? inside).id
    }
    const before = claims
      .slice(Math.max(0, i - reach), i)
      .filter((other, j) => isTold(other, j + Math.max(0, i - reach)))
    const related = before.filter(({event}) =>
      family ? familyOf(event!.type) === family : isAct(event!.type)
    )
    return related.at(-1)?.id ?? null
  }

  /** "denied reports of talks": of a thing that no claim tells. */
  function isOfSomethingElse(syntax: Syntax, claims: readonly Claim[], i: number): boolean {
    const {quote, evidence} = claims[i]!
    const last = evidence.findLast(({from, to}) => from >= quote.from && to <= quote.to)
    const [preposition, ...rest] = last ? syntax.within({from: last.to, to: quote.to}) : []
    if (preposition?.lower !== 'of') return false
    const told = new Set(
      claims.flatMap(({event}) => (event ? [event.trigger.text.toLowerCase(), event.type] : []))
    )
    return !rest.some(({lower, lemma}) => told.has(lower) || told.has(lemma))
  }

  function same(claims: readonly Claim[], i: number): string | null {
    const {casualties, event} = claims[i]!
    const found = claims
      .slice(Math.max(0, i - reach), i)
      .findLast(
        earlier =>
          earlier.polarity === 'affirmed' &&
          ((casualties && earlier.casualties?.outcome === casualties.outcome) ||
            (event && earlier.event?.type === event.type))
      )
    return found?.id ?? null
  }

  /** "revised the toll to five" refers to the figure before it; to "had earlier put it at eight" refers the figure before that. */
  function correct(
    syntax: Syntax,
    claims: readonly Claim[],
    sentences: readonly number[],
    i: number,
    claim: Claim,
    targets: (string | null)[]
  ): void {
    if (!claim.casualties || targets[i] !== null) return
    const sentence = syntax.sentences[sentences[i]!]
    if (!sentence) return
    const tokens = syntax.tokensOf(sentence)
    const j = claims.findLastIndex(
      (other, j) =>
        j < i &&
        i - j <= reach &&
        other.casualties?.outcome === claim.casualties!.outcome &&
        isOther(other, claim)
    )
    if (j < 0) return
    if (tokens.some(word => isVerb(word) && corrects.has(word.lemma) && isFigureNear(tokens, word)))
      targets[i] = claims[j]!.id
    else if (
      tokens.some((word, at) => isPerfect(tokens, at) && corrected.has(word.lower)) &&
      sentences[j] !== sentences[i]
    )
      targets[j] ??= claim.id
  }

  /** "revised the toll", "lowered its figure": what is corrected is a number. */
  function isFigureNear(tokens: readonly Token[], {index}: Token): boolean {
    return tokens.some(word => Math.abs(word.index - index) <= gapToFigure && figures.has(word.lemma))
  }
}

const gapToFigure = 5

/** Another number, of what may be the same people. */
function isOther({casualties: a}: Claim, {casualties: b}: Claim): boolean {
  if (!a?.count || !b?.count || (a.group !== b.group && a.group !== 'people' && b.group !== 'people'))
    return false
  return a?.count?.min !== b?.count?.min || a?.count?.max !== b?.count?.max
}

/** "had earlier said", "earlier had said". */
function isPerfect(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'had' || tokens[at + 1]?.lower === 'had'
}
