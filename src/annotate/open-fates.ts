/**
 * Which people told to be shot or stabbed the report tells the fate of elsewhere, so that the dead are not hurt besides.
 *
 *     "A clerk was shot. ... He died at a clinic."                 dead
 *     "Two guards were shot ... The men bled to death."            dead: as many, and nothing tells them apart
 *     "A guard was killed and another shot in the leg"             one dead, one hurt
 *     "Five were shot; two died"                                   five shot, two of them dead
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {CasualtyMention, CoreferenceChain, Quantity} from '../model/layers.ts'
import {overlaps} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {chainFinder, countOf, isTakenUp, sharesChain} from './retold-casualties.ts'

/** Nouns that may stand for anybody told of before by his trade. */
const anybody = new Set(
  'man woman boy girl person people victim individual teenager teen youth child male female resident other old'.split(
    ' '
  )
)

export function openFates(codebook: Codebook) {
  const separate = codebook.table('lexicons/en/separate-words.csv', ['id', 'form', 'of'])
  const more = new Set(separate.filter(row => row.of === 'people').map(({form}) => form))
  const harms = codebook.table('lexicons/en/harm-words.csv', ['id', 'form', 'part', 'fate'])
  const open = new Set(harms.filter(({fate}) => fate === 'open').map(({id}) => `harm-words/${id}`))

  /** The mentions, without those whose fate another one tells. */
  return (
    syntax: Syntax,
    coreference: readonly CoreferenceChain[],
    quantities: readonly Quantity[],
    mentions: readonly CasualtyMention[]
  ): readonly CasualtyMention[] => {
    if (!mentions.some(({rule}) => open.has(rule))) return mentions
    const chains = chainFinder(coreference)
    const fates = mentions.filter(
      ({rule, outcome, polarity, realis, background, cumulative}) =>
        !open.has(rule) &&
        (outcome === 'killed' || outcome === 'injured') &&
        polarity === 'affirmed' &&
        realis === 'happened' &&
        !background &&
        !cumulative
    )
    return mentions.filter(harm => !open.has(harm.rule) || !fates.some(fate => isFateOf(fate, harm)))

    function isFateOf(fate: CasualtyMention, harm: CasualtyMention): boolean {
      if (overlaps(fate.of, harm.of) || sharesChain(chains(fate), chains(harm))) return true
      if (fate.outcome !== 'killed' || isMore(syntax, fate) || isMore(syntax, harm)) return false
      const isBeside = syntax.tokens[fate.token]!.sentence === syntax.tokens[harm.token]!.sentence
      if (isBeside) return isTakenUp(syntax, fate) || isTakenUp(syntax, harm)
      const [dead, hurt] = [countOf(fate, quantities), countOf(harm, quantities)]
      return hurt <= dead && mayBeSame(nounOf(syntax, fate), nounOf(syntax, harm))
    }
  }

  /** "another guard": not one of those told of before. */
  function isMore(syntax: Syntax, {of}: CasualtyMention): boolean {
    return syntax.within(of).some(({lower}) => more.has(lower))
  }
}

function nounOf(syntax: Syntax, {of}: CasualtyMention): Token | undefined {
  return syntax.within(of).at(-1)
}

/** "a trader" is no "teacher"; a name, a pronoun, "the victim" may be either. */
function mayBeSame(a: Token | undefined, b: Token | undefined): boolean {
  if (!a || !b || a.lemma === b.lemma) return true
  return [a, b].some(({upos, lemma}) => upos !== 'NOUN' || anybody.has(lemma))
}
