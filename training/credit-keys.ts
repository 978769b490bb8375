/**
 * What a learner of attribution is told of a word: first whether it credits somebody (a cue), then, for one cue, whether it belongs to the source or to what is said.
 *
 * Each is a hashed key. Of the tree, the branch counts by which a word hangs on
 * the cue or on one of the words above it, and where that branch begins and ends.
 */
import {hashString, mix1, mix2, mix3} from '../src/algorithms/hash.ts'
import type {WordForms} from '../src/annotate/word-forms.ts'
import {quotationsOf} from '../src/languages/en/quotations.ts'
import type {SpeechFrame} from '../src/model/layers.ts'
import {overlaps} from '../src/model/span.ts'
import type {Sentence, Syntax} from '../src/model/syntax.ts'

/** Words of a text in columns. */
export interface Columns {
  readonly syntax: Syntax
  readonly lower: Int32Array
  readonly lemma: Int32Array
  readonly tag: Int32Array
  readonly relation: Int32Array
  readonly cluster: Int32Array
  readonly head: Int32Array
  readonly quotation: Int32Array
  /** Use of the word as a cue by the rules' list, hashed; 0 for none. */
  readonly use: Int32Array
  /** First word and end of what hangs below each word. */
  readonly first: Int32Array
  readonly end: Int32Array
  /** What the rules found, by word: 0 nothing, 1 cue, 2 source, 3 content. */
  readonly ruled: Int32Array
  readonly frames: readonly SpeechFrame[]
}

export function columnsOf(
  text: string,
  syntax: Syntax,
  frames: readonly SpeechFrame[],
  forms: WordForms,
  uses: ReadonlyMap<string, string>
): Columns {
  const {tokens} = syntax
  const column = (value: (index: number) => number) => Int32Array.from(tokens, ({index}) => value(index))
  const word = (index: number) => tokens[index]!
  const first = column(index => index)
  const end = column(index => index + 1)
  for (const {index, head} of tokens)
    for (let at = head, steps = 0; at >= 0 && steps < mostSteps; at = word(at).head, steps++) {
      first[at] = Math.min(first[at]!, index)
      end[at] = Math.max(end[at]!, index + 1)
    }
  const ruled = new Int32Array(tokens.length)
  const mark = (part: number, spans: readonly {from: number; to: number}[]) => {
    for (const span of spans) for (const {index} of syntax.within(span)) ruled[index] = part
  }
  for (const {cue, source, content} of frames) {
    mark(3, content)
    mark(2, source ? [source] : [])
    mark(1, [cue])
  }
  return {
    syntax,
    lower: column(index => forms.of(word(index).text).lower),
    lemma: column(index => hashString(word(index).lemma)),
    tag: column(index => hashString(word(index).xpos)),
    relation: column(index => hashString(word(index).relation)),
    cluster: column(index => forms.of(word(index).text).cluster),
    head: column(index => word(index).head),
    quotation: quotationsOf(text, syntax),
    use: column(index => {
      const use = uses.get(word(index).lemma)
      return use ? hashString(use) : 0
    }),
    first,
    end,
    ruled,
    frames
  }
}

const mostSteps = 100
/** A key that every word has. */
const always = 1
const outside = 7

