/**
 * Phrases that may fill a slot: a noun or name with its forms, from the bare head to the phrase with all that hangs on it.
 *
 * Keys give the same thing in different lengths ("BOMBS", "CAR BOMBS OF THE FMLN"); the forms are what there is to choose from.
 */
import type {Syntax, Token} from '../model/syntax.ts'
import type {ReadReport} from './item.ts'
import {coreOf} from './phrase-words.ts'

/** Capital words that tell how to cut. */
export interface MentionLexicon {
  /** Stand before names: "PRESIDENT", "DR". */
  readonly titles: ReadonlySet<string>
  /** Name arms: "DYNAMITE". */
  readonly arms: ReadonlySet<string>
}

/** How a form was cut. */
export type FormKind =
  | 'head'
  | 'compound'
  | 'core'
  | 'of'
  | 'post'
  | 'name'
  | 'entity'
  | 'numbered'
  | 'title'
  | 'owned'

export interface Form {
  readonly kind: FormKind
  readonly from: number
  readonly to: number
  readonly text: string
  /** As keys are compared. */
  readonly core: string
}

export interface Mention {
  readonly head: Token
  /** First and last token of the core phrase, for looking at what stands around it. */
  readonly first: number
  readonly last: number
  readonly forms: readonly Form[]
  /** The form by which mentions of one thing are joined. */
  readonly key: string
  readonly isName: boolean
}

const inner = new Set([
  'amod',
  'compound',
  'nummod',
  'nmod:poss',
  'flat',
  'det',
  'nmod',
  'advmod',
  'case',
  'punct',
  'goeswith',
  'dep',
  'appos',
  'obl'
])
const isNominal = (token: Token) =>
  token.upos === 'NOUN' ||
  token.upos === 'PROPN' ||
  token.upos === 'X' ||
  (token.upos === 'ADJ' && /^(nsubj|obj|obl|nmod|conj|appos)/.test(token.relation)) ||
  (token.upos === 'NUM' && /^(nsubj|obj|obl|nmod)/.test(token.relation))

export function mentionsOf(report: ReadReport, lexicon: MentionLexicon): Mention[] {
  const {syntax, text} = report
  const found: Mention[] = []
  const taken = new Set<number>()
  for (const name of namesOf(report, lexicon.titles)) {
    found.push(name)
    taken.add(name.head.index)
  }
  for (const token of syntax.tokens) {
    if (taken.has(token.index)) continue
    const isArm = lexicon.arms.has(token.text.toUpperCase())
    if (!isNominal(token) && !isArm) continue
    const governor = syntax.head(token)
    if (governor && /^(compound|flat|goeswith)/.test(token.relation) && token.upos !== 'NUM' && !isArm) {
      // A word inside a longer name or noun is no phrase by itself, but for arms ("dynamite charge", "bomb attack").
      if (Math.abs(governor.index - token.index) < 6 && governor.upos !== 'VERB') continue
    }
    if (!/[A-Z]/i.test(token.text)) continue
    const forms = formsOf(syntax, text, token)
    if (!forms.length) continue
    const core = forms.find(form => form.kind === 'core') ?? forms[0]!
    const inside = syntax.within(core)
    found.push({
      head: token,
      first: inside[0]?.index ?? token.index,
      last: inside.at(-1)?.index ?? token.index,
      forms,
      key: core.core,
      isName: false
    })
  }
  return found.sort((a, b) => a.first - b.first || a.last - b.last)
}

