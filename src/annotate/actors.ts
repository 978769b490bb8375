/**
 * Finds who acts, suffers and speaks: groups and bodies, never private persons.
 *
 *     "Iraqi security forces", "the security forces"       one actor, in Iraq
 *     "protesters", "demonstrators", "the crowd"           one crowd in one report
 *     "the Harbour Workers Union, also called the Dock Union (HWU)"   one actor, three names
 *
 * Who is what kind is in codebook/lexicons/en/actor-nouns.csv and codebook/actors/.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import type {NamedActor} from '../model/layers.ts'
import {contains, overlaps, type Quote, quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type NamedMention, nameFinder} from './actor-names.ts'
import {affiliationFinder} from './affiliations.ts'
import {groupFinder} from './group-actors.ts'
import {GroupKeys, type Identity} from './group-identity.ts'
import {joinStateBodies} from './state-body-groups.ts'
import {taughtAcronyms, taughtAliases} from './taught-aliases.ts'
import {treelessActors} from './treeless-actors.ts'
import {treelessAffiliations} from './treeless-affiliations.ts'

/** An actor while the report is read; `key` is what makes two mentions one. */
interface Draft {
  readonly key: string
  name: string
  readonly kind: string
  country: string | null
  known: string | null
  readonly aliases: Set<string>
  readonly mentions: Quote[]
  readonly affiliations: {relation: string; to: string; quote: Quote; rule: string}[]
}

export const actors = (knowledge: Knowledge) => {
  const {codebook} = knowledge
  const namesOf = nameFinder(knowledge)
  const withoutTrees = treelessActors(knowledge)
  const tiesWithoutTrees = treelessAffiliations(codebook)
  const affiliationsIn = affiliationFinder(codebook)
  const {groupsIn, countryIn, isGroup, kindOfName, bodyAlone} = groupFinder(knowledge)
  return stage({
    name: 'actors',
    needs: ['passages', 'header', 'syntax', 'entities'],
    adds: ['actors'],
    run(report) {
      const {text, passages, syntax} = report
      const drafts = new Map<string, Draft>()
      const groups = new GroupKeys()
      const sentences = syntax.sentences.filter(
        ({parsed, passage}) => parsed && passages[passage]!.kind !== 'boilerplate'
      )
      const names = namesOf(report, sentences)
      for (const sentence of sentences) {
        const named = names
          .in(sentence)
          .filter(body => !isGroup(syntax, body))
          .map(body => bodyAlone(text, syntax, body))
        for (const body of named) {
          const {span, name, country, known} = body
          mention(drafts, text, span, {
            key: keyOf({name, known}),
            name,
            kind: kindOfName(syntax, body),
            country: country ?? countryIn(syntax, syntax.within(span)),
            known: known?.id ?? null
          })
        }
        for (const group of groupsIn(syntax, sentence, named)) {
          const {span, of} = group
          // "Ajnad fighters" are the front: its mention grows to the whole phrase.
          if (of) addMembers(drafts.get(keyOf(of))!, text, spanOf([span, of.span])!)
          else mention(drafts, text, span, {...group, key: groups.keyOf(group), known: null})
        }
      }
      for (const {span, name, kind, country, known, sort} of withoutTrees(report)) {
        const identity: Identity = country ? {country} : {}
        const key = sort === null ? keyOf({name, known}) : groups.keyOf({sort, identity})
        mention(drafts, text, span, {key, name, kind, country, known: known?.id ?? null})
      }
      merge(drafts, taughtAliases(text, syntax, sentences, [...drafts.values()]))
      for (const {key, acronym, spans} of taughtAcronyms(text, syntax, [...drafts.values()])) {
        const draft = drafts.get(key)!
        draft.aliases.add(acronym)
        const isNew = (span: Span) => !draft.mentions.some(mention => overlaps(mention, span))
        draft.mentions.push(...spans.filter(isNew).map(span => quote(text, span)))
      }
      merge(drafts, joinStateBodies([...drafts.values()], names))
      for (const sentence of sentences) addAffiliations(drafts, text, syntax, sentence)
      for (const {behind, relation, to, rule} of tiesWithoutTrees(report)) {
        const [own, other] = [mentionAt(drafts, behind - 1), mentionAt(drafts, to.to)]
        if (!own || !other || own.draft === other.draft) continue
        const words = quote(text, spanOf([own.mention, other.mention])!)
        own.draft.affiliations.push({relation, to: idOf(other.draft), quote: words, rule})
      }
      return {actors: finished([...drafts.values()], names.isVerified)}
    }
  })

  function addAffiliations(
    drafts: ReadonlyMap<string, Draft>,
    text: string,
    syntax: Syntax,
    sentence: Sentence
  ): void {
    for (const {noun, relation, to, span, rule} of affiliationsIn(syntax, sentence)) {
      const actor = actorOf(drafts, syntax, noun)
      if (!actor) continue
      const target = [...drafts.values()].find(
        other =>
          other !== actor &&
          other.mentions.some(
            mention => contains(to, mention) && mention.to === to.to && mention.from <= to.from + 4
          )
      )
      const start = actor.mentions.find(
        mention => mention.from <= span.from && overlaps(mention, syntax.sentences[noun.sentence]!)
      )
      const words = spanOf([span, ...(start ? [start] : [])])!
      const tie = {
        relation,
        to: target ? idOf(target) : text.slice(to.from, to.to),
        quote: quote(text, words),
        rule
      }
      actor.affiliations.push(tie)
      // "Other union-allied media" counts the medium named before among them.
      const counted = /^other\b/i.test(tie.quote.text) ? lastOfKind(drafts, actor, words.from) : undefined
      counted?.affiliations.push({...tie, rule: 'other-of-its-kind'})
    }
  }
}