/** A stretch of words that are labelled together. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

/** Keys of every word of a sentence: is it a cue? */
export function cueKeys(columns: Columns, {first, end}: Stretch): number[][] {
  const {syntax, lower, lemma, tag, relation, cluster, head, quotation, use, ruled} = columns
  const at = (column: Int32Array, i: number) => (i < first || i >= end ? outside : column[i]!)
  const rows: number[][] = []
  let hasQuotation = 0
  for (let i = first; i < end; i++) if (quotation[i]) hasQuotation = 1
  for (let i = first; i < end; i++) {
    const children = syntax.children(syntax.tokens[i]!)
    let below = 0
    let subject = 0
    let subjectCluster = 0
    for (const child of children) {
      const bit = bits[child.relation]
      if (bit !== undefined) below |= 1 << (2 * bit + (child.index < i ? 0 : 1))
      if (child.relation === 'nsubj') {
        subject = lower[child.index]!
        subjectCluster = cluster[child.index]!
      }
    }
    const above = head[i]! >= 0 ? head[i]! : -1
    const [aboveLemma, aboveTag, aboveUse] =
      above < 0 ? [outside, outside, outside] : [lemma[above]!, tag[above]!, use[above]!]
    const quoted = (k: number) => (at(quotation, i + k) === outside ? 2 : at(quotation, i + k) ? 1 : 0)
    const quotes = quoted(-2) + 3 * quoted(-1) + 9 * quoted(0) + 27 * quoted(1) + 81 * quoted(2)
    const position = (i === first ? 1 : 0) + (i === end - 1 ? 2 : 0) + (i === first + 1 ? 4 : 0)
    rows.push([
      always,
      mix1(1, lower[i]!),
      mix1(2, at(lower, i - 1)),
      mix1(3, at(lower, i + 1)),
      mix1(4, at(lower, i - 2)),
      mix1(5, at(lower, i + 2)),
      mix1(6, lemma[i]!),
      mix1(7, at(lemma, i - 1)),
      mix1(8, at(lemma, i + 1)),
      mix2(9, at(lower, i - 1), lower[i]!),
      mix2(10, lower[i]!, at(lower, i + 1)),
      mix3(11, at(tag, i - 1), tag[i]!, at(tag, i + 1)),
      mix2(12, tag[i]!, at(tag, i + 1)),
      mix2(13, at(tag, i - 1), tag[i]!),
      mix1(14, cluster[i]!),
      mix1(15, at(cluster, i - 1)),
      mix1(16, at(cluster, i + 1)),
      mix2(17, relation[i]!, tag[i]!),
      mix2(18, relation[i]!, aboveLemma),
      mix3(19, relation[i]!, aboveTag, aboveUse),
      mix2(20, lemma[i]!, below),
      mix2(21, tag[i]!, below),
      mix2(22, cluster[i]!, below),
      mix2(23, use[i]!, below),
      mix2(24, lemma[i]!, quotes),
      mix2(25, tag[i]!, quotes),
      mix3(26, use[i]!, quotes, position),
      mix2(27, lemma[i]!, subject),
      mix2(28, lemma[i]!, subjectCluster),
      mix2(29, use[i]!, subjectCluster),
      mix2(30, lemma[i]!, hasQuotation),
      mix3(31, ruled[i]!, at(ruled, i - 1), at(ruled, i + 1)),
      mix2(32, lemma[i]!, ruled[i]!),
      mix2(33, relation[i]!, aboveUse),
      mix2(34, lemma[i]!, relation[i]!),
      mix3(35, at(tag, i - 2), at(tag, i - 1), tag[i]!),
      mix2(36, position, tag[i]!)
    ])
  }
  return rows
}

/** Relations of dependents that tell what a verb is used for. */
const bits: Readonly<Record<string, number>> = {
  nsubj: 0,
  ccomp: 1,
  xcomp: 2,
  obj: 3,
  parataxis: 4,
  obl: 5,
  mark: 6,
  advcl: 7,
  'nsubj:pass': 8,
  'aux:pass': 9,
  aux: 10,
  cop: 11,
  case: 12,
  iobj: 13
}

/** The word of a cue that carries it: its last verb, else its first word. */
export function cueWord({syntax}: Columns, {first, end}: Stretch): number {
  for (let i = end - 1; i >= first; i--) if (syntax.tokens[i]!.upos === 'VERB') return i
  return first
}

const mostNeighbours = 3