function formsOf(syntax: Syntax, text: string, head: Token): Form[] {
  const forms: Form[] = []
  const add = (kind: FormKind, first: number, last: number) => {
    if (first > last) return
    const from = syntax.tokens[first]!.from
    const to = syntax.tokens[last]!.to
    const words = text.slice(from, to).replace(/\s+/g, ' ')
    const core = coreOf(words)
    if (!core || forms.some(form => form.from === from && form.to === to)) return
    forms.push({kind, from, to, text: words, core})
  }
  const {first: start, end} = syntax.sentences[head.sentence]!
  const below = (token: number): boolean => {
    for (let at = syntax.tokens[token]!, steps = 0; steps < 6; steps++) {
      if (at.head === head.index) return inner.has(at.relation)
      if (at.head < 0 || !inner.has(at.relation)) return false
      at = syntax.tokens[at.head]!
    }
    return false
  }
  const isModifier = (index: number) => {
    const token = syntax.tokens[index]!
    return (
      below(index) &&
      token.relation !== 'case' &&
      token.relation !== 'det' &&
      token.relation !== 'advmod' &&
      !(token.upos === 'PUNCT' && !/^[-/"'.]$/.test(token.text)) &&
      token.upos !== 'DET' &&
      token.upos !== 'PRON'
    )
  }
  let left = head.index
  while (
    left > start &&
    (isModifier(left - 1) ||
      (/^['’]?S?$/i.test(syntax.tokens[left - 1]!.text) && left - 1 > start && isModifier(left - 2)))
  )
    left--
  while (left < head.index && syntax.tokens[left]!.upos === 'PUNCT') left++
  let right = head.index
  while (
    right + 1 < end &&
    (() => {
      const token = syntax.tokens[right + 1]!
      return (
        (token.head >= left && token.head <= right && /^(flat|compound|goeswith)/.test(token.relation)) ||
        (token.relation === 'punct' &&
          /^[-/]$/.test(token.text) &&
          right + 2 < end &&
          syntax.tokens[right + 2]!.head >= left &&
          syntax.tokens[right + 2]!.head <= right &&
          /^(flat|compound)/.test(syntax.tokens[right + 2]!.relation))
      )
    })()
  )
    right++
  let bare = left
  while (bare < head.index && (syntax.tokens[bare]!.upos === 'NUM' || syntax.tokens[bare]!.upos === 'DET'))
    bare++
  add('core', bare, right)
  if (bare > left) add('numbered', left, right)
  // "HIS WIFE"
  const owner = syntax.tokens[left - 1]
  if (owner && left > start && /^(HIS|HER|THEIR|ITS|OUR)$/i.test(owner.text)) add('owned', left - 1, right)
  let compound = head.index
  while (
    compound > bare &&
    (syntax.tokens[compound - 1]!.relation === 'compound' ||
      syntax.tokens[compound - 1]!.upos === 'PROPN' ||
      /^[-]$/.test(syntax.tokens[compound - 1]!.text))
  )
    compound--
  add('compound', compound, right)
  add('head', head.index, right)
  // Modifiers from the left one after the other.
  for (let at = bare + 1; at < head.index; at++)
    if (syntax.tokens[at]!.upos !== 'PUNCT') add('compound', at, right)
  const ends = postEnds(syntax, head, right, end)
  if (ends.of > right) {
    add('of', bare, ends.of)
    add('of', head.index, ends.of)
  }
  for (const at of ends.all)
    if (at > right) {
      add('post', bare, at)
      add('post', head.index, at)
    }
  return forms
}

/** Where the phrases behind a head end: the one with "of", and each one that follows. */
function postEnds(syntax: Syntax, head: Token, right: number, end: number): {of: number; all: number[]} {
  let of = right
  const all: number[] = []
  const stops = (token: Token) => /^(acl|appos|parataxis|conj|advcl|ccomp)/.test(token.relation)
  const reach = (token: Token) => {
    let last = token.index
    for (const below of syntax.subtree(token, stops))
      if (below.index === last + 1 || below.index > last) last = below.index
    while (last > token.index && syntax.tokens[last]!.upos === 'PUNCT') last--
    return Math.min(last, end - 1)
  }
  for (const child of syntax.children(head)) {
    if (child.index <= right || !/^(nmod|obl)/.test(child.relation)) continue
    const preposition = syntax.child(child, 'case')
    const at = reach(child)
    if (preposition?.lower === 'of' && of === right) of = at
    all.push(at)
    // "members of the army and the police": with what is joined.
    const joined = syntax.child(child, 'conj')
    if (joined) all.push(reach(joined))
  }
  return {of, all}
}

/** Names of persons and bodies: what the recogniser saw and runs of proper nouns, without titles before them. */
function namesOf({syntax, text, entities, actors}: ReadReport, titles: ReadonlySet<string>): Mention[] {
  const spans: {first: number; last: number; type: string}[] = []
  for (const entity of entities) {
    if (!entity.named || !/person|organisation|location|facility/.test(entity.type)) continue
    const inside = syntax.within(entity)
    if (inside.length) spans.push({first: inside[0]!.index, last: inside.at(-1)!.index, type: entity.type})
  }
  for (const {first, end} of syntax.sentences) {
    for (let at = first; at < end; at++) {
      if (syntax.tokens[at]!.upos !== 'PROPN') continue
      let last = at
      while (
        last + 1 < end &&
        (syntax.tokens[last + 1]!.upos === 'PROPN' ||
          (/^(DE|LA|DEL|LAS|LOS|Y|-|')$/i.test(syntax.tokens[last + 1]!.text) &&
            syntax.tokens[last + 2]?.upos === 'PROPN' &&
            last + 2 < end))
      )
        last++
      spans.push({first: at, last, type: 'run'})
      at = last
    }
  }
  for (const {mentions} of actors) {
    for (const span of mentions) {
      const inside = syntax.within(span)
      if (inside.length && inside.some(({upos}) => upos === 'PROPN'))
        spans.push({first: inside[0]!.index, last: inside.at(-1)!.index, type: 'organisation'})
    }
  }
  const titleRuns: {first: number; last: number}[] = []
  const byLast = new Map<number, Form[]>()
  const firsts = new Map<number, number>()
  for (const span of spans) {
    let {first} = span
    const {last} = span
    const add = (kind: FormKind, from: number) => {
      const forms = byLast.get(last) ?? byLast.set(last, []).get(last)!
      const at = syntax.tokens[from]!.from
      const {to} = syntax.tokens[last]!
      if (forms.some(form => form.from === at)) return
      const words = text.slice(at, to).replace(/\s+/g, ' ')
      const core = coreOf(words)
      if (core) forms.push({kind, from: at, to, text: words, core})
      firsts.set(last, Math.min(firsts.get(last) ?? Infinity, from))
    }
    add('entity', first)
    while (first < last && titles.has(syntax.tokens[first]!.text.toUpperCase())) first++
    while (first < last && syntax.tokens[first]!.upos === 'PUNCT') first++
    add('name', first)
    // The titles themselves, with what stands before them: "FORMER DEFENSE MINISTER".
    if (
      first > span.first ||
      /^(amod|compound)$/.test(syntax.tokens[first - 1]?.relation ?? '') ||
      titles.has(syntax.tokens[first - 1]?.text.toUpperCase() ?? '')
    ) {
      let end = first - 1
      while (end > 0 && syntax.tokens[end]!.upos === 'PUNCT') end--
      let begin = end
      const {first: from} = syntax.sentences[syntax.tokens[end]!.sentence]!
      while (begin > from && /^(ADJ|NOUN|PROPN)$/.test(syntax.tokens[begin - 1]!.upos) && end - begin < 5)
        begin--
      if (
        /^(ADJ|NOUN|PROPN)$/.test(syntax.tokens[end]!.upos) &&
        syntax.tokens[end]!.sentence === syntax.tokens[first]!.sentence
      )
        titleRuns.push({first: begin, last: end})
    }
  }
  const mentions: Mention[] = []
  for (const [last, forms] of byLast) {
    const names = forms.filter(form => form.kind === 'name')
    const best = (names.length ? names : forms).toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]!
    const inside = syntax.within(best)
    const head = syntax.headOf(best)
    if (!head || !inside.length) continue
    // As a phrase it may carry what hangs on it too: "ARMY OF NATIONAL LIBERATION".
    const others = formsOf(syntax, text, head).filter(
      form => !forms.some(other => other.from === form.from && other.to === form.to)
    )
    mentions.push({
      head,
      first: inside[0]!.index,
      last,
      forms: [...forms, ...others],
      key: best.core,
      isName: true
    })
  }
  const seen = new Set<number>()
  for (const {first, last} of titleRuns) {
    if (seen.has(last)) continue
    seen.add(last)
    const forms: Form[] = []
    for (let at = first; at <= last; at++) {
      const {from} = syntax.tokens[at]!
      const {to} = syntax.tokens[last]!
      const words = text.slice(from, to).replace(/\s+/g, ' ')
      const core = coreOf(words)
      if (core) forms.push({kind: 'title', from, to, text: words, core})
    }
    if (forms.length)
      mentions.push({head: syntax.tokens[last]!, first, last, forms, key: forms[0]!.core, isName: false})
  }
  return mentions
}