/** The mention that ends at an offset, or holds it. */
function mentionAt(drafts: ReadonlyMap<string, Draft>, at: number): {draft: Draft; mention: Quote} | null {
  for (const draft of drafts.values()) {
    const mention = draft.mentions.find(({from, to}) => from < at && at <= to)
    if (mention) return {draft, mention}
  }
  return null
}

function keyOf({name, known}: Pick<NamedMention, 'name' | 'known'>): string {
  return known ? `known:${known.id}` : `name:${plain(name)}`
}

function addMembers(draft: Draft, text: string, phrase: Span): void {
  const at = draft.mentions.findIndex(mention => overlaps(mention, phrase))
  if (at < 0) draft.mentions.push(quote(text, phrase))
  else draft.mentions[at] = quote(text, spanOf([draft.mentions[at]!, phrase])!)
}

function lastOfKind(drafts: ReadonlyMap<string, Draft>, actor: Draft, before: number): Draft | undefined {
  const end = (draft: Draft) => Math.max(...draft.mentions.map(({to}) => to).filter(to => to <= before), -1)
  const others = [...drafts.values()].filter(
    other =>
      other !== actor && other.kind === actor.kind && !other.key.startsWith('group:') && end(other) >= 0
  )
  return others.sort((a, b) => end(b) - end(a))[0]
}

/** The actor a noun names, or the one it stands in apposition to ("Radio Oru, a station ..."). */
function actorOf(drafts: ReadonlyMap<string, Draft>, syntax: Syntax, noun: Token): Draft | undefined {
  const at = (token: Token) =>
    [...drafts.values()].find(({mentions}) => mentions.some(mention => contains(mention, token)))
  const apposed = noun.relation === 'appos' ? syntax.head(noun) : undefined
  // The parser may miss the apposition: a name, a comma, an article and the noun.
  const comma = syntax.tokens
    .slice(Math.max(0, noun.index - 4), noun.index)
    .findLast(({text}) => text === ',' || text === '-' || text === '--')
  const before = comma && syntax.tokens[comma.index - 1]
  const own = at(noun)
  const name =
    (apposed && at(apposed)) ??
    (before && before.sentence === noun.sentence && before.upos === 'PROPN' ? at(before) : undefined)
  return name ?? own
}

function mention(
  drafts: Map<string, Draft>,
  text: string,
  span: Span,
  found: {key: string; name: string; kind: string; country: string | null; known: string | null}
): void {
  const draft = drafts.get(found.key) ?? {
    ...found,
    aliases: new Set<string>(),
    mentions: [],
    affiliations: []
  }
  draft.country ??= found.country
  if (found.name !== draft.name && !found.key.startsWith('group:'))
    draft.aliases.add(text.slice(span.from, span.to))
  // The fullest description names the group: "Iraqi security forces" rather than "the forces".
  if (found.key.startsWith('group:') && found.country && !draft.name.includes(' ')) draft.name = found.name
  draft.mentions.push(quote(text, span))
  drafts.set(found.key, draft)
}

function merge(drafts: Map<string, Draft>, same: readonly (readonly [string, string])[]): void {
  for (const [into, from] of same) {
    // The registry's entry keeps its name and kind, whichever name the report taught of it.
    const isTaught = drafts.get(from)?.known && !drafts.get(into)?.known
    const kept = drafts.get(isTaught ? from : into)
    const gone = drafts.get(isTaught ? into : from)
    if (!kept || !gone || kept === gone || (kept.known && gone.known && kept.known !== gone.known)) continue
    for (const alias of [gone.name, ...gone.aliases]) if (alias !== kept.name) kept.aliases.add(alias)
    kept.mentions.push(...gone.mentions)
    kept.country ??= gone.country
    kept.known ??= gone.known
    drafts.delete(gone.key)
  }
}

function finished(
  drafts: readonly Draft[],
  isVerified: (known: string | null) => boolean | null
): NamedActor[] {
  const taken = new Map<string, number>()
  return drafts.map(draft => {
    const base = idOf(draft)
    const n = (taken.get(base) ?? 0) + 1
    taken.set(base, n)
    const mentions = draft.mentions.toSorted((a, b) => a.from - b.from)
    return {
      id: n > 1 ? `${base}-${n}` : base,
      name: draft.name,
      kind: draft.kind,
      country: draft.country,
      aliases: [...draft.aliases].filter(alias => alias !== draft.name).sort(),
      known: draft.known,
      verified: isVerified(draft.known),
      affiliations: draft.affiliations,
      mentions
    }
  })
}

/** A group called by what it is keeps the report's words as its id, also where the registry knows the body. */
function idOf({key, name, known}: Draft): string {
  return (key.startsWith('known:') ? known : plain(name)) || 'actor'
}

function plain(name: string): string {
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      // The hamza of "فصائل" is no gap.
      .replaceAll(/[\u064b-\u065f\u0640]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  )
}