/** The sentence of a cue with those of its paragraph beside it that go on with words in quotation marks. */
export function stretchAround(columns: Columns, text: string, sentence: Sentence): Stretch {
  const {syntax, quotation} = columns
  const isSameParagraph = (a: Sentence, b: Sentence) =>
    a.passage === b.passage && !text.slice(a.to, b.from).includes('\n')
  let {first, end} = sentence
  for (let i = sentence.index + 1; i <= sentence.index + mostNeighbours; i++) {
    const next = syntax.sentences[i]
    if (!next || !isSameParagraph(syntax.sentences[i - 1]!, next)) break
    if (!quotation[next.first] && !quotation[next.first + 1]) break
    end = next.end
  }
  for (let i = sentence.index - 1; i >= sentence.index - mostNeighbours; i--) {
    const last = syntax.sentences[i]
    if (!last || !isSameParagraph(last, syntax.sentences[i + 1]!)) break
    if (!quotation[last.end - 1] && !quotation[last.end - 2]) break
    first = last.first
  }
  return {first, end}
}

/** Keys of every word of a stretch: is it of the source or of the content of this cue? */
export function roleKeys(columns: Columns, stretch: Stretch, cue: Stretch): number[][] {
  const {syntax, lower, lemma, tag, relation, cluster, head, quotation, use, first, end} = columns
  const word = cueWord(columns, cue)
  const sentence = syntax.tokens[word]!.sentence
  const chain = [word]
  for (let at = head[word]!; at >= 0 && chain.length < longestChain; at = head[at]!) chain.push(at)
  const {branch, top} = branchesOf(columns, stretch, chain)
  const frame = columns.frames.find(({cue: own}) => overlaps(own, syntax.tokens[word]!))
  const ruled = new Int32Array(stretch.end - stretch.first)
  if (frame) {
    const mark = (part: number, span: {from: number; to: number}) => {
      for (const {index} of syntax.within(span))
        if (index >= stretch.first && index < stretch.end) ruled[index - stretch.first] = part
    }
    for (const span of frame.content) mark(2, span)
    if (frame.source) mark(1, frame.source)
  }
  const cueLemma = lemma[word]!
  const at = (column: Int32Array, i: number) => (i < stretch.first || i >= stretch.end ? outside : column[i]!)
  const own = (column: Int32Array, i: number) => at(column, i)
  const ruledAt = (i: number) => (i < stretch.first || i >= stretch.end ? outside : ruled[i - stretch.first]!)
  const branchAt = (i: number) =>
    i < stretch.first || i >= stretch.end ? outside : branch[i - stretch.first]!
  // The quotation nearest to the cue.
  let near = 0
  for (let d = 1; d < 80 && !near; d++) near = at(quotation, cue.first - d) || at(quotation, cue.end - 1 + d)
  if (near === outside) near = 0
  const rows: number[][] = []
  let cuesBetween = 0
  const between = new Int32Array(stretch.end - stretch.first)
  for (let i = cue.end; i < stretch.end; i++) {
    between[i - stretch.first] = Math.min(2, cuesBetween)
    if (use[i] && syntax.tokens[i]!.upos === 'VERB') cuesBetween++
  }
  cuesBetween = 0
  for (let i = cue.first - 1; i >= stretch.first; i--) {
    between[i - stretch.first] = Math.min(2, cuesBetween)
    if (use[i] && syntax.tokens[i]!.upos === 'VERB') cuesBetween++
  }
  for (let i = stretch.first; i < stretch.end; i++) {
    const side = i < cue.first ? 1 : i >= cue.end ? 2 : 3
    const far = i < cue.first ? cue.first - i : i >= cue.end ? i - cue.end + 1 : 0
    const distance =
      side * 16 + (far < 5 ? far : far < 8 ? 5 : far < 12 ? 6 : far < 20 ? 7 : far < 40 ? 8 : 9)
    const away = Math.max(-2, Math.min(2, syntax.tokens[i]!.sentence - sentence)) + 2
    const b = branchAt(i)
    const t = top[i - stretch.first]!
    const begins = t >= 0 && first[t] === i ? 1 : 0
    const ends = t >= 0 && end[t] === i + 1 ? 1 : 0
    const quoted = (k: number) => {
      const number = at(quotation, i + k)
      return i + k < stretch.first || i + k >= stretch.end ? 3 : number === 0 ? 0 : number === near ? 1 : 2
    }
    const quotes = quoted(-1) + 4 * quoted(0) + 16 * quoted(1)
    const rules = ruledAt(i - 1) * 64 + ruledAt(i) * 8 + ruledAt(i + 1)
    const gap = between[i - stretch.first]!
    rows.push([
      always,
      mix1(101, b),
      mix2(102, b, cueLemma),
      mix2(103, b, tag[i]!),
      mix2(104, b, lower[i]!),
      mix3(105, b, begins, ends),
      mix3(106, branchAt(i - 1), b, side),
      mix3(107, b, branchAt(i + 1), side),
      mix2(108, b, quotes),
      mix3(109, b, at(tag, i - 1), tag[i]!),
      mix3(110, b, tag[i]!, at(tag, i + 1)),
      mix2(111, distance, cueLemma),
      mix2(112, distance, tag[i]!),
      mix3(113, distance, b, gap),
      mix3(114, quotes, side, away),
      mix3(115, quotes, cueLemma, side),
      mix3(116, quotes, b, gap),
      mix2(117, rules, side),
      mix2(118, rules, b),
      mix2(119, rules, quotes),
      mix2(120, rules, tag[i]!),
      mix2(121, rules, lower[i]!),
      mix2(122, side, lower[i]!),
      mix2(123, side, own(lower, i - 1)),
      mix2(124, side, own(lower, i + 1)),
      mix3(125, side, at(tag, i - 1), tag[i]!),
      mix3(126, side, tag[i]!, at(tag, i + 1)),
      mix2(127, side, cluster[i]!),
      mix3(128, away, side, gap),
      mix3(129, relation[i]!, tag[i]!, side),
      mix3(130, begins, ends, mix2(131, b, tag[i]!)),
      mix3(132, at(lower, i - 1), lower[i]!, side),
      mix3(133, lower[i]!, at(lower, i + 1), side),
      mix2(134, cueLemma, lower[i]!),
      mix3(135, own(lower, i - 1), b, begins),
      mix3(136, own(lower, i + 1), b, ends)
    ])
  }
  return rows
}

