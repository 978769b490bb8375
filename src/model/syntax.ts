/**
 * Sentences, tokens and the dependency tree over them (Universal Dependencies v2).
 *
 * Tokens are numbered through the whole report. A token's `head` is the number
 * of its governor, or -1 for the root of a sentence. Sentences in a language
 * that is not parsed have tokens whose `upos` is `X` and whose `head` is -1.
 */
import type {Span} from './span.ts'

export interface Token extends Span {
  readonly index: number
  readonly sentence: number
  readonly text: string
  readonly lower: string
  readonly lemma: string
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, NUM, PRON, DET, SCONJ, CCONJ, PART, PUNCT, SYM, INTJ, X. */
  readonly upos: string
  /** Penn Treebank tag: VBN, NNS, ... */
  readonly xpos: string
  readonly head: number
  /** Relation to the head, without subtype but for `nsubj:pass`, `obl:agent`, `nmod:poss`, `aux:pass`, `csubj:pass`. */
  readonly relation: string
}

export interface Sentence extends Span {
  readonly index: number
  /** Index into the `passages` layer. */
  readonly passage: number
  readonly language: string
  /** Tokens of the sentence: `first` up to, not including, `end`. */
  readonly first: number
  readonly end: number
  /** Whether tags and dependencies were computed. */
  readonly parsed: boolean
}

/** A readable view of the trees of one report. */
export class Syntax {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** Dependents of all words one behind the other, and where those of each begin. */
  readonly #dependents: Int32Array
  readonly #starts: Int32Array
  readonly #sentences: (readonly Token[])[] = []
  readonly #groups = new WeakMap<object, Map<number, object[]>>()

  /** `tokens`: each at the place of its `index`. */
  constructor(tokens: readonly Token[], sentences: readonly Sentence[]) {
    this.tokens = tokens
    const {length} = this.tokens
    this.sentences = sentences
    this.#starts = new Int32Array(length + 1)
    for (const {head} of this.tokens) if (head >= 0) this.#starts[head + 1]!++
    for (let i = 0; i < length; i++) this.#starts[i + 1]! += this.#starts[i]!
    const filled = this.#starts.slice()
    this.#dependents = new Int32Array(this.#starts[length]!)
    for (const {index, head} of this.tokens) if (head >= 0) this.#dependents[filled[head]!++] = index
  }

  /** Dependents in text order, optionally only those with one of the relations. */
  children(token: Token, ...relations: readonly string[]): Token[] {
    const found: Token[] = []
    for (let i = this.#starts[token.index]!; i < this.#starts[token.index + 1]!; i++) {
      const child = this.tokens[this.#dependents[i]!]!
      if (relations.length === 0 || relations.includes(child.relation)) found.push(child)
    }
    return found
  }

  /** The first dependent with one of the relations, or of all where none is given. */
  child(token: Token, ...relations: readonly string[]): Token | undefined {
    for (let i = this.#starts[token.index]!; i < this.#starts[token.index + 1]!; i++) {
      const child = this.tokens[this.#dependents[i]!]!
      if (relations.length === 0 || relations.includes(child.relation)) return child
    }
    return undefined
  }

  head(token: Token): Token | undefined {
    return this.tokens[token.head]
  }

  sentenceOf(token: Token): Sentence {
    return this.sentences[token.sentence]!
  }

  tokensOf({index, first, end}: Sentence): readonly Token[] {
    return (this.#sentences[index] ??= this.tokens.slice(first, end))
  }

  /** The token and all below it, in text order; `prune` leaves out a child and everything under it. */
  subtree(token: Token, prune: (child: Token) => boolean = () => false): Token[] {
    const found = [token]
    for (let next = 0; next < found.length; next++) {
      const {index} = found[next]!
      for (let i = this.#starts[index]!; i < this.#starts[index + 1]!; i++) {
        const child = this.tokens[this.#dependents[i]!]!
        if (!prune(child)) found.push(child)
      }
    }
    return found.length > 1 ? found.sort((a, b) => a.index - b.index) : found
  }

  /** From the token's governor up to the root. */
  ancestors(token: Token): Token[] {
    const found: Token[] = []
    for (let at = this.head(token); at; at = this.head(at)) found.push(at)
    return found
  }

  /** The token and its conjuncts: "rubber bullets and tear gas" is two. */
  conjuncts(token: Token): Token[] {
    return [token, ...this.children(token, 'conj').flatMap(child => this.conjuncts(child))]
  }

  /** The token that a chain of conjuncts hangs on. */
  firstConjunct(token: Token): Token {
    let at = token
    while (at.relation === 'conj' && this.head(at)) at = this.head(at)!
    return at
  }

  /** Tokens that lie wholly inside the span. */
  within({from, to}: Span): Token[] {
    const found: Token[] = []
    for (let i = this.#firstFrom(from); i < this.tokens.length; i++) {
      const token = this.tokens[i]!
      if (token.from >= to) break
      if (token.to <= to) found.push(token)
    }
    return found
  }

  /** The token of the span that governs the others: the one whose head lies outside. */
  headOf(span: Span): Token | undefined {
    const inside = this.within(span)
    return inside.find(({head}) => head < 0 || !inside.some(other => other.index === head)) ?? inside[0]
  }

  /** The sentence that holds the offset, or the last one before it. */
  sentenceAt(offset: number): Sentence | undefined {
    let low = 0
    let high = this.sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sentences[middle]!.from <= offset) low = middle + 1
      else high = middle
    }
    return this.sentences[low - 1]
  }

  /**
   * The entries of a layer that begin in the sentence. The layer is grouped once, so that asking for
   * every sentence in turn costs the layer, not its square. `at`: where an entry stands, if it is no span itself.
   */
  inSentence<E extends object>(
    layer: readonly E[],
    sentence: Sentence,
    at: (entry: E) => Span = entry => entry as unknown as Span
  ): readonly E[] {
    let groups = this.#groups.get(layer) as Map<number, E[]> | undefined
    if (!groups) {
      groups = Map.groupBy(layer, entry => this.sentenceAt(at(entry).from)?.index ?? 0)
      this.#groups.set(layer, groups)
    }
    return groups.get(sentence.index) ?? []
  }

  #firstFrom(offset: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tokens[middle]!.from < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The shortest span over the tokens; `null` when there are none. */
export function spanOf(tokens: readonly Span[]): Span | null {
  if (tokens.length === 0) return null
  let {from, to} = tokens[0]!
  for (const token of tokens) {
    if (token.from < from) from = token.from
    if (token.to > to) to = token.to
  }
  return {from, to}
}