const longestChain = 5

/** How each word hangs on the cue's word or one above it, and the word that the branch begins with. */
function branchesOf(
  {syntax, relation, head, tag}: Columns,
  {first, end}: Stretch,
  chain: readonly number[]
): {branch: Int32Array; top: Int32Array} {
  const branch = new Int32Array(end - first)
  const top = new Int32Array(end - first).fill(-1)
  const rank = new Map(chain.map((index, k) => [index, k]))
  const sentence = syntax.sentenceOf(syntax.tokens[chain[0]!]!)
  for (let i = first; i < end; i++) {
    const own = rank.get(i)
    if (own !== undefined) {
      branch[i - first] = mix2(140, own, own > 0 ? relation[chain[own - 1]!]! : 0)
      continue
    }
    if (i < sentence.first || i >= sentence.end) {
      branch[i - first] = i < sentence.first ? 5 : 6
      continue
    }
    let at = i
    let steps = 0
    while (head[at]! >= 0 && !rank.has(head[at]!) && steps < mostSteps) {
      at = head[at]!
      steps++
    }
    const k = rank.get(head[at]!) ?? longestChain
    top[i - first] = at
    branch[i - first] = mix3(
      141,
      mix2(142, k, relation[at]!),
      at < chain[0]! ? 1 : 2,
      k > 0 && k < longestChain ? relation[chain[k - 1]!]! : tag[at]! & 0
    )
  }
  return {branch, top}
}
